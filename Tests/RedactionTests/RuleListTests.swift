// The list of rules: what documentation and settings rely on.

import Redaction
import Testing

@Test(arguments: RedactionRule.all.map(\.name))
func `a rule's example becomes its example result, by this rule alone`(name: String) throws {
    let rule = try #require(RedactionRule.all.first { $0.name == name })
    let others = Set(RedactionRule.all.map(\.name)).subtracting([name])
    var counts = RedactionCounts()
    let shown = Redactor(disabled: others).redact(rule.example, counts: &counts)
    #expect(shown == rule.exampleResult)
    #expect(Array(counts.counts.keys) == [name])
    #expect(rule.example != rule.exampleResult)
    #expect(rule.description.hasSuffix("."))
}

@Test(arguments: RedactionRule.all.map(\.name))
func `a rule that is switched off leaves its example`(name: String) throws {
    let rule = try #require(RedactionRule.all.first { $0.name == name })
    var counts = RedactionCounts()
    _ = Redactor(disabled: [name]).redact(rule.example, counts: &counts)
    #expect(counts.counts[name] == nil)
}

@Test func `the rules, each with its shapes in these tests`() {
    #expect(
        RedactionRule.all.map(\.name) == [
            "private-key", "url-credentials", "authorization", "cookie", "session-token", "aws-key", "aws-signature", "jwt",
            "vendor-token", "secret", "card", "email", "ip-address",
        ])
}

@Test func `counts add up, merge, and come in order`() {
    let redactor = Redactor()
    var first = RedactionCounts()
    _ = redactor.redact("password=a1 secret=b2 from 203.0.113.7", counts: &first)
    var second = RedactionCounts()
    _ = redactor.redact("ann@example.com bob@example.com eve@example.com", counts: &second)
    first.merge(second)
    #expect(first.counts == ["secret": 2, "ip-address": 1, "email": 3])
    #expect(first.sorted.map(\.rule) == ["email", "secret", "ip-address"])
    #expect(first.total == 6)
}

@Test func `equal values have equal placeholders and different ones do not`() {
    var counts = RedactionCounts()
    let shown = Redactor().redact(#"password=alpha1 {"pwd":"alpha1"} secret: beta22"#, counts: &counts)
    #expect(shown == #"password=[secret#91b5] {"pwd":"[secret#91b5]"} secret: [secret#8017]"#)
}
