// The folder that is written: the only file that touches the disk.

import Foundation

final class OutputFolder {
    let root: URL
    private var compressor = GzipCompressor()
    private var made: Set<String> = []

    init(_ path: String) throws {
        root = URL(fileURLWithPath: path, isDirectory: true)
        let manager = FileManager.default
        if let present = try? manager.contentsOfDirectory(atPath: path), !present.isEmpty {
            throw OutputProblem.notEmpty(path)
        }
        try manager.createDirectory(at: root, withIntermediateDirectories: true)
    }

    /// Appends to a file below the folder, making it and its folders when missing. With `gzip` the bytes become one member.
    func append(_ bytes: [UInt8], to path: String, gzip: Bool) throws {
        guard !bytes.isEmpty else { return }
        var data = bytes
        if gzip {
            data = []
            try compressor.append(bytes, to: &data)
        }
        let url = root.appendingPathComponent(path)
        if made.insert(path).inserted {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(data).write(to: url)
        } else {
            let handle = try FileHandle(forWritingTo: url)
            try handle.seekToEnd()
            try handle.write(contentsOf: data)
            try handle.close()
        }
    }

    /// Appends a file's bytes, a piece at a time, to another one and deletes it; a missing file is an empty one.
    func move(_ path: String, ontoEndOf other: String) throws {
        guard made.contains(path) else { return }
        let url = root.appendingPathComponent(path)
        let handle = try FileHandle(forReadingFrom: url)
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            try append([UInt8](piece), to: other, gzip: false)
        }
        try handle.close()
        try FileManager.default.removeItem(at: url)
        made.remove(path)
    }
}

enum OutputProblem: Error, CustomStringConvertible {
    case notEmpty(String)

    var description: String {
        switch self {
        case .notEmpty(let path): "cannot write to '\(path)': the folder is not empty\ndelete it or name another one"
        }
    }
}
