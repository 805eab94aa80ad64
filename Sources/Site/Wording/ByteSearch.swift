// Searches in the bytes of a text, for what is no part of a letter: a text of UTF-8 holds another one where it holds its bytes.

import Glibc

extension String {
    /// How many bytes stand before those of `needle`, which has some; nil when it is not there.
    func offset(ofBytes needle: String) -> Int? {
        let found = unsafe utf8.withContiguousStorageIfAvailable { text -> Int? in
            unsafe needle.utf8.withContiguousStorageIfAvailable { needle in unsafe place(of: needle, in: text) } ?? nil
        }
        return found ?? nil
    }

    func holds(byte: UInt8) -> Bool {
        let found = unsafe utf8.withContiguousStorageIfAvailable { text in
            unsafe text.baseAddress.map { unsafe memchr($0, Int32(byte), text.count) != nil } ?? false
        }
        return found ?? utf8.contains(byte)
    }

    func holdsBytes(of needle: String) -> Bool { offset(ofBytes: needle) != nil }
}

extension [UInt8] {
    /// Where `byte` stands first, at or after `start`; the end where it does not.
    func position(of byte: UInt8, from start: Int) -> Int {
        unsafe withUnsafeBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
            else { return bytes.count }
            return unsafe UnsafeRawPointer(found) - base
        }
    }
}

private func place(of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !needle.isEmpty, let start = text.baseAddress, let first = needle.baseAddress else { return needle.isEmpty ? 0 : nil }
    var place = 0
    while place + needle.count <= text.count,
        let found = unsafe memchr(start + place, Int32(first.pointee), text.count - needle.count - place + 1)
    {
        place = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        if unsafe memcmp(start + place, first, needle.count) == 0 { return place }
        place += 1
    }
    return nil
}
