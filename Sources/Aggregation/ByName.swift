// Values by name, faster than a dictionary: a walk asks for some of them once a request.

import Model

/// Made once for all names of a night and emptied at the cost of what was met.
struct ByName<Value> {
    /// By name: its place among the values; -1 for names not met.
    private var places: [Int32]
    /// In the order in which the names were met.
    private(set) var met: [(name: Name, value: Value)] = []

    init(names: NameTable) { places = [Int32](repeating: -1, count: names.texts.count) }

    subscript(name: Name, default initial: @autoclosure () -> Value) -> Value {
        mutating get { met[place(name, initial)].value }
        _modify {
            let place = place(name, initial)
            yield &met[place].value
        }
    }

    private mutating func place(_ name: Name, _ initial: () -> Value) -> Int {
        let known = places[Int(name.index)]
        if known >= 0 { return Int(known) }
        places[Int(name.index)] = Int32(met.count)
        met.append((name, initial()))
        return met.count - 1
    }

    mutating func meet(_ name: Name) where Value == Void { _ = place(name) {} }

    mutating func removeAll() {
        for (name, _) in met { places[Int(name.index)] = -1 }
        met.removeAll(keepingCapacity: true)
    }
}
