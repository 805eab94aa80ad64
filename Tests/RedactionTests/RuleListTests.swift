// The list of rules: what documentation and settings rely on.

import Redaction
import Testing

@Test(arguments: RedactionRule.all.map(\.name))
func `a rule's example becomes its example result, by this rule alone`(name: String) throws {
    let rule = try #require(RedactionRule.all.first { $0.name == name })
    // Base64 hides what other rules look for.
    let others = name == "base64" ? [] : Set(RedactionRule.all.map(\.name)).subtracting([name])
    var found = RedactedValues()
    let shown = Redactor(disabled: others).redact(rule.example, numbering: &found)
    #expect(shown == rule.exampleResult)
    #expect(Array(found.counts.counts.keys) == [name])
    #expect(rule.example != rule.exampleResult)
    #expect(rule.description.hasSuffix("."))
}

@Test(arguments: RedactionRule.all.map(\.name))
func `a rule that is switched off leaves its example`(name: String) throws {
    let rule = try #require(RedactionRule.all.first { $0.name == name })
    var found = RedactedValues()
    _ = Redactor(disabled: [name]).redact(rule.example, numbering: &found)
    #expect(found.counts.counts[name] == nil)
}

@Test func `the rules, each with its shapes in these tests`() {
    #expect(
        RedactionRule.all.map(\.name) == [
            "private-key", "url-credentials", "authorization", "cookie", "session-token", "aws-key", "aws-signature", "jwt",
            "vendor-token", "secret", "card", "phone", "email", "ip-address", "account-id", "base64",
        ])
}

@Test func `counts add up, merge, and come in order`() {
    let redactor = Redactor()
    var first = RedactedValues()
    _ = redactor.redact("password=a1 secret=b2 from 203.0.113.7", found: &first)
    var second = RedactedValues()
    _ = redactor.redact("ann@example.com bob@example.com eve@example.com", found: &second)
    var counts = first.counts
    counts.merge(second.counts)
    #expect(counts.counts == ["secret": 2, "ip-address": 1, "email": 3])
    #expect(counts.sorted.map(\.rule) == ["email", "secret", "ip-address"])
    #expect(counts.total == 6)
}

@Test func `equal values have equal placeholders and different ones do not`() {
    var found = RedactedValues()
    let shown = Redactor().redact(#"password=alpha1 {"pwd":"alpha1"} secret: beta22"#, numbering: &found)
    #expect(shown == #"password=[secret#1] {"pwd":"[secret#1]"} secret: [secret#2]"#)
}
