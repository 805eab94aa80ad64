// Hostile names in commands that people paste into a shell.

/// One word of a POSIX shell, whatever the text: plain where nothing in it is special, else in single quotes. Control
/// characters, which a terminal could act on when pasted, are written as `$'\xHH'` would need a special shell; they are
/// replaced by `?`, which matches nothing more than the one character in filters and names.
func shellQuoted(_ text: String) -> String {
    var plain = !text.isEmpty
    var cleaned: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"), UInt8(ascii: ":"):
            cleaned.append(byte)
        case 0..<0x20, 0x7F:
            plain = false
            cleaned.append(UInt8(ascii: "?"))
        case UInt8(ascii: "'"):
            plain = false
            cleaned += Array("'\\''".utf8)
        default:
            plain = false
            cleaned.append(byte)
        }
    }
    // A leading dash would be read as an option.
    if cleaned.first == UInt8(ascii: "-") { plain = false }
    let word = String(decoding: cleaned, as: UTF8.self)
    return plain ? word : "'\(word)'"
}

/// A CloudWatch Logs filter pattern that matches the text as it is: a quoted term.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
func filterPattern(_ text: String) -> String {
    var pattern = [UInt8(ascii: "\"")]
    pattern.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { pattern.append(UInt8(ascii: "\\")) }
        pattern.append(byte)
    }
    pattern.append(UInt8(ascii: "\""))
    return String(decoding: pattern, as: UTF8.self)
}
