// Finds the tags of a Mustache template, each with its line.

struct TemplateTag: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case value, section, inverted, end, partial, comment, pragma, other
    }

    var kind: Kind
    var name: String
    var line: Int
}

/// The tags of a template in order; throws where one is opened and not closed.
func templateTags(in text: String, file: String) throws(TemplateProblem) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    let bytes = Array(text.utf8)
    var line = 1
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "\n") { line += 1 }
        guard bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") else {
            index += 1
            continue
        }
        let triple = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "{")
        let start = index + (triple ? 3 : 2)
        guard let end = closingBraces(bytes, from: start, count: triple ? 3 : 2) else {
            throw TemplateProblem(file: file, line: line, reason: .unclosedTag)
        }
        tags.append(tag(bytes[start..<end], triple: triple, line: line))
        for byte in bytes[start..<end] where byte == UInt8(ascii: "\n") { line += 1 }
        index = end + (triple ? 3 : 2)
    }
    return tags
}

private func closingBraces(_ bytes: [UInt8], from start: Int, count: Int) -> Int? {
    var index = start
    while index + count <= bytes.count {
        if bytes[index..<index + count].allSatisfy({ $0 == UInt8(ascii: "}") }) { return index }
        index += 1
    }
    return nil
}

private func tag(_ content: ArraySlice<UInt8>, triple: Bool, line: Int) -> TemplateTag {
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    func name(_ slice: ArraySlice<UInt8>) -> String {
        let trimmed = slice.drop { space.contains($0) }
        let length = trimmed.lastIndex { !space.contains($0) }.map { $0 + 1 } ?? trimmed.startIndex
        return String(decoding: trimmed[trimmed.startIndex..<length], as: UTF8.self)
    }
    guard !triple, let first = content.first else { return TemplateTag(kind: .value, name: name(content), line: line) }
    let rest = content.dropFirst()
    switch first {
    case UInt8(ascii: "#"): return TemplateTag(kind: .section, name: name(rest), line: line)
    case UInt8(ascii: "^"): return TemplateTag(kind: .inverted, name: name(rest), line: line)
    case UInt8(ascii: "/"): return TemplateTag(kind: .end, name: name(rest), line: line)
    case UInt8(ascii: ">"): return TemplateTag(kind: .partial, name: name(rest), line: line)
    case UInt8(ascii: "!"): return TemplateTag(kind: .comment, name: "", line: line)
    case UInt8(ascii: "%"): return TemplateTag(kind: .pragma, name: name(rest), line: line)
    case UInt8(ascii: "&"): return TemplateTag(kind: .value, name: name(rest), line: line)
    case UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "<"):
        return TemplateTag(kind: .other, name: "{{" + String(decoding: content, as: UTF8.self) + "}}", line: line)
    default: return TemplateTag(kind: .value, name: name(content), line: line)
    }
}
