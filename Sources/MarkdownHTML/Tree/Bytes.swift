// Questions about bytes that several constructs ask.

import CCmark

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLowerLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") }

func isUpperLetter(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLowerLetter(byte) || isUpperLetter(byte) }

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

extension ArraySlice<UInt8> {
    /// Without blanks at either end.
    func trimmed() -> ArraySlice<UInt8> {
        // Moving the ends of a slice that others see, too, would copy all of it.
        var start = startIndex
        var end = endIndex
        while start < end, isBlank(self[start]) { start += 1 }
        while start < end, isBlank(self[end - 1]) { end -= 1 }
        return self[start..<end]
    }

    /// Where `byte` stands first, at or after `start`.
    func position(of byte: UInt8, from start: Int) -> Int? {
        guard start < endIndex else { return nil }
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress,
                let found = unsafe memchr(base + (start - startIndex), Int32(byte), endIndex - start)
            else { return nil }
            return unsafe startIndex + (UnsafeRawPointer(found) - base)
        }
    }

    /// Where `needle` begins first, at or after `start`. For short needles: the cost is the length of both.
    func position(of needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first else { return nil }
        var index = start
        while let found = position(of: first, from: index), found + needle.count <= endIndex {
            if self[found..<found + needle.count].elementsEqual(needle) { return found }
            index = found + 1
        }
        return nil
    }

    /// The lines, without their ends; a last empty line after a final line end is no line.
    func lines() -> [ArraySlice<UInt8>] {
        var result: [ArraySlice<UInt8>] = []
        var start = startIndex
        while let end = position(of: UInt8(ascii: "\n"), from: start) {
            result.append(self[start..<end])
            start = end + 1
        }
        if start < endIndex { result.append(self[start...]) }
        return result
    }

    var string: String { String(decoding: self, as: UTF8.self) }
}
