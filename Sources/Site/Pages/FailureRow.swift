// One failure in a list.

import MarkdownHTML
import Model

struct FailureRow: TemplateModel {
    var time: Markdown
    var status: Markdown
    var brokeAt: Markdown
    var verdict: Markdown
    var subject: Markdown
    var error: Markdown
    var took: Markdown
    var id: Markdown
    var reason: Markdown

    static let fields: [TemplateField<FailureRow>] = [
        .cell("time") { $0.time }, .cell("status") { $0.status }, .cell("brokeAt") { $0.brokeAt },
        .cell("verdict") { $0.verdict }, .cell("subject") { $0.subject }, .cell("error") { $0.error },
        .cell("took") { $0.took }, .cell("id") { $0.id }, .cell("reason") { $0.reason },
    ]

    /// `reason` says why the row is in a list of mixed kinds.
    init(_ index: Int, in night: Night, root: String, reason: Markdown = "", isThis: Bool = false) {
        let redacted = night.input.failures[index]
        let clock = Markdown.text(night.zone.clock(redacted.failure.time))
        let title = redacted.failure.verdict.cause.title
        time = isThis ? "**\(clock)**" : .link(clock, to: root + redacted.failure.page)
        status =
            redacted.failure.request == nil
            ? "no client" : redacted.failure.request?.status.map { .code(String($0)) } ?? "\u{2013}"
        brokeAt = .fault(redacted.failure.verdict.layer, status: redacted.failure.request?.status)
        verdict = isThis ? "**\(.text(title))**" : .text(title)
        subject = .code(clipped(redacted.failure.subject, 90))
        error = redacted.failure.errorLine.map { .code(clipped($0, 90)) } ?? "\u{2013}"
        took = redacted.failure.tookMs.map { .text(fixed($0, 0)) } ?? "\u{2013}"
        id = .code(redacted.failure.shortID)
        self.reason = reason
    }
}

extension Failure {
    /// The error in one line: type and message, else the gateway's own words.
    var errorLine: String? {
        if let error {
            // Unicode's other line ends (U+2028, U+0085, vertical tab) are hiding characters of a text, not the end of its line.
            let first = Substring(error.message.utf8.prefix { $0 != 0x0A && $0 != 0x0D })
            let type = error.type.map { $0.isEmpty || first.isEmpty ? $0 : "\($0): " } ?? ""
            return type + first
        }
        return request?.message ?? request?.responseType
    }
}
