// Second reading of an input: the lines that get a page, whole, each with its owner.

package import Model

/// Takes the wanted events of one input and keeps their lines. The reader is the one of the first reading, so a line belongs to
/// the same run both times; what it says of runs that nobody wants is not looked at. `finish` ends it.
package struct CollectConsumer: ~Copyable, EventConsumer {
    private var reader: RecordReader
    private var evidence = EvidenceReader()
    private let wanted: WantedPlaces
    /// Per stream: lines without an id that wait for the START, or the END, that tells whose they are.
    private var waiting: [Int: [EvidenceLine]] = [:]
    /// Per head range that was reached: its stream.
    private var headStreams: [Int: Int] = [:]
    private var lines: [CollectedLine] = []

    package init(_ wanted: WantedEvidence, from input: Input) {
        reader = RecordReader(input)
        self.wanted = WantedPlaces(wanted, input: input.index)
    }

    package mutating func intern(_ text: Span<UInt8>) -> Name { reader.names.intern(text) }

    package func wants(ordinal: UInt32) -> Bool { wanted.covers(ordinal) }

    package mutating func ignored(_ header: EventHeader, reason: StaticString) {}

    package mutating func rejected(_ header: EventHeader, reason: String, text: Span<UInt8>) {}

    package mutating func event(_ header: EventHeader, message: Span<UInt8>) {
        guard wanted.covers(header.ordinal) else { return }
        reader.read(header, message)
        let reading = reader.reading
        var header = header
        if !header.time.isKnown { header.time = reading.time }
        switch reading.owner {
        case .nobody: break
        case .access:
            guard wanted.access.contains(header.ordinal) else { return }
            let place = EventPlace(input: reader.input, event: header.ordinal)
            keep(.access(place), evidence.accessLine(message, header, place, reader.access.row))
        case .execution(let id):
            guard wanted.execution(id, holds: header.ordinal) else { return }
            keep(.execution(id), evidence.executionLine(message, header, place(header), textStart: reading.textStart))
        case .function(let attribution): functionLine(attribution, header, message)
        }
    }

    /// The lines in order of place.
    package mutating func finish() -> [CollectedLine] {
        lines.sort { $0.line.place < $1.line.place }
        return lines
    }
}

extension CollectConsumer {
    private func place(_ header: EventHeader) -> EventPlace { EventPlace(input: reader.input, event: header.ordinal) }

    private mutating func keep(_ owner: EvidenceOwner, _ line: EvidenceLine) {
        lines.append(CollectedLine(owner: owner, line: line))
    }

    private mutating func functionLine(
        _ attribution: Attribution, _ header: EventHeader, _ message: Span<UInt8>
    ) {
        switch attribution.owner {
        case .nobody: break
        case .invocation(let id):
            release(attribution, to: id)
            guard wanted.invocation(id, holds: header.ordinal) else { return }
            keep(.invocation(id), evidence.functionLine(message, header, place(header), reader.line))
        case .initialisation, .head:
            let line = evidence.functionLine(message, header, place(header), reader.line)
            if case .head = attribution.owner, let id = headOwner(attribution.stream, header.ordinal) {
                keep(.invocation(id), line)
            } else {
                waiting[attribution.stream, default: []].append(line)
            }
        }
    }

    /// The run to which the first reading gave the head of this stream. A range's first event is the head's own first, which
    /// ties the range to its stream.
    private mutating func headOwner(_ stream: Int, _ ordinal: UInt32) -> ID128? {
        for number in wanted.heads.indices {
            let head = wanted.heads[number]
            guard head.first <= ordinal, ordinal <= head.last else { continue }
            if ordinal == head.first { headStreams[number] = stream }
            if headStreams[number] == stream { return head.id }
        }
        return nil
    }

    private mutating func release(_ attribution: Attribution, to id: ID128) {
        guard attribution.takes != .nothing, let waited = waiting.removeValue(forKey: attribution.stream) else { return }
        for var line in waited where wanted.invocation(id, holds: line.place.event) {
            line.duringInit = attribution.takes == .initialisation
            keep(.invocation(id), line)
        }
    }
}
