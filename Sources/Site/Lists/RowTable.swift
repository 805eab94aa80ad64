// A page's share of a list of failures, with its page numbers.

import MarkdownHTML

struct RowTable: TemplateModel {
    var rows: [FailureRow]
    var pages: Markdown?

    static let fields: [TemplateField<RowTable>] = [
        .flag("hasRows") { !$0.rows.isEmpty }, .list("rows") { $0.rows }, .text("pages") { $0.pages },
    ]

    /// `path` is where the list begins, without ending.
    init(_ members: [Int], number: Int, path: String, in night: Night, root: String) {
        let pager = Pager(total: members.count, number: number)
        rows = members[pager.range].map { FailureRow($0, in: night, root: root) }
        pages = pager.words { root + night.paths.page($0, of: path) + ".html" }
    }
}
