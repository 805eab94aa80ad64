// Access key ids and secret access keys of AWS.

extension RedactionRule {
    static let awsKey = RedactionRule(
        name: "aws-key",
        description: "AWS access key ids and other unique ids of IAM, and secret access keys.",
        example: "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        exampleResult: "AWS_SECRET_ACCESS_KEY=[aws-key#1]",
        finders: [.shaped(triggers: "A", findKeyID), .keyed(names: secretKeyNames, findSecretKey)])

    /// The prefixes of IAM's unique ids.
    private static let prefixes: [String] = ["AKIA", "ASIA", "AGPA", "AIDA", "AROA", "ANPA", "ANVA", "AIPA"]

    private static let secretKeyNames = ["secretaccesskey", "awssecretkey"]

    private static func findKeyID(in text: ScannedText, at index: Int) -> Finding? {
        // All of them end in A: most words are told by one byte.
        guard text[index + 3] == UInt8(ascii: "A"), prefixes.contains(where: { text.hasPrefix($0, at: index) }),
            text.startsWord(at: index)
        else { return nil }
        let end = text.runEnd(from: index, limit: 21) { $0.isUpper || $0.isDigit }
        guard end - index == 20, text.endsWord(at: end) else { return nil }
        return Finding(index..<end)
    }

    private static func findSecretKey(_ value: KeyedValue, in text: ScannedText) -> [Range<Int>] {
        guard secretKeyNames.contains(where: value.name.hasSuffix) else { return [] }
        return text.secretValues(of: value)
    }
}
