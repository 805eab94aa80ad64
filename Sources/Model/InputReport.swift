// The account of one input: every event read is a fact, a line, ignored or rejected.

package struct InputReport: Sendable {
    /// As given on the command line or found below it.
    package var path: String
    /// The name of the container format, as `faultline formats` lists it; "unreadable" when the input could not be read.
    package var format: String
    /// What the records were taken for ("access-log-json", "lambda-text", ...), sorted, without repetition.
    package var records: [String] = []
    /// Why it was taken for that, in words.
    package var reason = ""
    /// Size on disk, before decompression.
    package var bytes: Int64 = 0
    /// Size of the text after decompression.
    package var textBytes: Int64 = 0
    package var events: Int64 = 0
    package var facts: Int64 = 0
    package var lines: Int64 = 0
    package var ignored: Int64 = 0
    package var rejected: Int64 = 0
    package var ignoredReasons: [String: Int64] = [:]
    /// The first few rejected events.
    package var rejectedSamples: [RejectedEvent] = []
    package var firstEvent = Timestamp.unknown
    package var lastEvent = Timestamp.unknown
    /// What kept the input from being read to its end, in words; nil when all was read.
    package var problem: String?
    /// Streams had events out of order; they were read in order of time.
    package var isOutOfOrder = false
    /// `$context` variables the access rows of this input carry, sorted.
    package var accessVariables: [String] = []

    package init(path: String, format: String) {
        self.path = path
        self.format = format
    }
}

package struct RejectedEvent: Hashable, Sendable {
    package var event: UInt32
    package var reason: String
    /// At most 300 bytes of the event's text.
    package var text: String

    package init(event: UInt32, reason: String, text: String) {
        self.event = event
        self.reason = reason
        self.text = text
    }
}
