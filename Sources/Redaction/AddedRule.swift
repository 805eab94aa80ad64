// A rule that a team wrote into its configuration, with the text that shows that it works.

/// Why a rule cannot be used.
package struct RedactionRuleProblem: Error, CustomStringConvertible {
    package var description: String

    init(_ description: String) { self.description = description }
}

package struct AddedRule: Sendable {
    package let name: String
    let pattern: Pattern?
    /// As `KeyedValue.name` has them.
    let names: Set<String>

    /// `pattern` is in RE2's syntax; its first group, or all of it, is the value. `names` are names of values as they stand before `=` or
    /// `:`. `test` is a text that this rule must change.
    /// - Throws: `RedactionRuleProblem`.
    package init(name: String, pattern: String?, names: [String], test: String) throws(RedactionRuleProblem) {
        let isName = name.utf8.allSatisfy { $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }
        guard isName, name.utf8.first?.isLower == true, name.utf8.count <= longestRuleName else {
            throw RedactionRuleProblem(
                "'\(name)' cannot name a rule: small letters, digits and hyphens are expected, \(longestRuleName) at most")
        }
        guard !RedactionRule.all.contains(where: { $0.name == name }) else {
            throw RedactionRuleProblem("there is a built-in rule '\(name)'")
        }
        guard (pattern == nil) != names.isEmpty else {
            throw RedactionRuleProblem("the rule '\(name)' needs a 'pattern' or 'names', and not both")
        }
        self.name = name
        self.pattern = try pattern.map { text throws(RedactionRuleProblem) in try Pattern(text) }
        var normalised: Set<String> = []
        for written in names {
            var letters = written.utf8.filter(\.isAlphanumeric).map(\.lowercased)
            while letters.last?.isDigit == true { letters.removeLast() }
            guard letters.count >= 3 else {
                throw RedactionRuleProblem(
                    "'\(written)' is too short a name for the rule '\(name)': three letters or more are expected")
            }
            normalised.insert(String(decoding: letters, as: UTF8.self))
        }
        self.names = normalised

        let alone = Redactor(disabled: Set(RedactionRule.all.map(\.name)), added: [self])
        var found = RedactedValues()
        let shown = alone.redact(test, found: &found)
        guard !found.values.isEmpty else {
            throw RedactionRuleProblem("the rule '\(name)' finds nothing in its own test '\(test)'")
        }
        var again = RedactedValues()
        guard alone.redact(shown, found: &again) == shown else {
            throw RedactionRuleProblem(
                "the rule '\(name)' would replace its own placeholder, so that values could not be told apart")
        }
    }

    var finders: [Finder] {
        guard !names.isEmpty else { return [] }
        let names = names
        return [
            .keyed(names: names.sorted()) { value, text in names.contains(value.name) ? text.secretValues(of: value) : [] }
        ]
    }
}
