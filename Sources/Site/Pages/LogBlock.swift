// The log of a failure: gateway, authorizer and function lines in order.

import MarkdownHTML
import Model

struct LogBlock: TemplateModel {
    var intro: Markdown
    var note: Markdown?
    var fence: Markdown
    var foot: Markdown

    static let fields: [TemplateField<LogBlock>] = [
        .text("intro") { $0.intro }, .text("note") { $0.note }, .text("fence") { $0.fence }, .text("foot") { $0.foot },
    ]

    /// `isPlainToo` when the whole log stands beside the page as plain text.
    init?(_ failure: Failure, _ log: LogFence, zone: DisplayZone, isPlainToo: Bool) {
        guard !failure.lines.isEmpty else { return nil }
        let roles = [LineRole.gateway, .authorizer, .function].filter { role in failure.lines.contains { $0.role == role } }
        let names = listed(roles.map(\.rawValue))
        intro = .text("\(counted(failure.lines.count, "line")) of \(names) in order of time (\(zone.name)).")
        if failure.omittedLines > 0 {
            note = "**Note.** \(.text(counted(failure.omittedLines, "more line"))) from the middle of this log were not kept."
        }
        let plain = failure.id + ".txt"
        fence = log.markdown
        let all = counted(failure.lines.count, "line")
        foot =
            isPlainToo
            ? "\(.text(all)) in all: \(.link("plain text", to: plain))"
            : failure.lines.count == 1 ? "The only line there is." : "All \(.text(all)) shown."
    }

    /// A shorter form on another page; what is left out is linked there as `whole`.
    init?(_ failure: Failure, _ log: LogFence, zone: DisplayZone, whole: String, wholeWords: Markdown) {
        guard !failure.lines.isEmpty else { return nil }
        intro = .text("\(counted(failure.lines.count, "line")) in order of time (\(zone.name)).")
        fence = log.markdown
        foot = "\(log.isCut ? "All lines stand on" : "Raw text and provenance stand on") \(.link(wholeWords, to: whole))."
    }
}
