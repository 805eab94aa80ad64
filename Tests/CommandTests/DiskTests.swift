// A disk that is full, read-only or gone: the run fails with words, and what was published stays.

import Foundation
import Testing

@Suite struct `The disk` {
    /// Small file systems need root; elsewhere these tests are reported as skipped.
    private static let canMount = geteuid() == 0 && SmallDisk.works

    @Test(.enabled(if: canMount, "needs a user who may mount a tmpfs"))
    func `is full: the old site stays, nothing is left, and the words say so`() throws {
        let space = try Workspace()
        try space.copyCase("handled-error")
        try FileManager.default.createDirectory(at: space["plain"], withIntermediateDirectories: true)
        #expect(try space.run(["build", "logs", "--output", "plain/site"]).exitCode == 0)
        let size = try space.files("plain/site").values.reduce(0) { $0 + ($1.count + 4095) / 4096 * 4096 }

        let disk = try SmallDisk(at: space["disk"], bytes: size * 3 / 2)
        defer { disk.unmount() }
        #expect(try space.run(["build", "logs", "--output", "disk/site"]).exitCode == 0)
        let before = try space.files("disk/site")
        let failed = try space.run(["build", "logs", "--output", "disk/site", "--title", "Another night"])
        #expect(failed.exitCode == 1)
        #expect(failed.errors.contains("no space left on device"))
        #expect(try space.files("disk/site") == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: space["disk"].path) == ["site"])
    }

    @Test(.enabled(if: canMount, "needs a user who may mount a tmpfs"))
    func `has no room for facts: they are held in memory, the site is the same, and a warning says so`() throws {
        let space = try Workspace()
        try space.copyCase("handled-error")
        #expect(try space.run(["build", "logs", "--output", "plain/site"]).exitCode == 0)
        let size = try space.files("plain/site").values.reduce(0) { $0 + ($1.count + 4095) / 4096 * 4096 }
        // One chunk of access rows takes 2 MB.
        let disk = try SmallDisk(at: space["disk"], bytes: min(size * 3 / 2, 2_000_000))
        defer { disk.unmount() }
        let built = try space.run(["build", "logs", "--output", "disk/site", "--memory", "64M"])
        #expect(built.exitCode == 0, "\(built.errors)")
        #expect(built.errors.contains("there is no room for all facts in 'disk', so more memory is held than was given"))
        #expect(try space.files("disk/site") == (try space.files("plain/site")))
        #expect(try FileManager.default.contentsOfDirectory(atPath: space["disk"].path) == ["site"])
    }

    @Test(.enabled(if: canMount, "needs a user who may mount a tmpfs"))
    func `is read-only: the run ends before it reads, and the words say so`() throws {
        let space = try Workspace()
        try space.copyCase("handled-error")
        let disk = try SmallDisk(at: space["disk"], bytes: 1 << 20)
        defer { disk.unmount() }
        try disk.remountReadOnly()
        let failed = try space.run(["build", "logs", "--output", "disk/site"])
        #expect(failed.exitCode == 1)
        #expect(failed.errors.contains("read-only file system"))
        #expect(!failed.errors.contains("reading"))
    }

    @Test func `a folder that vanishes while logs are read is made again, whole`() throws {
        let space = try Workspace()
        try space.copyCase("handled-error")
        #expect(try space.run(["build", "logs", "--output", "out/site"]).exitCode == 0)
        let whole = try space.files("out/site")
        let waiting = try WaitingRun(space, output: "out/site")
        try FileManager.default.removeItem(at: space["out"])
        #expect(try waiting.feed(space.access("logs")).exitCode == 0)
        #expect(space.exists("out/site/index.html"))
        #expect(try space.leftBeside("site", in: "out") == [])
        #expect(try space.run(["build", "logs", "--output", "out/site"]).exitCode == 0)
        #expect(try space.files("out/site") == whole)
    }
}

/// A tmpfs of a size.
private struct SmallDisk {
    let path: String

    init(at url: URL, bytes: Int) throws {
        path = url.path
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try #require(run("mount", ["-t", "tmpfs", "-o", "size=\(bytes),mode=755", "tmpfs", path]) == 0)
    }

    func remountReadOnly() throws { try #require(run("mount", ["-o", "remount,ro", path]) == 0) }

    func unmount() { _ = run("umount", [path]) }

    static let works: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-mount-\(UUID().uuidString)")
        guard let disk = try? SmallDisk(at: folder, bytes: 65_536) else { return false }
        disk.unmount()
        try? FileManager.default.removeItem(at: folder)
        return true
    }()
}

private func run(_ command: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
}

extension Workspace {
    fileprivate func copyCase(_ name: String) throws {
        try FileManager.default.copyItem(at: Fixtures.folder.appendingPathComponent("cases/\(name)/logs"), to: self["logs"])
    }

    fileprivate func access(_ folder: String) throws -> Data { try Data(contentsOf: self["\(folder)/access.json"]) }
}
