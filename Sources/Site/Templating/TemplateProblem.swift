// What is wrong with a template, told before anything is rendered.

package struct TemplateProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case missing
        case unknownTag(String)
        case unknownPartial(String)
        case unclosedTag
        case unclosedSection(String)
        case strayEnd(String)
        case unsupportedTag(String)
        case syntax(String)
    }

    /// `overview.md`, `layout.html`.
    package var file: String
    /// From 1; 0 when the whole file is meant.
    package var line: Int
    package var reason: Reason

    package var description: String {
        let place = line > 0 ? "templates/\(file):\(line)" : "templates/\(file)"
        return "\(place): \(clause)"
    }

    private var clause: String {
        switch reason {
        case .missing: "no such template"
        case .unknownTag(let name): "unknown tag '\(name)'"
        case .unknownPartial(let name): "unknown partial '\(name)'"
        case .unclosedTag: "a tag is opened with '{{' and not closed"
        case .unclosedSection(let name): "section '\(name)' is not closed"
        case .strayEnd(let name): "'{{/\(name)}}' closes a section that is not open"
        case .unsupportedTag(let tag): "'\(tag)' is not supported in templates"
        case .syntax(let text): text
        }
    }
}
