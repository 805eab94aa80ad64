// What can keep a site from being published; the target is then as it was.

package enum SiteWriterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The target holds something that Faultline did not make.
    case foreignFolder(String)
    case notAFolder(String)
    /// Another run writes to the same target; `holder` is its process id when it is known.
    case locked(String, holder: Int?)
    case cannot(String, path: String, reason: String)
    /// Two parts gave the same path.
    case duplicatePath(String)
    /// A part gave a path that could leave the folder or that a static host may not serve.
    case unsafePath(String)
    case cancelled

    package var description: String {
        switch self {
        case .foreignFolder(let path):
            "'\(path)' was not made by faultline: it has no manifest.json of faultline\n"
                + "hint: name the folder of a site, a new one or an empty one"
        case .notAFolder(let path): "'\(path)' is not a folder"
        case .locked(let path, let holder):
            "another run is writing to '\(path)'" + (holder.map { ": process \($0)" } ?? "")
        case .cannot(let what, let path, let reason): "cannot \(what) '\(path)': \(reason)"
        case .duplicatePath(let path): "two pages have the path '\(path)'"
        case .unsafePath(let path): "'\(path)' is not a path inside a site"
        case .cancelled: "cancelled"
        }
    }
}
