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
    /// By variable: the entry whose value it has. Holds for the variables of `seen`.
    private var holders = [Int32](repeating: 0, count: AccessVariable.allCases.count)
    private(set) var entries: [Entry] = []
    /// Keys of the row that stand for a variable, its value present or not; bits by raw value.
    private(set) var seen: UInt128 = 0
    /// Top-level keys that the logs of functions have and templates do not.
    var functionLogKeys = 0
    /// What the row has depends on its keys alone: it is a flat object of JSON, every variable has one field, and no shape of a value told
    /// what a field is.
    var mayRepeat = false

    mutating func clear() {
        mayRepeat = false
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
        seen = 0
        functionLogKeys = 0
    }

    /// Takes a text over and answers where it stands. What is taken over at once for many fields costs once.
    mutating func take(_ text: Span<UInt8>) -> Range<Int> {
        let start = bytes.count
        bytes.append(text)
        return start..<bytes.count
    }

    /// Adds a field in the row's order. An exact match goes before one by the last part of a key, the first before a second
    /// of the same strength, and a value before none.
    mutating func add(_ match: AccessKeys.Match, key: Span<UInt8>, value: Span<UInt8>) {
        // The name of an exact one is the variable's.
        let key = match.isExact ? 0..<0 : take(key)
        add(match, key: key, value: take(value))
    }

    /// The same of what the row has taken over already.
    @inline(__always)
    mutating func add(_ match: AccessKeys.Match, key: Range<Int>, value: Range<Int>) {
        let number = entries.count
        entries.append(Entry(variable: match.variable, isExact: match.isExact, key: key, value: value))
        if let variable = match.variable { set(variable, to: number) }
    }

    /// Rows of one template have the same keys in the same order: then all is as it was but the values. False when the document has other
    /// keys or is no such row; then nothing has changed.
    mutating func repeats(_ json: borrowing JSONReader) -> Bool {
        guard mayRepeat, hasKeys(of: json) else { return false }
        bytes.removeAll(keepingCapacity: true)
        json.withStrings { strings in bytes.append(strings) }
        for number in entries.indices {
            let isString = json.kind(number + 1) == .string
            let value = isString ? json.textInStrings(number + 1) : json.withText(number + 1) { text in take(text) }
            entries[number].key = json.keyInStrings(number + 1)
            entries[number].value = value
        }
        return true
    }

    private func hasKeys(of json: borrowing JSONReader) -> Bool {
        guard json.count == entries.count + 1 else { return false }
        let bytes = bytes.span
        for number in entries.indices {
            let isSame = json.withKey(number + 1) { key in key.equals(bytes.extracting(entries[number].key)) }
            guard isSame, json.kind(number + 1).isScalar else { return false }
        }
        return true
    }

    /// Gives a field whose key says nothing to a variable that the row has not.
    mutating func give(_ entry: Int, to variable: AccessVariable) {
        mayRepeat = false
        entries[entry].variable = variable
        set(variable, to: entry)
    }

    @inline(__always)
    private mutating func set(_ variable: AccessVariable, to number: Int) {
        let place = Int(variable.rawValue)
        if has(variable) {
            mayRepeat = false
            if keeps(entries[Int(holders[place])], against: entries[number]) { return }
        }
        seen |= UInt128(1) &<< UInt128(truncatingIfNeeded: place)
        holders[place] = Int32(truncatingIfNeeded: number)
    }

    private func keeps(_ old: Entry, against new: Entry) -> Bool {
        if isAbsent(bytes.span.extracting(old.value)) { return false }
        return old.isExact || !new.isExact || isAbsent(bytes.span.extracting(new.value))
    }

    @inline(__always)
    func has(_ variable: AccessVariable) -> Bool { seen & (UInt128(1) &<< UInt128(truncatingIfNeeded: variable.rawValue)) != 0 }

    /// The variable's value; nil when it is `-`, empty, null or not in the row.
    @inline(__always)
    func with<Result>(_ variable: AccessVariable, _ body: (Span<UInt8>) -> Result) -> Result? {
        guard has(variable) else { return nil }
        let value = bytes.span.extracting(entries[Int(holders[Int(variable.rawValue)])].value)
        return isAbsent(value) ? nil : body(value)
    }

    /// The variable that a field is quoted as: the one its whole key names, or the one whose value it gave to the row.
    func variable(of entry: Int) -> AccessVariable? {
        if entries[entry].isExact { return entries[entry].variable }
        guard let variable = entries[entry].variable, holders[Int(variable.rawValue)] == Int32(entry) else { return nil }
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
@inline(__always)
func isAbsent(_ value: Span<UInt8>) -> Bool {
    switch value.count {
    case 0: true
    case 1: value[0] == UInt8(ascii: "-")
    case 3: value.has("\"-\"")
    case 4: value.has("null")
    default: false
    }
}
