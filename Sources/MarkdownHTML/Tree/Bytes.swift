// Questions about bytes that several constructs ask.

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLowerLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

func isUpperLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLowerLetter(byte) || isUpperLetter(byte) }

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

extension ArraySlice<UInt8> {
    /// Without blanks at either end.
    func trimmed() -> ArraySlice<UInt8> {
        var slice = self
        while let first = slice.first, isBlank(first) { slice.removeFirst() }
        while let last = slice.last, isBlank(last) { slice.removeLast() }
        return slice
    }

    /// Where `needle` begins first, at or after `start`. For short needles: the cost is the length of both.
    func position(of needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, endIndex - start >= needle.count else { return nil }
        var index = start
        while index <= endIndex - needle.count {
            if self[index] == first, self[index..<index + needle.count].elementsEqual(needle) { return index }
            index += 1
        }
        return nil
    }

    /// The lines, without their ends; a last empty line after a final line end is no line.
    func lines() -> [ArraySlice<UInt8>] {
        var result = split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if result.last?.isEmpty == true { result.removeLast() }
        return result
    }

    var string: String { String(decoding: self, as: UTF8.self) }
}
