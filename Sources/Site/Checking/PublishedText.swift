// The text of a published file as a reader sees it: without tags and entities of pages and charts, without the escapes of Markdown.

/// A stretch of text, and the lines of the file that it came from.
struct PublishedText {
    private(set) var text: [UInt8] = []
    /// Where a line of the file begins in the text.
    private var lineStarts: [Int] = [0]

    init() {}

    init(_ bytes: [UInt8]) {
        text = bytes
        for (place, byte) in bytes.enumerated() where byte == newline { lineStarts.append(place + 1) }
    }

    /// From 1.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    mutating func append(_ byte: UInt8) { text.append(byte) }
    mutating func append(_ bytes: [UInt8]) { text += bytes }
    /// The file goes on in its next line, whatever the text does.
    mutating func endLine() { lineStarts.append(text.count) }
}

/// What is to be looked through: the text as it is, and as a reader sees it where that differs.
func readings(of bytes: [UInt8], path: String) -> [PublishedText] {
    if path.hasSuffix(".html") || path.hasSuffix(".svg") { return markupReadings(bytes) }
    if path.hasSuffix(".md") { return [withoutEscapes(bytes)] }
    return [PublishedText(bytes)]
}

/// The running text, and the values of attributes one a line.
private func markupReadings(_ bytes: [UInt8]) -> [PublishedText] {
    var running = PublishedText()
    var attributes = PublishedText()
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "<"):
            let isInline = inlineTags.contains { tag in
                bytes[(index + 1)...].starts(with: tag) || bytes[(index + 1)...].starts(with: [slash] + tag)
            }
            index = appendAttributes(of: bytes, from: index, to: &attributes, running: &running)
            if !isInline { running.append(newline) }
        case UInt8(ascii: "&"):
            index = appendEntity(bytes, at: index, to: &running)
        default:
            running.append(byte)
            index += 1
            if byte == newline {
                running.endLine()
                attributes.endLine()
            }
        }
    }
    return [running, attributes]
}

/// Tags that do not part words. A `code` does: it quotes a log among the page's own words, which make no name of what stands before it.
private let inlineTags: [[UInt8]] = ["span", "em>", "strong", "mark", "time", "b>", "i>", "wbr"].map { Array($0.utf8) }

/// Answers the place behind the tag.
private func appendAttributes(
    of bytes: [UInt8], from start: Int, to attributes: inout PublishedText, running: inout PublishedText
) -> Int {
    var index = start + 1
    var quote: UInt8 = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte == newline {
            running.endLine()
            attributes.endLine()
        }
        if quote != 0 {
            if byte == quote {
                quote = 0
                attributes.append(newline)
            } else if byte == UInt8(ascii: "&") {
                index = appendEntity(bytes, at: index, to: &attributes)
                continue
            } else if let mark = placeholderMark(bytes, at: index) {
                attributes.append(mark)
                index += 2
            } else {
                attributes.append(byte)
            }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
        } else if byte == UInt8(ascii: ">") {
            return index + 1
        }
        index += 1
    }
    return index
}

/// Answers the place behind the entity, or behind the ampersand of what is none.
private func appendEntity(_ bytes: [UInt8], at index: Int, to text: inout PublishedText) -> Int {
    for (entity, byte) in entities where bytes[index...].starts(with: entity) {
        text.append(byte)
        return index + entity.count
    }
    text.append(bytes[index])
    return index + 1
}

private let entities: [([UInt8], UInt8)] = [
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")), ("&quot;", UInt8(ascii: "\"")),
    ("&#39;", UInt8(ascii: "'")), ("&#x27;", UInt8(ascii: "'")),
].map { (Array($0.0.utf8), $0.1) }

/// Markdown without the backslashes before punctuation, and with an end where a code span begins or ends. In a fence backslashes belong
/// to the text, and there are none to lose: a quote with its backslash is found either way.
private func withoutEscapes(_ bytes: [UInt8]) -> PublishedText {
    var result = PublishedText()
    var fence: [UInt8] = []
    var index = 0
    while index < bytes.count {
        let end = bytes[index...].firstIndex(of: newline) ?? bytes.count
        let line = bytes[index..<end]
        let mark = line.prefix { $0 == line.first && ($0 == backtick || $0 == UInt8(ascii: "~")) }
        let isFence = mark.count >= 3 && (fence.isEmpty || line.starts(with: fence) && line.allSatisfy { $0 == mark.first })
        if isFence { fence = fence.isEmpty ? Array(mark) : [] }
        var isEscaped = false
        var place = line.startIndex
        while place < line.endIndex {
            defer { place += 1 }
            var byte = line[place]
            if fence.isEmpty, let mark = placeholderMark(bytes, at: place) {
                byte = mark
                place += 2
            }
            if fence.isEmpty, !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            if isEscaped, !escaped.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(fence.isEmpty && !isEscaped && byte == backtick ? newline : byte)
            isEscaped = false
        }
        if isEscaped { result.append(UInt8(ascii: "\\")) }
        if end < bytes.count {
            result.append(newline)
            result.endLine()
        }
        index = end + 1
    }
    return result
}

/// The addresses of the explorer hold values as their pages show them: `%5Bsecret%231%5D` is a placeholder. Nothing else is decoded, as
/// rules know percent signs in what they look for.
private func placeholderMark(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (UInt8(ascii: "5"), UInt8(ascii: "B")): return UInt8(ascii: "[")
    case (UInt8(ascii: "5"), UInt8(ascii: "D")): return UInt8(ascii: "]")
    case (UInt8(ascii: "2"), UInt8(ascii: "3")): return UInt8(ascii: "#")
    default: return nil
    }
}

/// What `Markdown.text` puts a backslash before; not quotes, whose backslashes are those of JSON.
private let escaped = Set("\\[]()<>*_`#+-.!|{}~&:@=$^".utf8)

private let newline = UInt8(ascii: "\n")
private let backtick = UInt8(ascii: "`")
private let slash = UInt8(ascii: "/")
