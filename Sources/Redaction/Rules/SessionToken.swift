// Session tokens of AWS's STS: execution logs print them in clear.

extension RedactionRule {
    static let sessionToken = RedactionRule(
        name: "session-token",
        description: "AWS session tokens: X-Amz-Security-Token, AWS_SESSION_TOKEN, SessionToken; also when they are cut.",
        example: "{X-Amz-Security-Token=IQoJb3JpZ2luX2Vj/+abc== [TRUNCATED]",
        exampleResult: "{X-Amz-Security-Token=[session-token#1] [TRUNCATED]",
        finders: [.keyed(names: ["securitytoken", "sessiontoken"], findToken)])

    private static func findToken(_ value: KeyedValue, in text: ScannedText) -> [Range<Int>] {
        guard value.name.hasSuffix("securitytoken") || value.name.hasSuffix("sessiontoken") else { return [] }
        return text.secretValues(of: value)
    }
}
