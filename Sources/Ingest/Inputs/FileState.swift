// Whether the files of an input are what they were: an input is read twice, and a line of another file must not become a proof.

import Glibc

/// What tells a file that was replaced, rewritten or cut from one that stayed or grew.
struct FileState: Hashable, Sendable {
    private var device: UInt64
    private var inode: UInt64
    private var size: Int64
    private var seconds: Int
    private var nanoseconds: Int

    /// Nil when there is no such file.
    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// A log that is written to while it is read has more lines behind those that were read; they are where they were.
    func holds(in later: FileState) -> Bool {
        self == later || device == later.device && inode == later.inode && size < later.size
    }
}

extension Input {
    /// Remembers its files as they are now, before the first reading.
    package mutating func rememberFiles() {
        states = paths.map { FileState(path: $0) }
    }

    /// Since `rememberFiles`, a file was replaced, rewritten, cut or removed: places of events mean nothing any more.
    package var hasChanged: Bool {
        zip(paths, states).contains { path, state in
            guard let state else { return false }
            return FileState(path: path).map { !state.holds(in: $0) } ?? true
        }
    }
}
