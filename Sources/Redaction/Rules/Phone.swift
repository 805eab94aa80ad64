// Telephone numbers in international form.

extension RedactionRule {
    static let phone = RedactionRule(
        name: "phone",
        description:
            "Telephone numbers in international form: a plus sign and 8 to 15 digits, with spaces, dots, hyphens or brackets between.",
        example: #"{"to":"+44 20 7946 0018"}"#,
        exampleResult: #"{"to":"[phone#1]"}"#,
        finders: [.shaped(triggers: "+%", findNumber)])

    private static func findNumber(in text: ScannedText, at index: Int) -> Finding? {
        let isEncoded = text[index] == UInt8(ascii: "%")
        if isEncoded, !text.hasPrefixIgnoringCase("%2b", at: index) { return nil }
        let first = isEncoded ? index + 3 : index + 1
        let before = index > text.floor ? text[index - 1] : 0
        guard text[first].isDigit, text[first] != 0x30, !before.isAlphanumeric, before != UInt8(ascii: "+") else { return nil }
        var place = first
        var digits = 0
        var end = first
        while place - first < 32 {
            let byte = text[place]
            if byte.isDigit {
                digits += 1
                end = place + 1
            } else if !byte.isPhoneMark
                || text[place - 1].isPhoneMark && text[place - 1] != UInt8(ascii: ")") && byte != UInt8(ascii: "(")
            {
                break
            }
            place += 1
        }
        guard (8...15).contains(digits), text.endsWord(at: end), !(text[end] == UInt8(ascii: ".") && text[end + 1].isDigit) else {
            return nil
        }
        return Finding(index..<end)
    }
}

extension UInt8 {
    fileprivate var isPhoneMark: Bool {
        self == 0x20 || self == UInt8(ascii: "-") || self == UInt8(ascii: ".") || self == UInt8(ascii: "(")
            || self == UInt8(ascii: ")")
    }
}
