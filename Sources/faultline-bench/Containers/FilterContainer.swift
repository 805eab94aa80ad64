// The answers of `aws logs filter-log-events`, a page a file: events of all streams in order of time. Every second page is
// pretty, as the command line prints it; one of four is left uncompressed.

final class FilterContainer: LogContainer {
    private let folder: OutputFolder
    private let path: String
    /// The container's number among its kind, so that groups of a single page differ.
    private let number: Int
    private var names: [String] = []
    private var text: [UInt8] = []
    private var events = 0
    private var page = 0
    private static let pageEvents = 10_000

    init(folder: OutputFolder, path: String, number: Int) {
        self.number = number
        self.folder = folder
        self.path = path
    }

    func open(stream: Int, name: String) { names.append(name) }

    func write(_ entry: LogEntry) throws {
        let form = pretty ? JSONForm.pretty : .compact
        text.append(events == 0 ? form.opening : form.separator)
        form.event(entry, stream: names[entry.stream], into: &text)
        events += 1
        if events == Self.pageEvents { try endPage(more: true) }
    }

    func close(stream: Int) throws {}

    func finish() throws { try endPage(more: false) }

    private var pretty: Bool { (number + page) % 2 == 0 }

    /// Six digits, so that pages sort as they follow each other.
    private var pageNumber: String {
        let digits = String(page + 1)
        return String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }

    private func endPage(more: Bool) throws {
        guard events > 0 else { return }
        let form = pretty ? JSONForm.pretty : .compact
        text.append(form.closing(searched: true, token: more ? "page-\(page + 2)" : nil))
        let packed = (number + page) % 4 != 2
        try folder.append(text, to: "\(path)/page-\(pageNumber).json" + (packed ? ".gz" : ""), gzip: packed)
        text.removeAll(keepingCapacity: true)
        events = 0
        page += 1
    }
}
