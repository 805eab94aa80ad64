// One row of an access log taken apart: the values by variable, whatever the row's format was.

import Model

/// Reused from row to row, so that reading one allocates nothing once its buffers have grown.
struct AccessRow {
    struct Entry {
        var variable: AccessVariable?
        /// The whole key names the variable; it is then not kept.
        var isExact: Bool
        var key: Range<Int>
        var value: Range<Int>
    }

    private var bytes: [UInt8] = []
    private var values = [Range<Int>](repeating: 0..<0, count: AccessVariable.allCases.count)
    private var strength = [UInt8](repeating: 0, count: AccessVariable.allCases.count)
    private(set) var entries: [Entry] = []
    /// Keys of the row that stand for a variable, its value present or not; bits by raw value.
    private(set) var seen: UInt128 = 0
    /// Top-level keys that the logs of functions have and templates do not.
    var functionLogKeys = 0

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        seen = 0
        functionLogKeys = 0
    }

    /// Adds a field in the row's order. An exact match goes before one by the last part of a key, the first before a second
    /// of the same strength, and a value before none.
    mutating func add(_ match: AccessKeys.Match, key: Span<UInt8>, value: Span<UInt8>) {
        var keyRange = 0..<0
        if case .variable = match {
            // Its name is the variable's.
        } else {
            keyRange = bytes.count..<(bytes.count + key.count)
            bytes.append(key)
        }
        let range = bytes.count..<(bytes.count + value.count)
        bytes.append(value)
        switch match {
        case .none: entries.append(Entry(variable: nil, isExact: false, key: keyRange, value: range))
        case .variable(let variable):
            entries.append(Entry(variable: variable, isExact: true, key: keyRange, value: range))
            set(variable, range, strength: 2)
        case .lastPart(let variable):
            entries.append(Entry(variable: variable, isExact: false, key: keyRange, value: range))
            set(variable, range, strength: 1)
        }
    }

    /// Gives a field whose key says nothing to a variable that the row has not.
    mutating func give(_ entry: Int, to variable: AccessVariable) {
        entries[entry].variable = variable
        set(variable, entries[entry].value, strength: 1)
    }

    private mutating func set(_ variable: AccessVariable, _ range: Range<Int>, strength new: UInt8) {
        let number = Int(variable.rawValue)
        let bit = UInt128(1) &<< UInt128(truncatingIfNeeded: number)
        if seen & bit != 0 {
            let old = strength[number]
            let hadValue = !isAbsent(bytes.span.extracting(values[number]))
            if hadValue, new <= old || isAbsent(bytes.span.extracting(range)) { return }
        }
        seen |= bit
        values[number] = range
        strength[number] = new
    }

    @inline(__always)
    func has(_ variable: AccessVariable) -> Bool { seen & (UInt128(1) &<< UInt128(truncatingIfNeeded: variable.rawValue)) != 0 }

    /// The variable's value; nil when it is `-`, empty, null or not in the row.
    @inline(__always)
    func with<Result>(_ variable: AccessVariable, _ body: (Span<UInt8>) -> Result) -> Result? {
        guard has(variable) else { return nil }
        let value = bytes.span.extracting(values[Int(variable.rawValue)])
        return isAbsent(value) ? nil : body(value)
    }

    /// The variable that a field is quoted as: the one its whole key names, or the one whose value it gave to the row.
    func variable(of entry: Int) -> AccessVariable? {
        if entries[entry].isExact { return entries[entry].variable }
        guard let variable = entries[entry].variable, values[Int(variable.rawValue)] == entries[entry].value else { return nil }
        return variable
    }

    func hasValue(_ variable: AccessVariable) -> Bool { with(variable) { _ in true } ?? false }

    func withValue<Result>(_ entry: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(entries[entry].value))
    }

    func withKey<Result>(_ entry: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(entries[entry].key))
    }
}

/// How an access log writes "no value": one hyphen; user templates add quotes around it or a JSON null.
func isAbsent(_ value: Span<UInt8>) -> Bool {
    value.isEmpty || value.spells("-") || value.spells("null") || value.spells("\"-\"")
}
