// Line ends of values: one line for inline places, `\n` for blocks.

/// The bytes with every line end (`\r\n`, `\n`, `\r`) replaced by `replacement`.
func replacingLineEnds(in bytes: [UInt8], with replacement: UInt8) -> [UInt8] {
    let text = bytes[...]
    let hasOther = replacement != 0x0A && text.position(of: 0x0A, from: 0) != nil
    guard hasOther || text.position(of: 0x0D, from: 0) != nil else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
        if byte == 0x0D {
            result.append(replacement)
        } else if byte != 0x0A {
            result.append(byte)
        } else if index == 0 || bytes[index - 1] != 0x0D {
            result.append(replacement)
        }
    }
    return result
}
