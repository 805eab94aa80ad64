// Tells whether the events of an input stand in order of time within their streams.

import Model

/// Whose line it is, is told by what stands around it in its stream; so a stream that runs backwards (Logs Insights sorts the newest
/// first) or whose chunks are mixed (an export to S3 promises no order) has to be read in order of time.
struct StreamOrder {
    /// The latest time by the stream's name, or by the group's where the container tells no stream.
    private var latest: [Timestamp] = []
    private(set) var isBroken = false

    @inline(__always)
    mutating func see(_ header: EventHeader) {
        guard header.time.isKnown else { return }
        let key = Int(header.stream.isNone ? header.logGroup.index : header.stream.index)
        while latest.count <= key { latest.append(.unknown) }
        if latest[key].isKnown, header.time < latest[key] {
            isBroken = true
        } else {
            latest[key] = header.time
        }
    }
}
