// Search in bytes through the C library: the pointer code of framing.

import Glibc

extension Span<UInt8> {
    /// Index of the first `byte` at or after `from`.
    func firstIndex(of byte: UInt8, from: Int) -> Int? {
        guard from < count else { return nil }
        return unsafe withUnsafeBufferPointer { bytes in
            let base = bytes.baseAddress!
            guard let hit = unsafe memchr(base + from, Int32(byte), bytes.count - from) else { return nil }
            return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    /// True when the bytes from `index` on begin with `text`.
    func hasPrefix(_ text: StaticString, at index: Int = 0) -> Bool {
        let length = text.utf8CodeUnitCount
        guard index >= 0, length <= count - index else { return false }
        return unsafe withUnsafeBufferPointer { bytes in
            unsafe memcmp(bytes.baseAddress! + index, text.utf8Start, length) == 0
        }
    }

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

    /// Index of the first `{` that stands at the beginning of a line, at or after `from`, which is not itself looked at.
    func firstBraceAtLineStart(after from: Int) -> Int? {
        var at = from
        while let newline = firstIndex(of: UInt8(ascii: "\n"), from: at) {
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
