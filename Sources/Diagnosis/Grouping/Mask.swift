// The kinds of variable part that a message is freed of before it is compared.

enum Mask: String, CaseIterable, Sendable {
    case number, uuid, hex, id, arn, url, host, path, email, quoted, ip, time

    /// What stands in the message instead.
    var placeholder: String { self == .number ? "\u{2039}n\u{203A}" : "\u{2039}\(rawValue)\u{203A}" }
}

/// A message with its variable parts taken out.
struct MaskedMessage: Hashable {
    var text = ""
    /// What was taken out, in the order of the placeholders in `text`.
    var values: [MaskedValue] = []
}

struct MaskedValue: Hashable {
    var mask: Mask
    var value: String
}
