// A frame as the fingerprint names it: file and function, without what changes from one deployment to the next.

import Model

enum FrameName {
    static func stable(_ frame: ErrorFrame) -> String {
        let file = frame.file.map(stablePath) ?? ""
        let function = frame.function.map(stableFunction) ?? ""
        return function.isEmpty ? file : (file.isEmpty ? function : "\(file) \(function)")
    }

    /// Content hashes that bundlers put into file and folder names are masked: `index-QK4VZT6M.js`, `chunks/3f2a1b9c.js`.
    private static func stablePath(_ path: String) -> String {
        var result: [UInt8] = []
        var segment: [UInt8] = []
        for byte in path.utf8.prefix(1_024) {
            if isJoint(byte) {
                result.append(contentsOf: isHash(segment) ? hashMark : segment)
                segment.removeAll(keepingCapacity: true)
                result.append(byte)
            } else {
                segment.append(byte)
            }
        }
        result.append(contentsOf: isHash(segment) ? hashMark : segment)
        return String(decoding: result, as: UTF8.self)
    }

    /// Numbers that a compiler gives to lambdas and closures, and the hash that ends a Rust symbol.
    private static func stableFunction(_ name: String) -> String {
        let bytes = Array(name.utf8.prefix(1_024))
        var result: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.count, isDigit(bytes[at + 1]) {
                result.append(bytes[at])
                at += 1
                while at < bytes.count, isDigit(bytes[at]) { at += 1 }
            } else if bytes[at...].starts(with: "::h".utf8), bytes.count - at == 19 {
                return String(decoding: result, as: UTF8.self)
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isHash(_ segment: [UInt8]) -> Bool {
        guard segment.count >= 6 else { return false }
        let digits = segment.count(where: isDigit)
        let upper = segment.count { (0x41...0x5a).contains($0) }
        let lower = segment.count { (0x61...0x7a).contains($0) }
        guard digits + upper + lower == segment.count else { return false }
        let hexadecimal = segment.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
        if hexadecimal && digits > 0 { return true }
        // esbuild's hashes are eight of A-Z and 2-7; others mix cases and digits.
        if segment.count == 8 && lower == 0 { return true }
        return segment.count >= 8 && digits >= 1 && upper >= 1 && lower >= 1 && digits + upper >= 3
    }

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?")
    }
}

private let hashMark = Array("\u{2039}hash\u{203A}".utf8)
