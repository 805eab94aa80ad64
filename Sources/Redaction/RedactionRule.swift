// What a rule is, and the list of all of them: the redactor, the documentation and the tests iterate the same list.

/// One kind of secret or personal value.
package struct RedactionRule: Sendable {
    /// Stands in placeholders, in report.json and in the settings that switch a rule off.
    package let name: String
    /// What is replaced, one sentence.
    package let description: String
    /// A line with made-up values, and the same line as a page shows it.
    package let example: String
    package let exampleResult: String
    let finders: [Finder]

    /// In order of priority: where two rules see the same text, the earlier one takes it.
    package static let all: [RedactionRule] = [
        .privateKey, .urlCredentials, .authorization, .cookie, .sessionToken, .awsKey, .awsSignature, .jwt, .vendorToken,
        .secret, .card, .phone, .email, .ipAddress, .accountID, .base64,
    ]

    /// Rules that a configuration has to switch on.
    package static let offByDefault: Set<String> = [RedactionRule.accountID.name]
}

/// How a rule looks for its values. A finder must do a bounded amount of work for each place it is asked about, or work in
/// proportion to what it then takes away; else hostile text would cost quadratic time.
enum Finder: Sendable {
    /// Asked for every `name=`, `name:` and `name=>` whose name ends in one of `names` (or further names that end like one of them
    /// in their last three letters: the finder decides). Small letters, three or more.
    case keyed(names: [String], @Sendable (KeyedValue, ScannedText) -> [Range<Int>])
    /// Asked at every byte of `triggers`.
    case shaped(triggers: String, @Sendable (ScannedText, Int) -> Finding?)
}

struct Finding: Sendable {
    var range: Range<Int>
    /// Nil: the value's mark.
    var replacement: [UInt8]?

    init(_ range: Range<Int>, replacement: [UInt8]? = nil) {
        self.range = range
        self.replacement = replacement
    }
}
