// A stage of decoding that starts in memory: what an envelope carried in base64.

struct MemorySource: ByteSource, ~Copyable {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var fault: DecodingFault? { nil }
    var bytesOnDisk: Int64 { Int64(bytes.count) }

    mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        let count = min(buffer.count, bytes.count - position)
        let range = position..<(position + count)
        for (offset, byte) in bytes[range].enumerated() { unsafe buffer[offset] = byte }
        position += count
        return count
    }
}
