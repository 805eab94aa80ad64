// Reads the HTML a page is made of: elements in order, their attributes, their text with character references resolved.

struct HTMLReader {
    struct Element {
        var name: String
        var attributes: [String: String]
        var text = ""
    }

    /// All text outside tags, in order.
    private(set) var text = ""
    /// Every element in order of its start tag, with all text below it.
    private(set) var elements: [Element] = []

    private static let void: Set<String> = ["br", "img", "hr", "path", "meta", "link"]

    init(_ html: String) {
        var rest = Substring(html)
        var open: [Int] = []
        while let character = rest.first {
            guard character == "<" else {
                let run = rest.prefix { $0 != "<" }
                let resolved = Self.resolved(run)
                text += resolved
                for index in open { elements[index].text += resolved }
                rest = rest[run.endIndex...]
                continue
            }
            if rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
                rest = rest[end.upperBound...]
                continue
            }
            guard let close = rest.firstIndex(of: ">") else { return }
            let tag = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[rest.index(after: close)...]
            if tag.hasPrefix("/") {
                _ = open.popLast()
                continue
            }
            let name = String(tag.prefix { $0 != " " && $0 != "/" })
            elements.append(Element(name: name, attributes: Self.attributes(tag.dropFirst(name.count))))
            if !Self.void.contains(name), !tag.hasSuffix("/") { open.append(elements.count - 1) }
        }
    }

    func first(_ name: String, class className: String? = nil) -> Element? { all(name, class: className).first }

    func all(_ name: String, class className: String? = nil) -> [Element] {
        elements.filter { element in
            element.name == name
                && (className == nil || element.attributes["class"]?.split(separator: " ").contains { $0 == className! } == true)
        }
    }

    private static func attributes(_ source: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = source
        while let equals = rest.firstIndex(of: "=") {
            let name = rest[..<equals].filter { $0 != " " }
            let quoted = rest[equals...].dropFirst(2)
            guard let end = quoted.firstIndex(of: "\"") else { break }
            result[String(name)] = resolved(quoted[..<end])
            rest = quoted[end...].dropFirst()
        }
        return result
    }

    private static func resolved(_ text: Substring) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
            "&#39;", with: "'"
        )
        .replacing("&amp;", with: "&")
    }
}
