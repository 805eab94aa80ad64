// Search in bytes through the C library: the pointer code of framing.

import Glibc

extension Span<UInt8> {
    /// True when the bytes are exactly those of `other`.
    func equals(_ other: [UInt8]) -> Bool {
        guard count == other.count else { return false }
        guard count > 0 else { return true }
        return unsafe withUnsafeBufferPointer { left in
            unsafe other.withUnsafeBufferPointer { right in
                unsafe memcmp(left.baseAddress!, right.baseAddress!, left.count) == 0
            }
        }
    }

    @inline(__always)
    func equals(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard count > 0 else { return true }
        return unsafe withUnsafeBufferPointer { left in
            unsafe other.withUnsafeBufferPointer { right in
                unsafe memcmp(left.baseAddress!, right.baseAddress!, left.count) == 0
            }
        }
    }

    /// Index of the first `{` that stands at the beginning of a line, at or after `from`, which is not itself looked at.
    func firstBraceAtLineStart(after from: Int) -> Int? {
        var at = from
        while let newline = find(byte: UInt8(ascii: "\n"), from: at) {
            if newline + 1 < count, self[newline + 1] == UInt8(ascii: "{") { return newline + 1 }
            at = newline + 1
        }
        return nil
    }

    func append(to array: inout [UInt8]) {
        unsafe withUnsafeBufferPointer { unsafe array.append(contentsOf: $0) }
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
