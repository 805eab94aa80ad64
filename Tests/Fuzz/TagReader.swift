// Reads the HTML of a page byte by byte, as strictly as it is written: elements in order, their attributes, their text.

struct TagReader {
    struct Element {
        var name: String
        var attributes: [(name: String, value: String)]
        var text = ""
    }

    /// In order of their start tags, each with all text below it.
    private(set) var elements: [Element] = []

    private static let void: Set<String> = [
        "br", "img", "hr", "path", "meta", "link", "use", "rect", "line", "circle", "col", "input",
    ]

    init(_ html: [UInt8]) {
        var open: [Int] = []
        var texts: [[UInt8]] = []
        var place = 0
        while place < html.count {
            if html[place] != UInt8(ascii: "<") {
                let end = html[place...].firstIndex(of: UInt8(ascii: "<")) ?? html.count
                let text = Self.resolved(html[place..<end])
                for index in open { texts[index] += text }
                place = end
                continue
            }
            if html[place...].starts(with: "<!-- raw HTML omitted -->".utf8) {
                fatalError("HTML came from a value")
            }
            guard let close = html[place...].firstIndex(of: UInt8(ascii: ">")) else { fatalError("a tag without an end") }
            let tag = html[place + 1..<close]
            place = close + 1
            if tag.first == UInt8(ascii: "/") {
                let name = String(decoding: tag.dropFirst(), as: UTF8.self)
                guard let last = open.popLast(), elements[last].name == name else {
                    fatalError("</\(name)> closes something else")
                }
                continue
            }
            let name = String(decoding: tag.prefix { $0 != 0x20 && $0 != 0x0A && $0 != UInt8(ascii: "/") }, as: UTF8.self)
            elements.append(Element(name: name, attributes: Self.attributes(tag.dropFirst(name.utf8.count))))
            texts.append([])
            if !Self.void.contains(name), tag.last != UInt8(ascii: "/") { open.append(elements.count - 1) }
        }
        guard open.isEmpty else { fatalError("<\(elements[open[0]].name)> has no end") }
        for index in elements.indices { elements[index].text = String(decoding: texts[index], as: UTF8.self) }
    }

    private static func attributes(_ source: ArraySlice<UInt8>) -> [(name: String, value: String)] {
        var result: [(String, String)] = []
        var rest = source
        while true {
            rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: "/") }
            guard !rest.isEmpty else { return result }
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != 0x20 }
            rest = rest[name.endIndex...]
            var value: [UInt8] = []
            if rest.first == UInt8(ascii: "=") {
                guard rest.dropFirst().first == UInt8(ascii: "\"") else { fatalError("an attribute without quotes") }
                let quoted = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
                value = resolved(quoted)
                rest = rest[quoted.endIndex...].dropFirst()
            }
            result.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
        }
    }

    private static let references: [(name: [UInt8], byte: UInt8)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

    private static func resolved(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.first {
            if byte == UInt8(ascii: "&"), let reference = references.first(where: { rest.starts(with: $0.name) }) {
                result.append(reference.byte)
                rest = rest.dropFirst(reference.name.count)
            } else {
                result.append(byte)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}
