// A quoted line that proves the verdict, with a link to its place in the log below.

import MarkdownHTML
import Model

/// Where the lines of a failure stand on its page.
struct LineAnchors {
    /// Line numbers from 1, by place.
    private let numbers: [EventPlace: Int]

    /// Only lines that are shown can be linked.
    init(_ lines: [FailureLine], shown: Set<Int>) {
        numbers = Dictionary(
            lines.enumerated().filter { shown.contains($0.offset) }.map { ($0.element.line.place, $0.offset + 1) },
            uniquingKeysWith: { first, _ in first })
    }

    func number(_ place: EventPlace) -> Int? { numbers[place] }

    /// `[L17](#L17)`.
    func link(_ place: EventPlace) -> Markdown? {
        number(place).map { .link(.text("L\($0)"), to: "#L\($0)") }
    }
}

struct ProofRow: TemplateModel {
    var anchor: Markdown
    var quote: Markdown
    var meaning: Markdown

    static let fields: [TemplateField<ProofRow>] = [
        .text("anchor") { $0.anchor }, .text("quote") { $0.quote }, .text("meaning") { $0.meaning },
    ]

    init(_ proof: ProofLine, _ anchors: LineAnchors) {
        anchor = anchors.link(proof.place) ?? .text(proof.source.words)
        quote = .code(clipped(proof.line, 600))
        meaning = .text(proof.meaning)
    }
}
