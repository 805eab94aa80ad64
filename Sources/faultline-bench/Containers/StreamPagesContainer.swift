// The answers of `aws logs get-log-events`: a file per stream, the pages of a long stream one after the other.

final class StreamPagesContainer: LogContainer {
    private let folder: OutputFolder
    private let path: String
    private var names: [String] = []
    private var pages: [Page] = []
    private static let pageEvents = 5000

    private struct Page {
        var text: [UInt8] = []
        var events = 0
        var first = ""
        var last = ""
    }

    init(folder: OutputFolder, path: String) {
        self.folder = folder
        self.path = path
    }

    func open(stream: Int, name: String) {
        names.append(streamFileName(name))
        pages.append(Page())
    }

    func write(_ entry: LogEntry) throws {
        let form = form(entry.stream)
        if pages[entry.stream].events == 0 { pages[entry.stream].first = eventID(entry) }
        pages[entry.stream].text.append(pages[entry.stream].events == 0 ? form.opening : form.separator)
        form.event(entry, stream: nil, into: &pages[entry.stream].text)
        pages[entry.stream].events += 1
        pages[entry.stream].last = eventID(entry)
        if pages[entry.stream].events == Self.pageEvents { try close(stream: entry.stream) }
    }

    func close(stream: Int) throws {
        guard pages[stream].events > 0 else { return }
        var page = pages[stream]
        page.text.append(form(stream).closing(forward: page.last, backward: page.first))
        try folder.append(page.text, to: "\(path)/\(names[stream]).json.gz", gzip: true)
        pages[stream] = Page()
    }

    func finish() throws {
        for stream in names.indices { try close(stream: stream) }
    }

    private func form(_ stream: Int) -> JSONForm { stream % 2 == 0 ? .pretty : .compact }
}
