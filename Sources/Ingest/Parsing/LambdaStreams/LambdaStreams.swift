// The state of all Lambda streams of an input: gives every line to its run and builds one fact per run.

import Model

/// 1. Find the stream's state. 2. Give the line to a run: by the id it carries, else to what is open (verdicts.md).
/// 3. Add what the line says to the run's fact.
struct LambdaStreams {
    private(set) var facts: [InvocationFact] = []
    private var inits: [InitVerdict] = []
    private var indices: [ID128: Int] = [:]
    private(set) var states: [StreamState] = []
    /// Per index of a stream's name (or of a group's, for events without a stream): number of its first state plus one.
    private var statesByStream: [Int32] = []
    private var statesByGroup: [Int32] = []
    /// Per state: the next one with the same name in another group, plus one.
    private var following: [Int32] = []

    /// What the init before a run came to; whether it killed the run, its REPORT tells.
    private struct InitVerdict {
        var stream: Int
        var fault = InvocationFault.none
        var failedInInvoke = false
    }

    /// One line of a Lambda log. `message` is asked for a logged gateway id only.
    mutating func take(
        _ line: LambdaLine, _ message: Span<UInt8>, place: EventPlace, time: Timestamp, group: LogGroup, stream: Name,
        names: inout NameCache
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
            extend(index, place, time)
            apply(line, to: index, number, time)
            if line.kind == .application, !line.isJSON, facts[index].gatewayID.isNone, message.count > 60 {
                facts[index].gatewayID = loggedGatewayID(message)
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

// MARK: - Streams

extension LambdaStreams {
    private mutating func stateNumber(group: LogGroup, stream: Name, names: inout NameCache) -> Int {
        let key = Int(stream.isNone ? group.name.index : stream.index)
        var last = -1
        var number = stream.isNone ? first(in: statesByGroup, key) : first(in: statesByStream, key)
        while number >= 0 {
            if states[number].logGroup == group.name { return number }
            last = number
            number = Int(following[number]) - 1
        }
        let state = newState(group: group, stream: stream, names: &names)
        number = states.count
        states.append(state)
        following.append(0)
        if last >= 0 {
            following[last] = Int32(number + 1)
        } else if stream.isNone {
            Self.set(number, at: key, in: &statesByGroup)
        } else {
            Self.set(number, at: key, in: &statesByStream)
        }
        return number
    }

    @inline(__always)
    private func first(in table: [Int32], _ key: Int) -> Int { key < table.count ? Int(table[key]) - 1 : -1 }

    private static func set(_ number: Int, at key: Int, in table: inout [Int32]) {
        while table.count <= key { table.append(0) }
        table[key] = Int32(number + 1)
    }

    private func newState(group: LogGroup, stream: Name, names: inout NameCache) -> StreamState {
        var state = StreamState()
        state.logGroup = group.name
        state.stream = stream
        state.function = group.function
        if let parts = StreamName(names.names[stream]) {
            state.version = names.intern(parts.version)
            if state.function.isNone { state.function = names.intern(parts.function) }
        }
        return state
    }

    private mutating func beginInit(_ line: LambdaLine, _ number: Int, _ place: EventPlace) {
        close(number)
        states[number].headIsOver = true
        // A new init of the same environment; what is left of an earlier one was taken by nobody.
        if states[number].initialisation.uncaught == 0, states[number].initialisation.fault == .none {
            states[number].initialisation = PendingInit()
        }
        states[number].initialisation.add(line, event: place.event)
        if states[number].function.isNone { states[number].function = line.function }
        if states[number].version.isNone { states[number].version = line.version }
    }

    private mutating func close(_ number: Int) {
        if states[number].open >= 0 { states[number].previous = states[number].open }
        states[number].open = -1
    }

    private mutating func addToHead(_ line: LambdaLine, _ number: Int, _ place: EventPlace) {
        if states[number].head.headLines == 0 {
            states[number].head.headPlaces = PlaceRange(input: place.input, first: place.event, last: place.event)
        }
        states[number].head.headPlaces.last = place.event
        states[number].head.headLines += 1
        states[number].head.headErrorLines.count(line.level, from: .error)
        states[number].head.headWarningLines.countWarning(line.level)
        states[number].head.headFault = max(states[number].head.headFault, line.fault)
    }
}

// MARK: - Whose line it is

extension LambdaStreams {
    private mutating func owner(of line: LambdaLine, _ number: Int, _ place: EventPlace) -> LineOwner {
        switch line.kind {
        case .chatter: return .nobody
        case .initStart: return .initialisation
        case .initReport, .restoreReport:
            return states[number].open < 0 ? .initialisation : .invocation(facts[states[number].open].id)
        case .trace:
            let state = states[number]
            if state.previous >= 0, facts[state.previous].hasReport, facts[state.previous].traceID.isNone {
                return .invocation(facts[state.previous].id)
            }
            return openOwner(number)
        case .fault where line.id.isNone:
            // The last word on a run comes after its END.
            let state = states[number]
            let index = state.open >= 0 ? state.open : state.previous
            return index >= 0 && !state.interleaves ? .invocation(facts[index].id) : .nobody
        case .start, .end, .report, .runtimeDone, .fault: return line.id.isNone ? .nobody : .invocation(line.id)
        case .application: return ownerOfApplicationLine(line, number)
        }
    }

    private mutating func ownerOfApplicationLine(_ line: LambdaLine, _ number: Int) -> LineOwner {
        if line.idStrength != .none, trusts(line, number) {
            if line.isJSON { noteJSONID(line.id, number) }
            return .invocation(line.id)
        }
        if line.beforeRequest, states[number].open < 0 { return .initialisation }
        let owner = openOwner(number)
        if case .invocation = owner { return owner }
        if states[number].initialisation.isActive, states[number].open < 0 { return .initialisation }
        return states[number].headIsOver ? .nobody : .head
    }

    /// Code may call an id of its own `requestId`. It is believed when it is the id of a run seen before; else only where the
    /// platform writes JSON, in a record shaped as a runtime's or while no run is open whose START was seen.
    private func trusts(_ line: LambdaLine, _ number: Int) -> Bool {
        if line.idStrength == .strong { return true }
        let state = states[number]
        if state.open >= 0, facts[state.open].id == line.id { return true }
        if indices[line.id] != nil { return true }
        if state.hasTextPlatform { return false }
        return line.idStrength == .runtime || state.interleaves || state.open < 0 || !facts[state.open].hasStart
    }

    /// A JSON line of another run while one is open: requests interleave here.
    private mutating func noteJSONID(_ id: ID128, _ number: Int) {
        let state = states[number]
        states[number].hasJSONIDs = true
        guard state.open >= 0, !state.hasTextPlatform, facts[state.open].id != id else { return }
        if let index = indices[id], facts[index].hasReport { return }
        states[number].interleaves = true
    }

    private func openOwner(_ number: Int) -> LineOwner {
        let state = states[number]
        guard state.open >= 0, !state.interleaves else { return .nobody }
        // Two runs without a REPORT where lines carry ids: this may be an instance that runs several requests at a time.
        if state.hasJSONIDs, !state.hasTextPlatform, state.previous >= 0, !facts[state.previous].hasReport { return .nobody }
        return .invocation(facts[state.open].id)
    }
}

// MARK: - Facts

extension LambdaStreams {
    private mutating func start(_ line: LambdaLine, _ number: Int, _ place: EventPlace, _ time: Timestamp) {
        guard !line.id.isNone else { return }
        var index = index(of: line.id, number, place)
        if facts[index].hasStart, !(time.isKnown && facts[index].start == time) {
            let attempt = facts[index].attempt
            index = newFact(line.id, number, place)
            facts[index].attempt = attempt == .max ? .max : attempt + 1
        }
        facts[index].hasStart = true
        facts[index].start = time
        if !line.version.isNone { facts[index].version = line.version }
        if states[number].open != index { close(number) }
        states[number].open = index
        takeInit(index, number, place)
        if states[number].head.headLines > 0, states[number].afterHead < 0 { states[number].afterHead = index }
        states[number].headIsOver = true
    }

    private mutating func takeInit(_ index: Int, _ number: Int, _ place: EventPlace) {
        let pending = states[number].initialisation
        guard pending.isActive else { return }
        states[number].initialisation = PendingInit()
        facts[index].hasInit = true
        facts[index].initPlaces = PlaceRange(input: place.input, first: pending.first, last: pending.last)
        facts[index].errorLines.add(pending.errorLines)
        facts[index].warningLines.add(pending.warningLines)
        if pending.hundredths >= 0 { facts[index].initHundredths = pending.hundredths }
        inits[index].fault = pending.fault
        inits[index].failedInInvoke = pending.failedInInvoke || pending.uncaught > 1
        if inits[index].failedInInvoke { facts[index].fault = max(facts[index].fault, pending.fault) }
    }

    /// An END whose START stands in an earlier input: what this input holds before it was printed by that run.
    private mutating func adoptHead(_ line: LambdaLine, _ number: Int, _ place: EventPlace) -> Bool {
        let head = states[number].head
        guard !line.id.isNone, !states[number].headIsOver, head.headLines > 0, !line.isJSON else { return false }
        let index = index(of: line.id, number, place)
        guard !facts[index].hasStart, inits[index].stream == number else { return false }
        facts[index].places.first = min(facts[index].places.first, head.headPlaces.first)
        facts[index].errorLines.add(head.headErrorLines)
        facts[index].warningLines.add(head.headWarningLines)
        facts[index].fault = max(facts[index].fault, head.headFault)
        states[number].head = StreamEdge()
        return true
    }

    private mutating func index(of id: ID128, _ number: Int, _ place: EventPlace) -> Int {
        let state = states[number]
        if state.open >= 0, facts[state.open].id == id { return state.open }
        if state.previous >= 0, facts[state.previous].id == id { return state.previous }
        if let index = indices[id] { return index }
        let index = newFact(id, number, place)
        // The run was opened in an earlier input; until a START comes it is the one that is open.
        if !state.headIsOver, state.open < 0, state.previous < 0 { states[number].open = index }
        return index
    }

    private mutating func newFact(_ id: ID128, _ number: Int, _ place: EventPlace) -> Int {
        let state = states[number]
        var fact = InvocationFact()
        fact.id = id
        fact.function = state.function
        fact.version = state.version
        fact.logGroup = state.logGroup
        fact.stream = state.stream
        fact.places = PlaceRange(input: place.input, first: place.event, last: place.event)
        let index = facts.count
        facts.append(fact)
        inits.append(InitVerdict(stream: number))
        indices[id] = index
        return index
    }

    private mutating func extend(_ index: Int, _ place: EventPlace, _ time: Timestamp) {
        facts[index].places.last = place.event
        guard time.isKnown else { return }
        if !facts[index].firstLine.isKnown || time < facts[index].firstLine { facts[index].firstLine = time }
        if time > facts[index].lastLine { facts[index].lastLine = time }
    }

    private mutating func apply(_ line: LambdaLine, to index: Int, _ number: Int, _ time: Timestamp) {
        if !line.traceID.isNone, facts[index].traceID.isNone { facts[index].traceID = line.traceID }
        if !line.gatewayID.isNone { facts[index].gatewayID = line.gatewayID }
        if !line.function.isNone, facts[index].function.isNone { facts[index].function = line.function }
        if !line.version.isNone, facts[index].version.isNone { facts[index].version = line.version }
        if line.kind == .application {
            facts[index].errorLines.count(line.level, from: .error)
            facts[index].warningLines.countWarning(line.level)
        }
        // A failed run stays failed whatever another line says.
        if line.status.rawValue > facts[index].status.rawValue { facts[index].status = line.status }
        facts[index].fault = max(facts[index].fault, line.fault)
        switch line.kind {
        case .end:
            states[number].headIsOver = true
            if !facts[index].hasReport { facts[index].end = time }
            if states[number].open == index { close(number) }
        case .report: report(line, index, number, time)
        default: break
        }
    }

    private mutating func report(_ line: LambdaLine, _ index: Int, _ number: Int, _ time: Timestamp) {
        states[number].headIsOver = true
        facts[index].hasReport = true
        facts[index].end = time
        if line.durationHundredths >= 0 { facts[index].durationHundredths = line.durationHundredths }
        if line.initHundredths >= 0 { facts[index].initHundredths = line.initHundredths }
        if line.billedMs >= 0 { facts[index].billedMs = line.billedMs }
        if line.memoryMB >= 0 { facts[index].memoryMB = line.memoryMB }
        if line.memoryUsedMB >= 0 { facts[index].memoryUsedMB = line.memoryUsedMB }
        if states[number].open == index {
            // A JSON log has no END.
            close(number)
        }
        if inits[index].fault != .none, line.fault != .none || inits[index].failedInInvoke {
            facts[index].fault = inits[index].fault
        }
        if states[number].afterHead == index { settleHead(index, number) }
    }

    /// The REPORT of the first run after a head has an init duration: the head was its init.
    private mutating func settleHead(_ index: Int, _ number: Int) {
        let head = states[number].head
        guard facts[index].initHundredths >= 0, head.headLines > 0 else { return }
        if facts[index].hasInit {
            facts[index].initPlaces.first = head.headPlaces.first
        } else {
            facts[index].hasInit = true
            facts[index].initPlaces = head.headPlaces
        }
        facts[index].errorLines.add(head.headErrorLines)
        facts[index].warningLines.add(head.headWarningLines)
        if head.headFault != .none, facts[index].failed {
            facts[index].fault = head.headFault == .outOfMemory ? .outOfMemory : .initError
        }
        states[number].head = StreamEdge()
        states[number].afterHead = -1
    }
}
