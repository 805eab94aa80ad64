// The account of an input's events: each is a fact, a line, ignored or rejected, and the four sums are all of them.

import Model

struct Account {
    static let mostSamples = 5
    static let sampleBytes = 300

    private(set) var report: InputReport
    private var kinds: UInt16 = 0

    init(path: String) { report = InputReport(path: path, format: "") }

    /// `time` is the event's own, which counts where the container tells none.
    @inline(__always)
    mutating func count(
        _ account: Reading.Account, of kind: RecordKind?, at time: Timestamp, _ header: EventHeader, _ message: Span<UInt8>
    ) {
        see(header.time.isKnown ? header.time : time)
        if let kind { kinds |= kind.bit }
        switch account {
        case .fact: report.facts += 1
        case .line: report.lines += 1
        case .ignored(let reason):
            report.ignoredReasons["\(reason)", default: 0] += 1
            report.ignored += 1
        case .rejected(let reason): reject("\(reason)", header, message)
        }
    }

    mutating func ignored(_ header: EventHeader, _ reason: StaticString) {
        see(header.time)
        report.ignored += 1
        report.ignoredReasons["\(reason)", default: 0] += 1
    }

    mutating func rejected(_ header: EventHeader, _ reason: String, _ text: Span<UInt8>) {
        see(header.time)
        reject(reason, header, text)
    }

    private mutating func reject(_ reason: String, _ header: EventHeader, _ text: Span<UInt8>) {
        report.rejected += 1
        guard report.rejectedSamples.count < Self.mostSamples else { return }
        let sample = text.extracting(0..<min(text.count, Self.sampleBytes)).decoded
        report.rejectedSamples.append(RejectedEvent(event: header.ordinal, reason: reason, text: sample))
    }

    @inline(__always)
    private mutating func see(_ time: Timestamp) {
        report.events += 1
        guard time.isKnown else { return }
        if !report.firstEvent.isKnown || time < report.firstEvent { report.firstEvent = time }
        if time > report.lastEvent { report.lastEvent = time }
    }

    /// Names of the record kinds met, sorted.
    var records: [String] {
        RecordKind.allCases.filter { kinds & $0.bit != 0 }.map(\.name).sorted()
    }
}
