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

func rawBlocks(_ failure: Failure) -> [RawBlock] {
    let groups = rawGroups(failure)
    guard !groups.isEmpty else { return [] }
    let budget = RawBlock.maximumCost / groups.count
    return groups.map { title, text in
        let cut = CutText(text, cost: budget)
        let fence: Markdown =
            text.first == "{" && !text.utf8.contains(0x0A) && !cut.isCut ? .fenced("json", text) : .fenced("text", cut.text)
        return RawBlock(
            title: .text("Raw \(title)"), fence: fence,
            note: cut.isCut ? "Cut here; \(.link("the plain text", to: failure.id + ".txt")) is whole." : nil)
    }
}

/// What the raw blocks of a failure cost, for the decision whether it needs a plain text.
func rawCost(_ failure: Failure) -> Int {
    let groups = rawGroups(failure)
    // Each block has an equal share of the budget, so one long one is cut though another is short.
    return (groups.map { htmlCost($0.text) - 350 }.max() ?? 0) * max(1, groups.count)
}

private func rawGroups(_ failure: Failure) -> [(title: String, text: String)] {
    func text(_ source: LogSource, _ role: LineRole) -> String {
        failure.lines.filter { $0.line.source == source && $0.role == role }.map(\.line.text).joined(separator: "\n")
    }
    return [
        ("access log row", text(.accessLog, .gateway)), ("execution log block", text(.executionLog, .gateway)),
        ("platform records of the authorizer", text(.platformLog, .authorizer)),
        ("platform records of the function", text(.platformLog, .function)),
    ].filter { !$0.1.isEmpty }
}
