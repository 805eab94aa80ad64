// What the second reading quotes: the log lines of one failure, whole.

package enum LogSource: String, Sendable {
    case accessLog = "access-log"
    case executionLog = "execution-log"
    case functionLog = "function-log"
    case platformLog = "platform-log"
}

package enum LogLevel: UInt8, Comparable, Sendable {
    case trace, debug, info, warning, error, fatal

    package static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

    package var word: String {
        switch self {
        case .trace: "TRACE"
        case .debug: "DEBUG"
        case .info: "INFO"
        case .warning: "WARN"
        case .error: "ERROR"
        case .fatal: "FATAL"
        }
    }
}

/// A key and a value found in a structured line. Nested keys are joined with dots; an array of strings is joined with
/// newlines; other arrays stay JSON text.
package struct LogField: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// One log event, complete and not yet redacted.
package struct EvidenceLine: Sendable {
    package var source: LogSource
    package var time: Timestamp
    package var level: LogLevel?
    /// The whole event, `\r` and `\r\n` turned into `\n`, trailing newlines cut.
    package var text: String
    /// What a person reads first: the message of a structured line, the text after the prefix of a runtime's line, the text
    /// after `(<id>) ` of an execution line; else the text itself.
    package var message: String
    /// Access rows: canonical `$context` names (`error.responseType`, `integration.requestId`, ...). JSON lines: their keys.
    /// A runtime's `Invoke Error \t{...}`: the keys of that object.
    package var fields: [LogField]
    package var place: EventPlace
    /// The line was printed before the invocation's START.
    package var duringInit = false

    package init(
        source: LogSource, time: Timestamp, level: LogLevel?, text: String, message: String, fields: [LogField],
        place: EventPlace
    ) {
        self.source = source
        self.time = time
        self.level = level
        self.text = text
        self.message = message
        self.fields = fields
        self.place = place
    }

    /// The value of a field, unless it is absent, empty or the access log's `-`.
    package subscript(field: String) -> String? {
        guard let value = fields.first(where: { $0.name == field })?.value, !value.isEmpty, value != "-" else { return nil }
        return value
    }
}

/// Whose line it is.
package enum EvidenceOwner: Hashable, Sendable {
    case access(EventPlace)
    case execution(ID128)
    /// Attempts are told apart by place; the owner is the run of that id whose places hold the event.
    case invocation(ID128)
}

package struct CollectedLine: Sendable {
    package var owner: EvidenceOwner
    package var line: EvidenceLine

    package init(owner: EvidenceOwner, line: EvidenceLine) {
        self.owner = owner
        self.line = line
    }
}

/// What to quote from one input. Ranges may overlap.
package struct WantedEvidence: Sendable {
    package var access: [EventPlace] = []
    package var executions: [ID128: [PlaceRange]] = [:]
    package var invocations: [ID128: [PlaceRange]] = [:]
    /// Lines at the head of a stream that were printed by the run that was open in an earlier input: quoted for that run
    /// though they carry no id.
    package var heads: [ID128: [PlaceRange]] = [:]

    package init() {}

    package var isEmpty: Bool { access.isEmpty && executions.isEmpty && invocations.isEmpty && heads.isEmpty }
}

/// All lines about one failure, each list in order of time, then of place.
package struct Evidence: Sendable {
    package var access: EvidenceLine?
    package var execution: [EvidenceLine] = []
    package var function: [EvidenceLine] = []
    package var authorizer: [EvidenceLine] = []

    package init() {}
}
