// A lock beside the target, held for the time of one run; the kernel lets go of it when the process ends, however it ends.

import Glibc

struct FolderLock: ~Copyable, Sendable {
    private let file: Int32
    private let path: String

    /// Takes the lock, or says who holds it. The file holds the holder's process id.
    init(_ path: String, target: String) throws(SiteWriterError) {
        self.path = path
        while true {
            let file = try Self.openLocked(path, target: target)
            // Another run may have removed the name between opening and locking: this is then a lock on nothing.
            guard stillNamed(file, path) else {
                close(file)
                continue
            }
            self.file = file
            break
        }
        let text = Array("\(getpid())\n".utf8)
        ftruncate(file, 0)
        _ = unsafe text.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
    }

    private static func openLocked(_ path: String, target: String) throws(SiteWriterError) -> Int32 {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard file >= 0 else {
            throw .cannot("create the lock", path: path, reason: unsafe String(cString: strerror(errno)).lowercased())
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = fileHead(path, limit: 20).map { String(decoding: $0, as: UTF8.self) }
            close(file)
            throw .locked(target, holder: holder.flatMap { Int($0.prefix { $0 != "\n" }) })
        }
        return file
    }

    deinit {
        // Removed while it is held: whoever opened it before then holds a lock on a file without a name, and takes a new one.
        unsafe unlink(path)
        close(file)
    }
}

private func stillNamed(_ file: Int32, _ path: String) -> Bool {
    var held = stat()
    var named = stat()
    guard unsafe fstat(file, &held) == 0, unsafe stat(path, &named) == 0 else { return false }
    return held.st_ino == named.st_ino && held.st_dev == named.st_dev
}
