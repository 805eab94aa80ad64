// Compressed bytes made by hand, so that tests need no compressor: stored blocks, with true checksums.

/// One gzip member (RFC 1952) of stored blocks.
func gzip(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]
    var start = 0
    repeat {
        let count = min(65_535, text.count - start)
        let isLast = start + count == text.count
        result += [isLast ? 1 : 0] + littleEndian(UInt32(count), 2) + littleEndian(UInt32(count) ^ 0xffff, 2)
        result += text[start..<(start + count)]
        start += count
    } while start < text.count
    return result + littleEndian(crc32(text), 4) + littleEndian(UInt32(truncatingIfNeeded: text.count), 4)
}

func gzip(_ text: String) -> [UInt8] { gzip(Array(text.utf8)) }

/// One zstd frame (RFC 8878) of one raw block, without a checksum.
func zstd(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x50] + littleEndian(UInt32(bytes.count) << 3 | 1, 3) + bytes
}

private func littleEndian(_ value: UInt32, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
        crc ^= UInt32(byte)
        for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return ~crc
}
