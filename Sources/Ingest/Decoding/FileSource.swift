// The lowest stage of decoding: a file or standard input.

import Glibc

/// Owns a file descriptor; standard input is borrowed.
struct FileSource: ByteSource, ~Copyable {
    private let descriptor: Int32
    private let isOwned: Bool
    private(set) var fault: DecodingFault?
    private(set) var bytesOnDisk: Int64 = 0

    /// `-` is standard input. A file that cannot be opened is a source that is over, with a fault.
    init(path: String) {
        if path == "-" {
            descriptor = 0
            isOwned = false
        } else {
            descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
            isOwned = descriptor >= 0
            if descriptor < 0 { fault = .unreadable(code: errno) }
        }
    }

    deinit {
        if isOwned { _ = close(descriptor) }
    }

    mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard fault == nil else { return 0 }
        while true {
            let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                bytesOnDisk += Int64(count)
                return count
            }
            if errno == EINTR { continue }
            fault = .unreadable(code: errno)
            return 0
        }
    }
}
