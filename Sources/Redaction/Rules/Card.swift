// Numbers of payment cards: the first digits of an issuer, a length that issuer uses, and a right check digit.

extension RedactionRule {
    static let card = RedactionRule(
        name: "card",
        description: "Payment card numbers of 13 to 19 digits with a right check digit (Luhn), also in groups.",
        example: "charge declined for 4111 1111 1111 1111",
        exampleResult: "charge declined for [card#1]",
        finders: [.shaped(triggers: "23456", findNumber)])

    private static func findNumber(in text: ScannedText, at index: Int) -> Finding? {
        let before = index > text.floor ? text[index - 1] : 0
        // Parts of ids, hashes, decimal fractions, negative numbers and dates are no cards.
        // Every grouping begins with four digits.
        guard text[index + 1].isDigit, text[index + 2].isDigit, text[index + 3].isDigit, text.startsWord(at: index),
            before != UInt8(ascii: "-"), before != UInt8(ascii: ".")
        else { return nil }
        var digits: [UInt8] = []
        var groups: [Int] = []
        var group = 0
        var separator: UInt8 = 0
        var end = index
        while digits.count < 20 {
            let byte = text[end]
            if byte.isDigit {
                digits.append(byte - 0x30)
                group += 1
            } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-"), group >= 4, text[end + 1].isDigit,
                separator == 0 || separator == byte, digits.count < 16
            {
                separator = byte
                groups.append(group)
                group = 0
            } else {
                break
            }
            end += 1
        }
        groups.append(group)
        let after = text[end]
        guard (13...19).contains(digits.count), text.endsWord(at: end), after != UInt8(ascii: "-"),
            !(after == UInt8(ascii: ".") && text[end + 1].isDigit), isIssued(digits),
            groupings.contains(groups) || separator == 0,
            hasRightCheckDigit(digits)
        else { return nil }
        return Finding(index..<end)
    }

    private static let groupings: Set<[Int]> = [[4, 4, 4, 4], [4, 4, 4, 4, 3], [4, 6, 5], [4, 6, 4]]

    /// Keeps times in milliseconds and other long numbers out: those begin with 1, or have a length no issuer uses.
    private static func isIssued(_ digits: [UInt8]) -> Bool {
        let four = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
        switch digits.count {
        case 13: return four / 1000 == 4
        case 14: return (3000...3059).contains(four) || four / 100 == 36 || four / 100 == 38 || four / 100 == 39
        case 15: return four / 100 == 34 || four / 100 == 37
        default:
            return four / 1000 == 4 || (5000...5999).contains(four) || (2221...2720).contains(four)
                || (3528...3589).contains(four)
                || four / 1000 == 6
        }
    }

    private static func hasRightCheckDigit(_ digits: [UInt8]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let value = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
            sum += value > 9 ? value - 9 : value
        }
        return sum % 10 == 0
    }
}
