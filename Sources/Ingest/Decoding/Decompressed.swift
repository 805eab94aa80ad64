// Decoding of something small that is already in memory.

/// The bytes with up to two layers of compression off; no bytes and a problem in words when they are damaged or more than `limit`.
func decompressed(_ bytes: [UInt8], limit: Int) -> (bytes: [UInt8]?, problem: String?) {
    var source = Layer(Layer(MemorySource(bytes)))
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
        let count = unsafe chunk.withUnsafeMutableBufferPointer { unsafe source.read(into: $0) }
        if count == 0 { break }
        result.append(contentsOf: chunk[..<count])
        if result.count > limit { return (nil, "more than \(limit >> 20) MiB") }
    }
    if let fault = source.fault { return (nil, fault.words) }
    return (result, nil)
}
