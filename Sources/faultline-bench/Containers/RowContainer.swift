// Rows of one form in files: one for a group or one for a stream, a page each 10,000 rows, as the tools stop there.

final class RowContainer: LogContainer {
    private let folder: OutputFolder
    private let path: String
    private let group: String
    private let form: RowForm
    private var names: [String] = []
    private var pages: [Int: Page] = [:]
    private static let pageRows = 10_000

    private struct Page {
        var number = 1
        var rows: [LogEntry] = []
    }

    init(folder: OutputFolder, path: String, group: String, form: RowForm) {
        self.folder = folder
        self.path = path
        self.group = group
        self.form = form
    }

    func open(stream: Int, name: String) { names.append(name) }

    func write(_ entry: LogEntry) throws {
        let file = form.isPerStream ? entry.stream : -1
        pages[file, default: Page()].rows.append(entry)
        if let count = pages[file]?.rows.count, count >= Self.pageRows { try endPage(file) }
    }

    func close(stream: Int) throws {
        if form.isPerStream { try endPage(stream) }
    }

    func finish() throws {
        for file in pages.keys.sorted() { try endPage(file) }
    }

    private func endPage(_ file: Int) throws {
        guard let page = pages[file], !page.rows.isEmpty else { return }
        var text: [UInt8] = []
        text.append(form.opening)
        let rows = form.isNewestFirst ? page.rows.reversed() : page.rows
        for (index, entry) in rows.enumerated() {
            text.append(form.separator(isFirst: index == 0))
            form.row(entry, stream: names[entry.stream], group: group, into: &text)
        }
        text.append(form.closing(rows: rows.count))
        let digits = String(page.number)
        let number = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        let name = file < 0 ? "\(number).\(form.ending)" : "\(streamFileName(names[file])).\(form.ending)"
        // A stream that goes on goes on in its file; a page of a group has a name of its own.
        let isHeadless = file >= 0 && page.number > 1
        try folder.append(isHeadless ? Array(text.dropFirst(form.opening.utf8.count)) : text, to: "\(path)/\(name)", gzip: false)
        pages[file] = Page(number: page.number + 1)
    }
}
