// Text appended to a byte buffer, as containers need it.

import Foundation

extension [UInt8] {
    mutating func append(_ text: String) { append(contentsOf: text.utf8) }

    /// Appends as a JSON string with quotes.
    mutating func appendJSON(_ text: String) {
        append(UInt8(ascii: "\""))
        defer { append(UInt8(ascii: "\"")) }
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return append(contentsOf: text.utf8)
        }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            default: append(byte)
            }
        }
    }
}

/// Base64 of the standard alphabet, padded, without newlines.
func base64Text(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// An event id of 56 digits that grows with time and order.
func eventID(_ entry: LogEntry) -> String {
    let time = String(entry.time)
    let order = String(entry.order)
    return "39" + time + String(repeating: "0", count: 54 - time.utf8.count - order.utf8.count) + order
}

/// A stream's name as a file name, as the export to S3 writes it.
func streamFileName(_ stream: String) -> String { String(stream.map { $0 == "/" ? "-" : $0 }) }

/// A log group's name as part of a file name.
func fileName(_ group: String) -> String {
    String(group.drop { $0 == "/" }.map { $0 == "/" || $0 == "$" ? "-" : $0 })
}
