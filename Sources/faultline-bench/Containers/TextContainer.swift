// Bare messages, a file per stream: what is left when logs were saved without their times. One stream of four is left
// uncompressed.

final class TextContainer: LogContainer {
    private let folder: OutputFolder
    private let path: String
    private var names: [String] = []
    private var pending: [[UInt8]] = []
    private static let pieceBytes = 1 << 20

    init(folder: OutputFolder, path: String) {
        self.folder = folder
        self.path = path
    }

    func open(stream: Int, name: String) {
        names.append(streamFileName(name))
        pending.append([])
    }

    func write(_ entry: LogEntry) throws {
        pending[entry.stream].append(entry.message)
        if !entry.message.utf8.reversed().starts(with: [UInt8(ascii: "\n")]) { pending[entry.stream].append("\n") }
        if pending[entry.stream].count >= Self.pieceBytes { try close(stream: entry.stream) }
    }

    func close(stream: Int) throws {
        let packed = stream % 4 != 1
        try folder.append(pending[stream], to: "\(path)/\(names[stream]).log" + (packed ? ".gz" : ""), gzip: packed)
        pending[stream] = []
    }

    func finish() throws {
        for stream in names.indices { try close(stream: stream) }
    }
}
