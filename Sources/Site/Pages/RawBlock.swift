// The sources of a failure as they were logged, after redaction.

import MarkdownHTML
import Model

struct RawBlock: TemplateModel {
    static let maximumCost = 28_000

    var title: Markdown
    var fence: Markdown
    var note: Markdown?

    static let fields: [TemplateField<RawBlock>] = [
        .text("title") { $0.title }, .text("fence") { $0.fence }, .text("note") { $0.note },
    ]
}

/// Lines of one source, as they stand below each other.
struct RawText {
    var title: String
    var text = ""

    /// Those of a failure that are not empty.
    static func all(of failure: Failure) -> [RawText] {
        var texts = [
            RawText(title: "access log row"), RawText(title: "execution log block"),
            RawText(title: "platform records of the authorizer"), RawText(title: "platform records of the function"),
        ]
        var hasLine = texts.map { _ in false }
        for line in failure.lines {
            let place: Int? =
                switch (line.line.source, line.role) {
                case (.accessLog, .gateway): 0
                case (.executionLog, .gateway): 1
                case (.platformLog, .authorizer): 2
                case (.platformLog, .function): 3
                default: nil
                }
            guard let place else { continue }
            if hasLine[place] { texts[place].text += "\n" }
            texts[place].text += line.line.text
            hasLine[place] = true
        }
        return texts.filter { !$0.text.isEmpty }
    }
}

func rawBlocks(_ failure: Failure, _ texts: [RawText]) -> [RawBlock] {
    guard !texts.isEmpty else { return [] }
    let budget = RawBlock.maximumCost / texts.count
    return texts.map { raw in
        let text = raw.text
        let cut = CutText(text, cost: budget)
        let fence: Markdown =
            text.first == "{" && !text.holds(byte: 0x0A) && !cut.isCut ? .fenced("json", text) : .fenced("text", cut.text)
        return RawBlock(
            title: .text("Raw \(raw.title)"), fence: fence,
            note: cut.isCut ? "Cut here; \(.link("the plain text", to: failure.id + ".txt")) is whole." : nil)
    }
}

/// What the raw blocks of a failure cost, for the decision whether it needs a plain text.
func rawCost(_ texts: [RawText]) -> Int {
    // Each block has an equal share of the budget, so one long one is cut though another is short.
    (texts.map { htmlCost($0.text) - 350 }.max() ?? 0) * max(1, texts.count)
}
