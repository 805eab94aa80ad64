// What can keep an input from being read to its end, in words.

import Glibc

enum Compression: String, Sendable {
    case gzip, zstd
}

/// Offsets count the compressed bytes of the layer that is at fault.
enum DecodingFault: Error, Equatable, Sendable {
    case unreadable(code: Int32)
    case endsEarly(Compression, byte: Int64)
    case damaged(Compression, byte: Int64)
    case wrongChecksum(Compression, byte: Int64)
    case trailingBytes(Compression, byte: Int64)
    case expandsTooMuch(ratio: Int64)

    /// A clause without subject: `gzip stream ends early at byte 81920`.
    var words: String {
        switch self {
        case .unreadable(let code): systemErrorWords(code)
        case .endsEarly(let kind, let byte): "\(kind.rawValue) stream ends early at byte \(byte)"
        case .damaged(let kind, let byte): "\(kind.rawValue) stream is damaged before byte \(byte)"
        case .wrongChecksum(let kind, let byte): "\(kind.rawValue) stream has a wrong checksum before byte \(byte)"
        case .trailingBytes(let kind, let byte): "\(kind.rawValue) stream is followed by something else at byte \(byte)"
        case .expandsTooMuch(let ratio): "text expands to more than \(ratio) times its size on disk"
        }
    }
}

/// The system's wording in the C locale, as a lower-case clause: `no such file or directory`.
func systemErrorWords(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or directory"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "is a folder"
    case ELOOP: "too many symbolic links"
    case EIO: "input/output error"
    case ENAMETOOLONG: "name too long"
    case ENOTDIR: "not a folder"
    case EMFILE, ENFILE: "too many open files"
    default: "system error \(code)"
    }
}
