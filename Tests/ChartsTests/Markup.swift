// A parsed figure: throws when it is not well-formed, and lists what it is made of.

import Foundation
import FoundationXML

struct Markup {
    struct Attribute: Equatable {
        var name: String
        var value: String
    }

    struct NotWellFormed: Error {
        var reason: String
        var line: Int
        var column: Int
    }

    var elements: Set<String> = []
    var attributes: [Attribute] = []
    var texts: [String] = []

    var classes: Set<String> {
        Set(attributes.filter { $0.name == "class" }.flatMap { $0.value.split(separator: " ").map(String.init) })
    }

    init(_ text: String) throws {
        let parser = XMLParser(data: Data(text.utf8))
        let collector = Collector()
        parser.delegate = collector
        guard parser.parse() else {
            throw NotWellFormed(
                reason: parser.parserError.map { "\($0)" } ?? "unknown", line: parser.lineNumber,
                column: parser.columnNumber)
        }
        elements = collector.elements
        attributes = collector.attributes
        texts = collector.texts
    }
}

private final class Collector: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var attributes: [Markup.Attribute] = []
    var texts: [String] = []
    private var current = ""

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes found: [String: String]
    ) {
        flush()
        elements.insert(name)
        for key in found.keys.sorted() { attributes.append(.init(name: key, value: found[key] ?? "")) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { current += string }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { flush() }

    private func flush() {
        if !current.isEmpty { texts.append(current) }
        current = ""
    }
}

func styleSheet() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Themes/standard/charts.css"), encoding: .utf8)
}

/// Every class that a rule of charts.css names.
func styledClasses() throws -> Set<String> {
    let name = /\.([a-z][a-z0-9-]*)/
    return Set(try styleSheet().matches(of: name).map { String($0.output.1) })
}

func count(of part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
}
