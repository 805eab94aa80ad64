// Whether a name can interest a rule, told by its last three letters before anything is copied: nearly no name does.

struct NameEndings: Sendable {
    /// The last three letters of every name that a rule asks for, as one number each.
    private var endings: [UInt32] = []

    /// `name` is written in small letters, three or more.
    mutating func insert(_ name: String) {
        let ending = name.utf8.suffix(3).reversed().enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32(8 * $1.offset) }
        if !endings.contains(ending) { endings.append(ending) }
    }

    /// The name in `range` ends, without its marks and without digits behind it, like one of the names. Only what stands behind its last
    /// dot counts, as in `KeyedValue`.
    func match(_ text: ScannedText, _ range: Range<Int>) -> Bool {
        var ending: UInt32 = 0
        var shift: UInt32 = 0
        var place = range.upperBound
        while place > range.lowerBound, shift < 24 {
            place -= 1
            let byte = text[place]
            if byte == UInt8(ascii: ".") { return false }
            guard byte.isAlphanumeric, shift > 0 || !byte.isDigit else { continue }
            ending |= UInt32(byte.lowercased) << shift
            shift += 8
        }
        return shift == 24 && endings.contains(ending)
    }
}
