// Publishing: the swap, what stays, what is refused, what an error leaves behind.

import Foundation
import Model
import Site
import Testing

private struct Broken: Error {}

@Suite struct SiteWriterTests {
    private let folder: String
    private let facts = ManifestFacts(
        toolVersion: "0.1.0", madeAt: Timestamp(year: 2026, month: 3, day: 12),
        range: TimeRange(since: Timestamp(year: 2026, month: 3, day: 11), until: Timestamp(year: 2026, month: 3, day: 12)),
        inputs: [ManifestFacts.Input(path: "logs/a.gz", bytes: 12)])

    init() throws {
        folder = NSTemporaryDirectory() + "faultline-writer-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func part(_ path: String, _ text: String) -> SitePart {
        SitePart { [SiteFile(path: path, bytes: Array(text.utf8))] }
    }

    private func read(_ path: String) -> String? { try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8) }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    @Test func `a site is published with its manifest, into a folder whose parents are made`() throws {
        defer { remove() }
        let site = try SiteWriter(output: "\(folder)/deep/er/site/", jobs: 2)
            .publish([part("index.html", "one"), part("a/b.html", "")], manifest: facts)
        #expect(read("deep/er/site/index.html") == "one")
        #expect(read("deep/er/site/a/b.html") == "")
        #expect(site.files.map(\.path) == ["a/b.html", "index.html"])
        #expect(
            read("deep/er/site/manifest.json")
                == """
                {"files":[{"bytes":0,"path":"a/b.html","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},\
                {"bytes":3,"path":"index.html","sha256":"7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"}],\
                "inputs":[{"bytes":12,"path":"logs\\/a.gz"}],"madeAt":"2026-03-12T00:00:00.000Z",\
                "range":{"since":"2026-03-11T00:00:00.000Z","until":"2026-03-12T00:00:00.000Z"},"schema":1,\
                "tool":{"name":"faultline","version":"0.1.0"}}

                """.replacingOccurrences(of: "\\/", with: "/"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/deep/er") == ["site"])
    }

    @Test func `files and folders can be read by everyone and written by their owner`() throws {
        defer { remove() }
        _ = try SiteWriter(output: "\(folder)/site", jobs: 1).publish([part("a/b.html", "x")], manifest: facts)
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")[.posixPermissions] as? Int
        }
        #expect(try mode("site/a/b.html") == 0o644)
        #expect(try mode("site/a") == 0o755)
        #expect(try mode("site") == 0o755)
    }

    @Test func `a second run takes the place of the first, and unchanged files keep their time`() throws {
        defer { remove() }
        _ = try SiteWriter(output: "\(folder)/site", jobs: 2).publish(
            [part("same.html", "same"), part("new.html", "old"), part("gone.html", "x")], manifest: facts)
        let past = Date(timeIntervalSince1970: 1_000_000)
        for name in ["same.html", "new.html"] {
            try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: "\(folder)/site/\(name)")
        }
        let site = try SiteWriter(output: "\(folder)/site", jobs: 2).publish(
            [part("same.html", "same"), part("new.html", "new")], manifest: facts)
        func time(_ name: String) throws -> Date? {
            try FileManager.default.attributesOfItem(atPath: "\(folder)/site/\(name)")[.modificationDate] as? Date
        }
        #expect(site.unchanged == 1)
        #expect(try time("same.html") == past)
        #expect(try time("new.html") != past)
        #expect(read("site/new.html") == "new")
        #expect(read("site/gone.html") == nil)
        #expect(try names() == ["site"])
    }

    @Test func `equal files give an equal hash, whenever they are made`() throws {
        defer { remove() }
        var later = facts
        later.madeAt = Timestamp(year: 2027, month: 1, day: 1)
        let one = try SiteWriter(output: "\(folder)/one", jobs: 1).publish([part("a", "1"), part("b", "2")], manifest: facts)
        let two = try SiteWriter(output: "\(folder)/two", jobs: 2).publish([part("b", "2"), part("a", "1")], manifest: later)
        let three = try SiteWriter(output: "\(folder)/three", jobs: 1).publish([part("a", "1")], manifest: facts)
        #expect(one.hash == two.hash)
        #expect(one.hash != three.hash)
    }

    @Test func `a folder that faultline did not make is refused and stays`() throws {
        defer { remove() }
        let target = "\(folder)/site"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        try "mine".write(toFile: "\(target)/letter.txt", atomically: true, encoding: .utf8)
        #expect(throws: SiteWriterError.foreignFolder(target)) {
            try SiteWriter(output: target, jobs: 1).publish([part("index.html", "x")], manifest: facts)
        }
        try #"{"tool":{"name":"other","version":"1"}}"#.write(
            toFile: "\(target)/manifest.json", atomically: true, encoding: .utf8)
        #expect(throws: SiteWriterError.foreignFolder(target)) {
            try SiteWriter(output: target, jobs: 1).publish([part("index.html", "x")], manifest: facts)
        }
        #expect(read("site/letter.txt") == "mine")
        #expect(try names() == ["site"])
    }

    @Test func `an empty folder is taken, a file is not`() throws {
        defer { remove() }
        try FileManager.default.createDirectory(atPath: "\(folder)/empty", withIntermediateDirectories: true)
        _ = try SiteWriter(output: "\(folder)/empty", jobs: 1).publish([part("index.html", "x")], manifest: facts)
        #expect(read("empty/index.html") == "x")
        try "x".write(toFile: "\(folder)/file", atomically: true, encoding: .utf8)
        #expect(throws: SiteWriterError.notAFolder("\(folder)/file")) {
            try SiteWriter(output: "\(folder)/file", jobs: 1).publish([part("index.html", "x")], manifest: facts)
        }
    }

    @Test func `an error while rendering leaves the old site and nothing beside it`() throws {
        defer { remove() }
        _ = try SiteWriter(output: "\(folder)/site", jobs: 2).publish([part("index.html", "old")], manifest: facts)
        #expect(throws: Broken.self) {
            try SiteWriter(output: "\(folder)/site", jobs: 2).publish(
                [part("index.html", "new"), SitePart { throw Broken() }], manifest: facts)
        }
        #expect(read("site/index.html") == "old")
        #expect(try names() == ["site"])
    }

    @Test func `a cancelled run leaves the old site and nothing beside it`() throws {
        defer { remove() }
        let cancellation = Cancellation()
        _ = try SiteWriter(output: "\(folder)/site", jobs: 1).publish([part("index.html", "old")], manifest: facts)
        let cancelling = SitePart {
            cancellation.cancel()
            return [SiteFile(path: "index.html", bytes: Array("new".utf8))]
        }
        #expect(throws: SiteWriterError.cancelled) {
            try SiteWriter(output: "\(folder)/site", jobs: 1, cancellation: cancellation).publish([cancelling], manifest: facts)
        }
        #expect(read("site/index.html") == "old")
        #expect(try names() == ["site"])
    }

    @Test func `what a dead run left is cleared away`() throws {
        defer { remove() }
        let stale = "\(folder)/.site.faultline-building-999999999"
        try FileManager.default.createDirectory(atPath: stale + "/a", withIntermediateDirectories: true)
        try "x".write(toFile: stale + "/a/b", atomically: true, encoding: .utf8)
        _ = try SiteWriter(output: "\(folder)/site", jobs: 1).publish([part("index.html", "x")], manifest: facts)
        #expect(try names() == ["site"])
    }

    @Test func `two runs on one folder do not mix, and the second is told who holds it`() throws {
        defer { remove() }
        let target = "\(folder)/site"
        let facts = facts
        let inner = SitePart {
            do {
                _ = try SiteWriter(output: target, jobs: 1).publish([], manifest: facts)
                return [SiteFile(path: "index.html", bytes: Array("both ran".utf8))]
            } catch {
                return [SiteFile(path: "index.html", bytes: Array("\(error)".utf8))]
            }
        }
        _ = try SiteWriter(output: target, jobs: 1).publish([inner], manifest: facts)
        #expect(
            read("site/index.html")
                == "another run is writing to '\(target)': process \(ProcessInfo.processInfo.processIdentifier)")
    }

    @Test func `a folder is held from the first moment, and free again when its writer is gone`() throws {
        defer { remove() }
        let target = "\(folder)/site"
        func claim() throws { _ = try SiteWriter(output: target, jobs: 1) }
        func claimTwice() throws {
            let first = try SiteWriter(output: target, jobs: 1)
            #expect(throws: SiteWriterError.locked(target, holder: Int(ProcessInfo.processInfo.processIdentifier))) {
                try claim()
            }
            _ = try first.publish([part("index.html", "x")], manifest: facts)
        }
        try claimTwice()
        try claim()
        #expect(try names() == ["site"])
    }

    @Test func `a site that its inspection refuses is not published`() throws {
        defer { remove() }
        _ = try SiteWriter(output: "\(folder)/site", jobs: 1).publish([part("index.html", "old")], manifest: facts)
        #expect(throws: Broken.self) {
            try SiteWriter(output: "\(folder)/site", jobs: 1).publish([part("index.html", "new")], manifest: facts) { folder in
                #expect(try String(contentsOfFile: folder + "/index.html", encoding: .utf8) == "new")
                throw Broken()
            }
        }
        #expect(read("site/index.html") == "old")
        #expect(try names() == ["site"])
    }

    @Test(arguments: ["../x", "/x", "a//b", "a/../b", ".hidden", "a b", "ä", ""])
    func `a path that could leave the folder is refused`(path: String) throws {
        defer { remove() }
        #expect(throws: SiteWriterError.unsafePath(path)) {
            try SiteWriter(output: "\(folder)/site", jobs: 1).publish([part(path, "x")], manifest: facts)
        }
        #expect(try names() == [])
    }

    @Test func `two parts with one path are refused`() throws {
        defer { remove() }
        #expect(throws: SiteWriterError.duplicatePath("a.html")) {
            try SiteWriter(output: "\(folder)/site", jobs: 1).publish(
                [part("a.html", "1"), part("a.html", "2")], manifest: facts)
        }
    }
}
