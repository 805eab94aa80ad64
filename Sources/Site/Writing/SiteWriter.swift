// The one type that writes. It builds beside the target and swaps, so that a reader sees the old site or the new one:
//  1. take the lock, remove what dead runs left, look at what stands at the target;
//  2. render every part into a folder beside it; a file whose bytes the old site has keeps its modification time;
//  3. write the manifest; let who asked for it look at the whole;
//  4. swap, and remove the old site.

import Glibc
import Synchronization
import Workers

package struct PublishedSite: Sendable {
    /// All files but the manifest, by path.
    package var files: [PublishedFile]
    /// How many of them have the bytes they had before.
    package var unchanged: Int
    /// SHA-256 of the manifest's list of files: equal for equal sites, whenever they were made.
    package var hash: String
}

package struct SiteWriter: ~Copyable, Sendable {
    /// In which the site will stand, and in which anything may stand until then.
    package let parent: String
    private let target: String
    private let beside: String
    private let jobs: Int
    private let cancellation: Cancellation
    private let lock: FolderLock

    /// Claims `output` until this value goes away, so that a second run on it stops before it has read a night of logs. The path may end
    /// in slashes; its parents are created.
    /// - Throws: `SiteWriterError.locked` when another run holds it, `foreignFolder` when what stands there is no site of ours.
    package init(output: String, jobs: Int, cancellation: Cancellation = Cancellation()) throws(SiteWriterError) {
        var path = output
        while path.count > 1, path.last == "/" { path.removeLast() }
        let target = path.isEmpty ? "." : path
        let parent = parentFolder(target) ?? "."
        let name = target.split(separator: "/").last.map(String.init) ?? "site"
        guard name != ".", name != ".." else { throw SiteWriterError.notAFolder(target) }
        try checkTarget(target)
        try makeFolder(parent)
        let prefix = ".\(name).faultline-"
        let beside = "\(parent == "/" ? "" : parent)/\(prefix)"
        let lock = try FolderLock(beside + "lock", target: target)
        cancellation.holds(lockFile: beside + "lock")
        removeStaleFolders(parent, prefix: prefix)
        self.parent = parent
        self.target = target
        self.beside = beside
        self.jobs = max(1, jobs)
        self.cancellation = cancellation
        self.lock = lock
    }

    /// Leaves the target as it was on any error, and no folder of its own. `inspect` gets the folder of the finished site before anybody
    /// else sees it; when it throws, nothing is published.
    package func publish(
        _ parts: [SitePart], manifest: ManifestFacts, inspect: (_ folder: String) throws -> Void = { _ in }
    ) throws -> PublishedSite {
        cancellation.beginWriting()
        // Hours may have passed since it was looked at.
        try checkTarget(target)
        let building = "\(beside)building-\(getpid())"
        do {
            try makeFolder(building)
            let site = try build(parts, manifest: manifest, in: building)
            try inspect(building)
            if cancellation.isCancelled { throw SiteWriterError.cancelled }
            try swapIn(building, old: "\(beside)old-\(getpid())")
            return site
        } catch {
            // The first error is the one to tell; what cannot be removed now is stale and goes with the next run.
            try? removeTree(building)
            throw error
        }
    }

    private func build(_ parts: [SitePart], manifest: ManifestFacts, in building: String) throws -> PublishedSite {
        let results = Mutex<[(PublishedFile, unchanged: Bool)]>([])
        let paths = Mutex<Set<String>>(["manifest.json"])
        try inParallel(parts.count, jobs: jobs) { number in
            if cancellation.isCancelled { throw SiteWriterError.cancelled }
            var done: [(PublishedFile, unchanged: Bool)] = []
            for file in try parts[number].render() {
                guard isSafe(file.path) else { throw SiteWriterError.unsafePath(file.path) }
                guard paths.withLock({ $0.insert(file.path).inserted }) else { throw SiteWriterError.duplicatePath(file.path) }
                done.append(try write(file, in: building))
            }
            results.withLock { $0 += done }
        }
        let sorted = results.withLock { $0.sorted { $0.0.path.utf8.lexicographicallyPrecedes($1.0.path.utf8) } }
        let files = sorted.map(\.0)
        _ = try write(manifestFile(manifest, files: files), in: building)
        var listing = SHA256Digest()
        for file in files { listing.take(Array("\(file.sha256)  \(file.path)\n".utf8)) }
        return PublishedSite(files: files, unchanged: sorted.count { $0.unchanged }, hash: listing.text())
    }

    /// A file that the old site has with the same bytes under the same path is unchanged, and has the old one's time.
    private func write(
        _ file: SiteFile, in building: String
    ) throws(SiteWriterError) -> (PublishedFile, unchanged: Bool) {
        let path = building + "/" + file.path
        var new = try NewFile(path)
        var old = OldFile(target + "/" + file.path)
        var digest = SHA256Digest()
        var count = 0
        for number in 0..<file.pieces {
            if cancellation.isCancelled { throw .cancelled }
            let bytes = file.piece(number)
            try new.write(bytes)
            digest.take(bytes)
            old?.compare(bytes)
            count += bytes.count
        }
        try new.end()
        let unchanged = old?.isSame ?? false
        if unchanged { try copyTimes(from: target + "/" + file.path, to: path) }
        return (PublishedFile(path: file.path, bytes: count, sha256: digest.text()), unchanged)
    }

    private func swapIn(_ building: String, old: String) throws(SiteWriterError) {
        guard fileKind(target) == .folder else {
            try rename(building, to: target)
            return
        }
        // Once the new site is in, an old one that cannot be removed is no failure: the next run tries again.
        if try exchange(building, target) {
            try? removeTree(building)
            return
        }
        try rename(target, to: old)
        do {
            try rename(building, to: target)
        } catch {
            try rename(old, to: target)
            throw error
        }
        try? removeTree(old)
    }
}

/// `[A-Za-z0-9._-]` in parts joined by `/`, none of them `.` or `..` or hidden.
private func isSafe(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
        !part.isEmpty && part.first != UInt8(ascii: ".") && part.count <= 200
            && part.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}

/// A manifest as this writer ends it: the tool's name in the last member.
func isOurManifest(_ manifest: [UInt8]) -> Bool {
    let tail = String(decoding: manifest.suffix(400), as: UTF8.self)
    return manifest.first == UInt8(ascii: "{") && tail.contains("\"tool\":{\"name\":\"faultline\",")
}

/// Folders of processes that are gone. The lock is held, so a living process with that number is none of ours.
private func removeStaleFolders(_ parent: String, prefix: String) {
    for name in folderNames(parent)
    where name.hasPrefix(prefix + "building-") || name.hasPrefix(prefix + "old-") {
        try? removeTree(parent + "/" + name)
    }
}

private func checkTarget(_ target: String) throws(SiteWriterError) {
    switch fileKind(target) {
    case .absent: return
    case .file, .other: throw .notAFolder(target)
    case .folder:
        guard !folderNames(target).isEmpty else { return }
        guard let manifest = fileHead(target + "/manifest.json", limit: 1 << 30), isOurManifest(manifest) else {
            throw .foreignFolder(target)
        }
    }
}
