// The state of an execution log: one fact per request, built line by line.

import Model

struct ExecutionLog: ~Copyable {
    var facts: GrowingColumn<ExecutionFact>
    /// Per fact: the authorizer's block is open, whose lines have the names of the integration's.
    private var inAuthorizer: [Bool] = []
    private var indices = IDTable()
    private var lastID = ID128.none
    private var lastIndex = -1

    init(memory: ColumnMemory) { facts = GrowingColumn(in: memory) }

    /// One event that begins with `(<id>) `; its text begins at `prefix.textStart`.
    mutating func take(
        _ prefix: ExecutionPrefix, _ message: Span<UInt8>, place: EventPlace, time: Timestamp, group: LogGroup,
        names: inout InternedNames
    ) {
        let index = factIndex(prefix.id, place: place, group: group)
        facts[index].places.last = place.event
        if time.isKnown {
            if !facts[index].firstTime.isKnown { facts[index].firstTime = time }
            facts[index].firstTime = min(facts[index].firstTime, time)
            facts[index].lastTime = max(facts[index].lastTime, time)
        }
        if prefix.isTestReport {
            takeLines(message, from: prefix.textStart, index, names: &names)
        } else {
            let text = message.extracting(prefix.textStart..<message.count)
            readExecutionLine(text, &facts[index], &inAuthorizer[index], names: &names)
        }
    }

    private mutating func takeLines(_ message: Span<UInt8>, from start: Int, _ index: Int, names: inout InternedNames) {
        var from = start
        while from < message.count {
            let end = message.find(byte: UInt8(ascii: "\n"), from: from) ?? message.count
            let line = message.extracting(from..<end)
            // The stamp has 28 characters, with a zone of three letters.
            if let colon = line.extracting(0..<min(40, line.count)).find(" : ") {
                readExecutionLine(
                    line.extracting((colon + 3)..<line.count), &facts[index], &inAuthorizer[index], names: &names)
            }
            from = end + 1
        }
    }

    private mutating func factIndex(_ id: ID128, place: EventPlace, group: LogGroup) -> Int {
        if id == lastID { return lastIndex }
        lastID = id
        if let index = indices[id] {
            lastIndex = index
            return index
        }
        var fact = ExecutionFact()
        fact.requestID = id
        fact.api = group.api
        fact.stage = group.stage
        fact.places = PlaceRange(input: place.input, first: place.event, last: place.event)
        lastIndex = facts.count
        indices.set(id, to: lastIndex)
        facts.append(fact)
        inAuthorizer.append(false)
        return lastIndex
    }
}
