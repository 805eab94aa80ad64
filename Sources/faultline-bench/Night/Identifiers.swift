// Identifiers in the alphabets of AWS, made from chance alone.

private let hexDigits = [UInt8]("0123456789abcdef".utf8)
private let idLetters = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)

extension SplitMix64 {
    mutating func hex(_ count: Int) -> String {
        var bits: UInt64 = 0
        return String(ascii: count) { index in
            if index % 16 == 0 { bits = next() }
            defer { bits >>= 4 }
            return hexDigits[Int(bits & 15)]
        }
    }

    /// `8-4-4-4-12` lower-case hexadecimal digits, version 4.
    mutating func uuid() -> String {
        var bits: UInt64 = 0
        var left = 0
        return String(ascii: 36) { index in
            switch index {
            case 8, 13, 18, 23: return UInt8(ascii: "-")
            case 14: return UInt8(ascii: "4")
            case 19: return hexDigits[8 + below(4)]
            default:
                if left == 0 { (bits, left) = (next(), 16) }
                defer { (bits, left) = (bits >> 4, left - 1) }
                return hexDigits[Int(bits & 15)]
            }
        }
    }

    mutating func letters(_ count: Int) -> String {
        String(ascii: count) { _ in idLetters[below(idLetters.count)] }
    }

    /// The id of an HTTP or WebSocket request and the extended id of a REST request: 15 letters and `=`.
    mutating func gatewayID() -> String { letters(8) + "IAMF" + letters(3) + "=" }

    /// `1-<8 hex of the second>-<24 hex>`.
    mutating func traceID(at time: Int64) -> String {
        let seconds = String(UInt32(truncatingIfNeeded: time / 1000), radix: 16)
        return "1-" + seconds + "-" + hex(24)
    }
}

extension String {
    fileprivate init(ascii count: Int, _ byte: (Int) -> UInt8) {
        self = unsafe String(unsafeUninitializedCapacity: count) { buffer in
            for index in 0..<count { unsafe buffer[index] = byte(index) }
            return count
        }
    }
}
