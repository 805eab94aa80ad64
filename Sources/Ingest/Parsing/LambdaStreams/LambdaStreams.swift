// The state of all Lambda streams of an input: gives every line to its run and builds one fact per run.

import Model

/// 1. Find the stream's state. 2. Give the line to a run: by the id it carries, else to what is open (verdicts.md).
/// 3. Add what the line says to the run's fact.
struct LambdaStreams: ~Copyable {
    var facts: GrowingColumn<InvocationFact>
    var extras: GrowingColumn<InvocationExtras>
    var inits: [InitVerdict] = []
    var indices = IDTable()
    var states: [StreamState] = []
    /// Per index of a stream's name (or of a group's, for events without a stream): number of its first state plus one.
    var statesByStream: [Int32] = []
    var statesByGroup: [Int32] = []
    /// Per state: the next one with the same name in another group, plus one.
    var following: [Int32] = []
    /// Of the line before; most lines are of the same stream.
    var lastState = (group: Name.none, stream: Name.none, number: -1)

    init(memory: ColumnMemory) {
        facts = GrowingColumn(in: memory)
        extras = GrowingColumn(in: memory)
    }

    /// What the init before a run came to; whether it killed the run, its REPORT tells.
    struct InitVerdict {
        var stream: Int
        var fault = InvocationFault.none
        var failedInInvoke = false
    }

    /// One line of a Lambda log. `message` is asked for a logged gateway id only.
    mutating func take(
        _ line: LambdaLine, _ message: Span<UInt8>, place: EventPlace, time: Timestamp, group: LogGroup, stream: Name,
        names: inout InternedNames
    ) -> Attribution {
        let number = stateNumber(group: group, stream: stream, names: &names)
        let time = time.isKnown ? time : line.time
        states[number].see(time)
        if line.kind != .application, line.kind != .chatter, !line.isJSON { states[number].hasTextPlatform = true }
        if line.interleaves { states[number].interleaves = true }
        var answer = Attribution(stream: number)
        switch line.kind {
        case .chatter: return answer
        case .initStart: beginInit(line, number, place)
        case .initReport, .restoreReport:
            if states[number].open < 0 { states[number].initialisation.add(line, event: place.event) }
        case .start:
            start(line, number, place, time)
            answer.takes = .initialisation
        case .end:
            if adoptHead(line, number, place) { answer.takes = .head }
        default: break
        }
        answer.owner = owner(of: line, number, place)
        switch answer.owner {
        case .invocation(let id):
            let index = index(of: id, number, place)
            facts[index].extend(to: place, time)
            apply(line, to: index, number, time)
            if line.kind == .application, !line.isJSON, message.count > 60, extras(of: index).gatewayID.isNone {
                let id = loggedGatewayID(message)
                if !id.isNone { setExtras(of: index) { $0.gatewayID = id } }
            }
        case .initialisation where line.kind == .application:
            states[number].initialisation.add(line, event: place.event)
            states[number].headIsOver = true
        case .head: addToHead(line, number, place)
        case .initialisation, .nobody: break
        }
        return answer
    }

    /// The edges of all streams, after the last event, and the facts' last touches.
    mutating func finish() -> [StreamEdge] {
        for index in facts.indices {
            let state = states[inits[index].stream]
            if facts[index].function.isNone { facts[index].function = state.function }
            if facts[index].version.isNone { facts[index].version = state.version }
            if !facts[index].hasReport, facts[index].places.first == facts[index].places.last {
                // Nothing but START came after a failed init, and no REPORT to ask.
                facts[index].fault = max(facts[index].fault, inits[index].fault)
            }
        }
        return states.map { state in
            var edge = state.head
            edge.logGroup = state.logGroup
            edge.stream = state.stream
            edge.function = state.function
            edge.firstTime = state.firstTime
            edge.lastTime = state.lastTime
            edge.openAtEnd = state.open < 0 || state.interleaves ? .none : facts[state.open].id
            return edge
        }
    }
}
