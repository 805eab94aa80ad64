// What the two decompressors have in common, so that a layer need not know which one it runs.

/// What one call of a decompressor did.
struct DecoderStep {
    enum Ending { case frameEnd, damaged, wrongChecksum }

    var consumed: Int
    var produced: Int
    /// nil: more can come.
    var ending: Ending?
}

/// Decompresses one frame (a gzip member, a zstd frame) after the other.
protocol StreamDecoder: ~Copyable {
    mutating func step(
        from input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecoderStep

    /// Makes ready for the next frame.
    mutating func reset()
}
