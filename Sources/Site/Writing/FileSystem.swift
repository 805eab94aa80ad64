// The system calls the writer needs, with typed errors. Paths are as the operating system takes them.

import Glibc

enum FileKind: Hashable, Sendable {
    case absent, file, folder, other
}

func problem(_ what: String, _ path: String, _ code: Int32 = errno) -> SiteWriterError {
    let reason = unsafe String(cString: strerror(code))
    return .cannot(what, path: path, reason: reason.prefix(1).lowercased() + reason.dropFirst())
}

func fileKind(_ path: String) -> FileKind {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return .absent }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// Creates a folder and those above it; one that exists is left as it is.
func makeFolder(_ path: String) throws(SiteWriterError) {
    if unsafe mkdir(path, 0o755) == 0 { return }
    if errno == EEXIST { return }
    guard errno == ENOENT, let parent = parentFolder(path), parent != path else { throw problem("create the folder", path) }
    try makeFolder(parent)
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw problem("create the folder", path) }
}

/// Nil for a path of one part.
func parentFolder(_ path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The names in a folder, sorted; none when it cannot be read.
func folderNames(_ path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// All bytes of a file.
func readFile(_ path: String) throws(SiteWriterError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw problem("read", path) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw problem("read", path) }
    let bytes = nextBytes(file, count: Int(status.st_size))
    guard bytes.count == Int(status.st_size) else { throw problem("read", path) }
    return bytes
}

/// The start of a file, at most `limit` bytes; nil when it cannot be read.
func fileHead(_ path: String, limit: Int) -> [UInt8]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: min(limit, Int(status.st_size)))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in unsafe Glibc.read(file, buffer.baseAddress, buffer.count) }
    return count < 0 ? nil : Array(bytes.prefix(count))
}

/// Gives `path` the modification time of `source`.
func copyTimes(from source: String, to path: String) throws(SiteWriterError) {
    var status = stat()
    guard unsafe stat(source, &status) == 0 else { throw problem("read", source) }
    let times = [status.st_atim, status.st_mtim]
    guard unsafe utimensat(AT_FDCWD, path, times, 0) == 0 else { throw problem("set the time of", path) }
}

/// Removes a file or a folder with all that is in it; links are removed, not followed.
func removeTree(_ path: String) throws(SiteWriterError) {
    switch fileKind(path) {
    case .absent: return
    case .folder:
        for name in folderNames(path) { try removeTree(path + "/" + name) }
        guard unsafe rmdir(path) == 0 else { throw problem("remove", path) }
    case .file, .other:
        guard unsafe unlink(path) == 0 else { throw problem("remove", path) }
    }
}

func rename(_ from: String, to path: String) throws(SiteWriterError) {
    guard unsafe Glibc.rename(from, path) == 0 else { throw problem("rename to", path) }
}

/// Puts each of two paths in the place of the other in one step; false where the file system, kernel or C library cannot.
/// renameat2(2): https://man7.org/linux/man-pages/man2/rename.2.html. Swift's view of glibc leaves it out, so it is looked up.
func exchange(_ one: String, _ other: String) throws(SiteWriterError) -> Bool {
    typealias RenameAt2 = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let symbol = unsafe dlsym(nil, "renameat2") else { return false }
    let renameAt2 = unsafe unsafeBitCast(symbol, to: RenameAt2.self)
    let renameExchange: UInt32 = 2
    if unsafe renameAt2(AT_FDCWD, one, AT_FDCWD, other, renameExchange) == 0 { return true }
    if errno == ENOSYS || errno == EINVAL || errno == ENOTSUP { return false }
    throw problem("swap in", other)
}
