// One of the largest causes, beside the headline.

import MarkdownHTML
import Model

struct TallyRow: TemplateModel {
    var count: Markdown
    var words: Markdown

    static let fields: [TemplateField<TallyRow>] = [.text("count") { $0.count }, .text("words") { $0.words }]

    init(_ cause: CauseCount, _ night: Night) {
        count = ExplorerLink().with(cause.cause).number(cause.count, root: "")
        let layer = cause.cause.layer
        let place = layer == .unknown ? "" : ", in the \(layer == .edge ? "WAF" : layer.title.lowercased())"
        words = "\(.link(.text(cause.cause.title), to: FailureList.cause(cause.cause).page))\(.text(place))"
    }
}
