// Files for a test, gone when the test is over.

import Glibc
import Ingest
import Testing

struct ScratchFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/faultline-ingest-XXXXXX".utf8CString)
        let made = unsafe template.withUnsafeMutableBufferPointer { unsafe mkdtemp($0.baseAddress!) != nil }
        try #require(made)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { remove(path) }

    func at(_ name: String) -> String { "\(path)/\(name)" }

    func folder(_ name: String) { _ = unsafe mkdir(at(name), 0o755) }

    func link(_ name: String, to target: String) { _ = unsafe symlink(target, at(name)) }

    /// Writes a file and answers its path.
    @discardableResult
    func file(_ name: String, _ bytes: [UInt8]) -> String {
        let descriptor = unsafe open(at(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count <= 0 { break }
            written += count
        }
        _ = close(descriptor)
        return at(name)
    }
}

private func remove(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR, let folder = unsafe opendir(path) {
        var names: [String] = []
        while let entry = unsafe readdir(folder) {
            names.append(
                unsafe withUnsafePointer(to: &entry.pointee.d_name) {
                    unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                })
        }
        _ = unsafe closedir(folder)
        for name in names where name != "." && name != ".." { remove("\(path)/\(name)") }
        _ = unsafe rmdir(path)
    } else {
        _ = unsafe unlink(path)
    }
}

/// What framing made of one file with these bytes.
struct Framed {
    var calls: [String]
    var outcome: FramingOutcome
    var consumer: RecordingConsumer
}

func framed(
    _ bytes: [UInt8], name: String = "input", hints: InputHints = InputHints(), unwanted: Set<UInt32> = []
) throws -> Framed {
    let scratch = try ScratchFolder()
    return framed([scratch.file(name, bytes)], hints: hints, unwanted: unwanted)
}

func framed(_ text: String, name: String = "input", hints: InputHints = InputHints(), unwanted: Set<UInt32> = []) throws -> Framed
{
    try framed(Array(text.utf8), name: name, hints: hints, unwanted: unwanted)
}

func framed(_ paths: [String], hints: InputHints = InputHints(), unwanted: Set<UInt32> = []) -> Framed {
    var consumer = RecordingConsumer()
    consumer.unwanted = unwanted
    let outcome = frame(Input(index: 0, name: paths[0], paths: paths, hints: hints), into: &consumer)
    return Framed(calls: consumer.calls, outcome: outcome, consumer: consumer)
}
