// Recognises the beginning of an event in a last line that was cut, so that it is not taken for more of the event before it.

extension Span<UInt8> {
    /// How many bytes at `start`, before `end`, are as `form` says: `0` stands for a digit, `A` for a letter, all else for itself.
    func matching(_ form: StaticString, at start: Int, before end: Int) -> Int {
        var count = 0
        while count < form.utf8CodeUnitCount, start + count < end {
            let wanted = unsafe form.utf8Start[count]
            let byte = self[start + count]
            let isAsSaid =
                switch wanted {
                case UInt8(ascii: "0"): isDigit(byte)
                case UInt8(ascii: "A"): isLetter(byte)
                default: byte == wanted
                }
            if !isAsSaid { break }
            count += 1
        }
        return count
    }

    /// The line ends before `form` does and is as it says.
    func isCut(_ form: StaticString, _ line: Range<Int>) -> Bool {
        line.count <= form.utf8CodeUnitCount && matching(form, at: line.lowerBound, before: line.upperBound) == line.count
    }
}
