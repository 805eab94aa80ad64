// Reads a finished site as a stranger would and says where a rule still finds something: the second look at what redaction promised.

package import Redaction
import Synchronization
import Workers

/// A value of a known shape that stands in a published file. What it is stays untold: this goes to terminals and logs.
package struct Leak: Hashable, Sendable {
    /// Relative to the site.
    package var path: String
    /// From 1, in the file as it is published.
    package var line: Int
    package var rule: String
}

package struct RedactionCheckResult: Sendable {
    /// Files read; styles and scripts of the theme hold no log text and are not among them.
    package var files = 0
    package var bytes = 0
    /// In order of path, line and rule, each once.
    package var leaks: [Leak] = []
}

/// - Throws: `SiteWriterError` when the folder is not a site or a file of it cannot be read.
package func checkRedaction(ofSite folder: String, by redactor: Redactor, jobs: Int) throws -> RedactionCheckResult {
    guard let manifest = fileHead(folder + "/manifest.json", limit: 1 << 30), isOurManifest(manifest) else {
        throw SiteWriterError.foreignFolder(folder)
    }
    let paths = try publishedPaths(below: folder)
    let result = Mutex(RedactionCheckResult())
    try inParallel(paths.count, jobs: jobs) { number in
        let path = paths[number]
        let bytes = try readFile(folder + "/" + path)
        let leaks = leaks(in: bytes, path: path, by: redactor)
        result.withLock {
            $0.files += 1
            $0.bytes += bytes.count
            $0.leaks += leaks
        }
    }
    var checked = result.withLock { $0 }
    checked.leaks.sort { ($0.path, $0.line, $0.rule) < ($1.path, $1.line, $1.rule) }
    return checked
}

/// Every file that can hold text of a log.
private func publishedPaths(below folder: String) throws(SiteWriterError) -> [String] {
    var paths: [String] = []
    var open = [""]
    while let path = open.popLast() {
        for name in folderNames(folder + "/" + path) {
            let inner = path.isEmpty ? name : path + "/" + name
            switch fileKind(folder + "/" + inner) {
            case .folder where inner != "assets": open.append(inner)
            case .file: paths.append(inner)
            default: continue
            }
        }
    }
    return paths.sorted()
}

func leaks(in bytes: [UInt8], path: String, by redactor: Redactor) -> [Leak] {
    var leaks: Set<Leak> = []
    for reading in readings(of: bytes, path: path) {
        for finding in redactor.findings(in: reading.text) {
            leaks.insert(Leak(path: path, line: reading.line(at: finding.offset), rule: finding.rule))
        }
    }
    return Array(leaks)
}
