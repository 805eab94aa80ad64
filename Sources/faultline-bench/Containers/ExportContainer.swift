// A CloudWatch Logs export to S3: a folder per stream, numbered gzip files, lines of a time stamp and the message.

final class ExportContainer: LogContainer {
    private let folder: OutputFolder
    private let path: String
    private var names: [String] = []
    private var pending: [[UInt8]] = []
    private var files: [Int] = []
    private static let fileBytes = 1 << 20

    init(folder: OutputFolder, path: String) {
        self.folder = folder
        self.path = path
    }

    func open(stream: Int, name: String) {
        names.append(streamFileName(name))
        pending.append([])
        files.append(0)
    }

    func write(_ entry: LogEntry) throws {
        pending[entry.stream].append(isoTime(entry.time))
        pending[entry.stream].append(" ")
        pending[entry.stream].append(entry.message)
        pending[entry.stream].append("\n")
        if pending[entry.stream].count >= Self.fileBytes { try close(stream: entry.stream) }
    }

    func close(stream: Int) throws {
        guard !pending[stream].isEmpty else { return }
        let digits = String(files[stream])
        let number = String(repeating: "0", count: 6 - digits.utf8.count) + digits
        try folder.append(pending[stream], to: "\(path)/\(names[stream])/\(number).gz", gzip: true)
        files[stream] += 1
        pending[stream] = []
    }

    func finish() throws {
        for stream in names.indices { try close(stream: stream) }
    }
}
