// A piece of HTML for the page frame; a plain `String` gets into it only escaped.

struct HTMLText: Hashable, Sendable {
    let source: String

    static func text(_ value: String) -> HTMLText { HTMLText(source: escaped(value)) }

    static func link(_ text: String, to target: String) -> HTMLText {
        HTMLText(source: "<a href=\"\(escaped(target))\">\(escaped(text))</a>")
    }

    static func + (left: HTMLText, right: HTMLText) -> HTMLText { HTMLText(source: left.source + right.source) }
}

/// Text for an element or a quoted attribute.
private func escaped(_ value: String) -> String {
    let value = visible(value)
    guard value.utf8.contains(where: isMarkup) else { return value }
    var text = ""
    text.reserveCapacity(value.utf8.count)
    for scalar in value.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        default: text.unicodeScalars.append(scalar)
        }
    }
    return text
}

private func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
}
