// The file system as discovery sees it: what kind of thing a path is, and what a folder holds.

import Glibc

struct FileEntry {
    enum Kind {
        case file, folder
        /// In words: `is a FIFO`.
        case other(String)
    }

    /// The same for every path that leads to the same file.
    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    var kind: Kind
    var identity: Identity

    /// Follows symbolic links. Throws the system's error number as a fault.
    init(path: String) throws(DecodingFault) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw .unreadable(code: errno) }
        identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFIFO: .other("is a FIFO, which can be read only once; pipe it into '-'")
            case S_IFSOCK: .other("is a socket")
            case S_IFBLK, S_IFCHR: .other("is a device")
            default: .other("is no file")
            }
    }
}

/// Names in a folder, in byte order, without `.` and `..`. A name that is not UTF-8 cannot be opened by it later and is then reported.
func folderEntries(_ path: String) throws(DecodingFault) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .unreadable(code: errno) }
    defer { _ = unsafe closedir(folder) }
    var names: [String] = []
    while true {
        errno = 0
        guard let entry = unsafe readdir(folder) else { break }
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
            unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    if errno != 0 { throw .unreadable(code: errno) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
