// Tokens that say by their first letters whose they are.

extension RedactionRule {
    static let vendorToken = RedactionRule(
        name: "vendor-token",
        description: "Tokens of GitHub, GitLab, Slack, Stripe, Google, npm, SendGrid and PyPI.",
        example: "push failed for ghp_0123456789abcdefghijABCDEFGHIJ012345",
        exampleResult: "push failed for [vendor-token#1]",
        finders: [.shaped(triggers: "gxsrAnSpw", findToken)])

    /// Prefix and least number of bytes behind it, lower than the real one so that cut tokens are found.
    private static let prefixes: [(String, Int)] = [
        ("ghp_", 16), ("gho_", 16), ("ghu_", 16), ("ghs_", 16), ("ghr_", 16), ("github_pat_", 16), ("glpat-", 16),
        ("xoxa-", 10), ("xoxb-", 10), ("xoxp-", 10), ("xoxr-", 10), ("xoxs-", 10), ("xapp-", 10),
        ("sk_live_", 10), ("sk_test_", 10), ("rk_live_", 10), ("rk_test_", 10), ("whsec_", 16),
        ("AIza", 30), ("npm_", 30), ("SG.", 40), ("pypi-", 40),
    ]

    private static func findToken(in text: ScannedText, at index: Int) -> Finding? {
        guard text[index + 1].isSecondOfPrefix, let (prefix, least) = prefixes.first(where: { text.hasPrefix($0.0, at: index) }),
            text.startsWord(at: index)
        else { return nil }
        let start = index + prefix.utf8.count
        let end = text.runEnd(from: start) { $0.isBase64URL || $0 == UInt8(ascii: ".") && text[index] == UInt8(ascii: "S") }
        return end - start >= least ? Finding(index..<end) : nil
    }
}

extension UInt8 {
    /// The second byte of one of the prefixes: most words are told by it.
    fileprivate var isSecondOfPrefix: Bool {
        switch self {
        case UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "a"), UInt8(ascii: "k"),
            UInt8(ascii: "I"), UInt8(ascii: "p"), UInt8(ascii: "G"), UInt8(ascii: "y"):
            true
        default: false
        }
    }
}
