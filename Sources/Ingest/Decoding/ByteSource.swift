// What every stage of decoding looks like from above: bytes to be read in order, and a fault as a value.

/// A stream of bytes. A fault ends the stream; what was read before it is good.
protocol ByteSource: ~Copyable {
    /// Fills the buffer from its front; 0 means that the stream is over, for whatever reason.
    mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int

    /// What ended the stream, unless it simply ended.
    var fault: DecodingFault? { get }

    /// Bytes taken from the disk (or from standard input) so far.
    var bytesOnDisk: Int64 { get }
}
