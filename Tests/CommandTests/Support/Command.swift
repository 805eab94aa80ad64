// Runs the real executables in folders of their own, as a user would.

import Foundation
import Testing

struct CommandResult {
    var exitCode: Int32
    var output: String
    var errors: String

    /// The last line of stderr, which sums up the run.
    var summary: String { String(errors.split(separator: "\n").last ?? "") }
}

/// A fresh folder that is removed with its value.
final class Workspace: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        _ = try? FileManager.default.removeItem(at: folder)
    }

    subscript(path: String) -> URL { folder.appendingPathComponent(path) }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        try FileManager.default.createDirectory(at: self[path].deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: self[path])
    }

    func text(_ path: String) throws -> String { String(decoding: try Data(contentsOf: self[path]), as: UTF8.self) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: self[path].path) }

    /// Every file below a folder by its path there.
    func files(_ path: String) throws -> [String: Data] {
        let root = self[path].resolvingSymlinksInPath().path
        var files: [String: Data] = [:]
        let walk = FileManager.default.enumerator(atPath: root)
        while let name = walk?.nextObject() as? String {
            var isFolder: ObjCBool = false
            _ = unsafe FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
            if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")) }
        }
        return files
    }

    /// Pages of single failures: `failures/1f/1f3a....html`.
    func failurePages(_ site: String = "site") throws -> Int {
        try files("\(site)/failures").keys.count { $0.hasSuffix(".html") && $0.contains("/") }
    }

    /// Runs `faultline` (or another of our executables) here; the clock of the report stands still.
    func run(_ arguments: [String], executable: String = "faultline", input: Data? = nil) throws -> CommandResult {
        let process = Process()
        process.executableURL = Executables.folder.appendingPathComponent(executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["SOURCE_DATE_EPOCH"] = "1773360000"
        process.environment = environment
        // Files, not pipes: nothing to drain, nothing to block on.
        let stamp = UUID().uuidString
        let outputs = ["out", "err"].map { folder.appendingPathComponent(".\(stamp).\($0)") }
        for output in outputs { _ = FileManager.default.createFile(atPath: output.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: outputs[0])
        process.standardError = try FileHandle(forWritingTo: outputs[1])
        if let input {
            let file = folder.appendingPathComponent(".\(stamp).in")
            try input.write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        return CommandResult(
            exitCode: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: outputs[0]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: outputs[1]), as: UTF8.self))
    }
}

enum Executables {
    /// Where the build put the executables: beside the test bundle.
    static let folder: URL = {
        var url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        while !FileManager.default.isExecutableFile(atPath: url.appendingPathComponent("faultline").path), url.path != "/" {
            url.deleteLastPathComponent()
        }
        return url
    }()
}

enum Fixtures {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures")
}
