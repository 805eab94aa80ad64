// A night that measurements need: made once from its options, then kept.

import Foundation

struct BenchNight {
    /// Of the folder: the same options, the same name.
    var name: String
    /// Of `faultline-bench generate`, without the seed and the folder.
    var options: [String]
    var requests: Int

    /// Access logs and Lambda logs, no execution logs, gzip: what most teams have of a night.
    init(requests: Int, failureShare: String = "0.001", hours: Int = 8) {
        name = "night-\(requests)-\(failureShare)"
        options = [
            "--requests", "\(requests)", "--failure-share", failureShare, "--hours", "\(hours)", "--execution-level", "off",
            "--containers", "s3-export", "--lines-per-run", "1", "--lean-rows", "--common-log",
        ]
        self.requests = requests
    }

    /// A night in objects of a minute, as Firehose delivers them: a great many small files.
    static func inSmallFiles(requests: Int) -> BenchNight {
        var night = BenchNight(requests: requests, hours: 20)
        night.name = "small-files-\(requests)"
        night.options += ["--containers", "subscription", "--delivery-seconds", "60"]
        return night
    }

    /// Every kind of log, a folder with numbered files for each stream.
    static func withExecutionLogs(requests: Int) -> BenchNight {
        var night = BenchNight(requests: requests)
        night.name = "full-\(requests)"
        night.options += ["--execution-level", "info"]
        return night
    }
}

/// Where nights are kept and sites are built.
struct BenchFolder {
    let path: String
    /// Of everything that is measured and thrown away. A disk would be measured with it: ext4, for one, makes files slowly for minutes after
    /// others were deleted.
    let sites: String
    /// Our own path: the generator runs as a child, so that its memory is not counted as that of the children after it.
    let generator: String

    /// The night's folder; makes it when it is not there.
    func night(_ night: BenchNight) throws -> String {
        let folder = "\(path)/nights/\(night.name)"
        guard !FileManager.default.fileExists(atPath: folder) else { return folder }
        let part = "\(folder).part"
        remove(part)
        try make("\(path)/nights")
        let run = try ChildRun.succeeding([generator, "generate", "--seed", "1", "--output", part] + night.options)
        let rate = Int(Double(night.requests) / run.seconds)
        note("made \(night.name): \(Int(run.seconds)) s, \(rate) requests/s")
        try FileManager.default.moveItem(atPath: part, toPath: folder)
        return folder
    }

    /// nil on a system without a file system in memory.
    static var inMemory: String? {
        FileManager.default.isWritableFile(atPath: "/dev/shm")
            ? "/dev/shm/faultline-bench-\(ProcessInfo.processInfo.processIdentifier)" : nil
    }

    /// The path of a folder for one round's output; nothing is there.
    func fresh(_ name: String) throws -> String {
        let folder = "\(sites)/\(name)"
        remove(folder)
        try make(sites)
        return folder
    }

    func make(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }
}

/// All files below a folder with that ending, in order of their paths.
func files(below folder: String, ending: String = "") -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    var files: [String] = []
    while let name = walk.nextObject() as? String {
        if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular, name.hasSuffix(ending) { files.append(name) }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(folder)/\($0)" }
}

/// How far the measurements are, on stderr.
func note(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
