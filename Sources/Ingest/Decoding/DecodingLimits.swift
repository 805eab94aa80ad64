// The one place for what decoding refuses to do, however the input asks for it.

enum DecodingLimits {
    /// Compressions inside one another that are taken off; a further one is left as it is.
    static let layers = 3

    /// Text per byte on disk. Logs reach a few hundred to one; deflate cannot exceed 1032 to one in one layer, so beyond this
    /// an input was made to fill the memory or the time of its reader.
    static let ratio: Int64 = 2000

    /// Below this much text the ratio is nobody's harm.
    static let harmlessText: Int64 = 256 << 20

    static func fault(textBytes: Int64, bytesOnDisk: Int64) -> DecodingFault? {
        guard textBytes > harmlessText, textBytes / max(1, bytesOnDisk) > ratio else { return nil }
        return .expandsTooMuch(ratio: ratio)
    }
}
