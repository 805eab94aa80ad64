// What lines add to the facts of their runs.

import Model

extension LambdaStreams {
    mutating func start(_ line: LambdaLine, _ number: Int, _ place: EventPlace, _ time: Timestamp) {
        guard !line.id.isNone else { return }
        var index = index(of: line.id, number, place)
        if facts[index].hasStart, !(time.isKnown && facts[index].start == time) {
            let attempt = facts[index].attempt
            index = newFact(line.id, number, place)
            facts[index].attempt = attempt == .max ? .max : attempt + 1
        }
        facts[index].takeStart(line, time)
        if states[number].open != index { close(number) }
        states[number].open = index
        takeInit(index, number, place)
        if states[number].head.headLines > 0, states[number].afterHead < 0 { states[number].afterHead = index }
        states[number].headIsOver = true
    }

    mutating func takeInit(_ index: Int, _ number: Int, _ place: EventPlace) {
        guard states[number].initialisation.isActive else { return }
        let pending = states[number].initialisation
        states[number].initialisation = PendingInit()
        facts[index].hasInit = true
        setExtras(of: index) { $0.initPlaces = PlaceRange(input: place.input, first: pending.first, last: pending.last) }
        facts[index].errorLines.add(pending.errorLines)
        facts[index].warningLines.add(pending.warningLines)
        if pending.hundredths >= 0 { facts[index].initHundredths = pending.hundredths }
        inits[index].fault = pending.fault
        inits[index].failedInInvoke = pending.failedInInvoke || pending.uncaught > 1
        if inits[index].failedInInvoke { facts[index].fault = max(facts[index].fault, pending.fault) }
    }

    /// An END whose START stands in an earlier input: what this input holds before it was printed by that run.
    mutating func adoptHead(_ line: LambdaLine, _ number: Int, _ place: EventPlace) -> Bool {
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

    mutating func index(of id: ID128, _ number: Int, _ place: EventPlace) -> Int {
        let open = states[number].open
        let previous = states[number].previous
        if open >= 0, facts[open].id == id { return open }
        if previous >= 0, facts[previous].id == id { return previous }
        if let index = indices[id] { return index }
        let index = newFact(id, number, place)
        // The run was opened in an earlier input; until a START comes it is the one that is open.
        if !states[number].headIsOver, open < 0, previous < 0 { states[number].open = index }
        return index
    }

    mutating func newFact(_ id: ID128, _ number: Int, _ place: EventPlace) -> Int {
        var fact = InvocationFact()
        fact.id = id
        fact.function = states[number].function
        fact.version = states[number].version
        fact.logGroup = states[number].logGroup
        fact.stream = states[number].stream
        fact.places = PlaceRange(input: place.input, first: place.event, last: place.event)
        let index = facts.count
        facts.append(fact)
        inits.append(InitVerdict(stream: number))
        indices.set(id, to: index)
        return index
    }

    func extras(of index: Int) -> InvocationExtras {
        facts[index].extras < 0 ? InvocationExtras() : extras[Int(facts[index].extras)]
    }

    mutating func setExtras(of index: Int, _ change: (inout InvocationExtras) -> Void) {
        if facts[index].extras < 0 {
            facts[index].extras = Int32(extras.count)
            extras.append(InvocationExtras())
        }
        change(&extras[Int(facts[index].extras)])
    }

    mutating func apply(_ line: LambdaLine, to index: Int, _ number: Int, _ time: Timestamp) {
        if !line.traceID.isNone, extras(of: index).traceID.isNone { setExtras(of: index) { $0.traceID = line.traceID } }
        if !line.gatewayID.isNone { setExtras(of: index) { $0.gatewayID = line.gatewayID } }
        facts[index].take(line)
        switch line.kind {
        case .end:
            states[number].headIsOver = true
            if !facts[index].hasReport { facts[index].end = time }
            if states[number].open == index { close(number) }
        case .report: report(line, index, number, time)
        default: break
        }
    }

    mutating func report(_ line: LambdaLine, _ index: Int, _ number: Int, _ time: Timestamp) {
        states[number].headIsOver = true
        facts[index].takeReport(line, time)
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
    mutating func settleHead(_ index: Int, _ number: Int) {
        let head = states[number].head
        guard facts[index].initHundredths >= 0, head.headLines > 0 else { return }
        if facts[index].hasInit {
            setExtras(of: index) { $0.initPlaces?.first = head.headPlaces.first }
        } else {
            facts[index].hasInit = true
            setExtras(of: index) { $0.initPlaces = head.headPlaces }
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

/// What a line says of its run and of nothing else.
extension InvocationFact {
    fileprivate mutating func takeStart(_ line: LambdaLine, _ time: Timestamp) {
        hasStart = true
        start = time
        if !line.version.isNone { version = line.version }
    }

    fileprivate mutating func take(_ line: LambdaLine) {
        if !line.function.isNone, function.isNone { function = line.function }
        if !line.version.isNone, version.isNone { version = line.version }
        if line.kind == .application {
            errorLines.count(line.level, from: .error)
            warningLines.countWarning(line.level)
        }
        // A failed run stays failed whatever another line says.
        if line.status.rawValue > status.rawValue { status = line.status }
        if line.fault != .none { fault = max(fault, line.fault) }
    }

    fileprivate mutating func takeReport(_ line: LambdaLine, _ time: Timestamp) {
        hasReport = true
        end = time
        if line.durationHundredths >= 0 { durationHundredths = line.durationHundredths }
        if line.initHundredths >= 0 { initHundredths = line.initHundredths }
        if line.billedMs >= 0 { billedMs = line.billedMs }
        if line.memoryMB >= 0 { memoryMB = line.memoryMB }
        if line.memoryUsedMB >= 0 { memoryUsedMB = line.memoryUsedMB }
    }

    mutating func extend(to place: EventPlace, _ time: Timestamp) {
        places.last = place.event
        guard time.isKnown else { return }
        if !firstLine.isKnown || time < firstLine { firstLine = time }
    }
}
