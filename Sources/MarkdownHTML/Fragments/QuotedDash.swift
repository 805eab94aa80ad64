// An em dash that a value brought along, which must not be taken for the one that starts the second line of a cell.

/// Unicode keeps U+FDD0 for a program's own use. `Markdown.text` writes it for a value's em dash between blanks, a value's own U+FDD0 is
/// written out as an escape, and pages and twins show the dash again. (A character reference would not do: libcmark joins it to
/// the text around it.)
enum QuotedDash {
    static let mark: [UInt8] = [0xEF, 0xB7, 0x90]
    private static let dash: [UInt8] = Array("—".utf8)

    static func restored(in bytes: [UInt8]) -> [UInt8] {
        guard var found = bytes[...].position(of: mark, from: 0) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = 0
        while true {
            result += bytes[start..<found]
            result += dash
            start = found + mark.count
            guard let next = bytes[...].position(of: mark, from: start) else { break }
            found = next
        }
        result += bytes[start...]
        return result
    }

    static func restored(in text: String) -> String {
        text.utf8.contains(mark[0]) ? String(decoding: restored(in: Array(text.utf8)), as: UTF8.self) : text
    }
}
