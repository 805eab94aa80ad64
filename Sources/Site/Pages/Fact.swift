// A key and what stands behind it, in a list of facts.

import MarkdownHTML

struct Fact: TemplateModel {
    var key: Markdown
    var value: Markdown

    static let fields: [TemplateField<Fact>] = [
        .text("key") { $0.key }, .text("value") { $0.value },
    ]

    init(_ key: Markdown, _ value: Markdown) {
        self.key = key
        self.value = value
    }

    /// Nil when there is nothing to say.
    init?(_ key: Markdown, _ value: Markdown?) {
        guard let value else { return nil }
        self.init(key, value)
    }

    /// A value out of a log.
    init?(_ key: Markdown, code: String?, limit: Int = 1000) {
        guard let code else { return nil }
        self.init(key, .code(clipped(code, limit)))
    }
}
