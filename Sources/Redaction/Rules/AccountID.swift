// AWS account ids, where they stand for certain: in ARNs. Off unless a configuration switches it on: most teams need them to read their logs.

extension RedactionRule {
    static let accountID = RedactionRule(
        name: "account-id",
        description: "The account id of an ARN. Off by default.",
        example: "arn:aws:lambda:eu-west-1:111122223333:function:users",
        exampleResult: "arn:aws:lambda:eu-west-1:[account-id#1]:function:users",
        finders: [.shaped(triggers: "0123456789", findID)])

    private static func findID(in text: ScannedText, at index: Int) -> Finding? {
        guard text[index - 1] == UInt8(ascii: ":"), text.runEnd(from: index, limit: 13, where: \.isDigit) == index + 12,
            text[index + 12] == UInt8(ascii: ":")
        else { return nil }
        // arn:partition:service:region: stands before it; region may be empty.
        var colons = 0
        var place = index - 1
        while place > text.floor, index - place < 80, colons < 4 {
            if text[place] == UInt8(ascii: ":") { colons += 1 }
            if text[place].isSpace { return nil }
            place -= 1
        }
        guard colons == 4, text.hasPrefix("arn:", at: place - 2) else { return nil }
        return Finding(index..<index + 12)
    }
}
