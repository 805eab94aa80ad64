// The programs that ours is measured against, where they are installed.

import Glibc

enum Peer: String, CaseIterable {
    case goaccess, igzip, gzip, hugo, valgrind

    /// The Debian package that holds it.
    var package: String { self == .igzip ? "isal" : rawValue }

    /// Its path; nil when it is not on `PATH`.
    var path: String? {
        let folders = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? ""
        return folders.split(separator: ":").map { "\($0)/\(rawValue)" }.first { unsafe access($0, X_OK) == 0 }
    }

    /// What is missing and how to get it; nil when all are there.
    static var missing: String? {
        let missing = allCases.filter { $0.path == nil }
        guard !missing.isEmpty else { return nil }
        return "not installed, and left out: \(missing.map(\.rawValue).joined(separator: ", "))\n"
            + "  apt-get install \(missing.map(\.package).joined(separator: " "))"
    }
}
