// Finding the state of an event's stream, its init and its head.

import Model

extension LambdaStreams {
    mutating func stateNumber(group: LogGroup, stream: Name, names: inout InternedNames) -> Int {
        if lastState.number >= 0, lastState.stream == stream, lastState.group == group.name { return lastState.number }
        let number = findState(group: group, stream: stream, names: &names)
        lastState = (group.name, stream, number)
        return number
    }

    private mutating func findState(group: LogGroup, stream: Name, names: inout InternedNames) -> Int {
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
    func first(in table: [Int32], _ key: Int) -> Int { key < table.count ? Int(table[key]) - 1 : -1 }

    static func set(_ number: Int, at key: Int, in table: inout [Int32]) {
        while table.count <= key { table.append(0) }
        table[key] = Int32(number + 1)
    }

    func newState(group: LogGroup, stream: Name, names: inout InternedNames) -> StreamState {
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

    mutating func beginInit(_ line: LambdaLine, _ number: Int, _ place: EventPlace) {
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

    mutating func close(_ number: Int) {
        if states[number].open >= 0 { states[number].previous = states[number].open }
        states[number].open = -1
    }

    mutating func addToHead(_ line: LambdaLine, _ number: Int, _ place: EventPlace) {
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
