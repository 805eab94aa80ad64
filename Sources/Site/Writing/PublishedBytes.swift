// A file of the new site while it is written, and its namesake in the old one.

import Glibc

/// A new file with mode 0644; one that exists is an error, a folder that is missing is made.
struct NewFile: ~Copyable {
    /// -1 once it is closed.
    private var file: Int32
    private let path: String

    init(_ path: String) throws(SiteWriterError) {
        self.path = path
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        var file = unsafe open(path, flags, 0o644)
        if file < 0, errno == ENOENT, let folder = parentFolder(path) {
            try makeFolder(folder)
            file = unsafe open(path, flags, 0o644)
        }
        guard file >= 0 else { throw problem("write", path) }
        self.file = file
    }

    func write(_ bytes: [UInt8]) throws(SiteWriterError) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(file, buffer.baseAddress! + written, buffer.count - written)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw problem("write", path)
            }
            written += count
        }
    }

    /// Some file systems tell only here that there was no room.
    mutating func end() throws(SiteWriterError) {
        let closed = close(file)
        file = -1
        guard closed == 0 else { throw problem("write", path) }
    }

    deinit { if file >= 0 { close(file) } }
}

/// A file that stood under the same path, held against the new one's bytes as they come.
struct OldFile: ~Copyable {
    private let file: Int32
    /// Bytes that were not held against anything yet; -1 once there was a difference.
    private var rest: Int

    /// Nil when there is none.
    init?(_ path: String) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        self.file = file
        var status = stat()
        let isFile = unsafe fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        rest = isFile ? Int(status.st_size) : -1
    }

    mutating func compare(_ bytes: [UInt8]) {
        guard rest >= 0 else { return }
        rest = bytes.count <= rest && areSame(nextBytes(file, count: bytes.count), bytes) ? rest - bytes.count : -1
    }

    /// All its bytes were the new file's, and there are no more.
    var isSame: Bool { rest == 0 }

    deinit { close(file) }
}

private func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    unsafe one.count == other.count
        && one.withUnsafeBytes { one in
            unsafe other.withUnsafeBytes { other in
                guard let one = one.baseAddress, let start = other.baseAddress else { return true }
                return unsafe memcmp(one, start, other.count) == 0
            }
        }
}

/// The next bytes of an open file; fewer where it ends or cannot be read.
func nextBytes(_ file: Int32, count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
        while done < count {
            let read = unsafe Glibc.read(file, buffer.baseAddress! + done, count - done)
            if read < 0, errno == EINTR { continue }
            guard read > 0 else { return }
            done += read
        }
    }
}
