// Rules that a team adds, and numbers in place of marks.

import Redaction
import Testing

private func redacted(_ text: String, _ rules: [AddedRule]) -> String {
    var found = RedactedValues()
    return Redactor(added: rules).redact(text, numbering: &found)
}

@Suite struct AddedRuleTests {
    @Test func `a pattern's first group is the value, and what stands around it stays`() throws {
        let rule = try AddedRule(name: "order", pattern: #"order (ord-\d+)"#, names: [], test: "order ord-17 failed")
        #expect(
            redacted("order ord-17 failed, order ord-18 too, ord-19 not", [rule])
                == "order [order#1] failed, order [order#2] too, ord-19 not")
    }

    @Test func `a pattern without a group takes all of it, and built-in rules still find the rest`() throws {
        let rule = try AddedRule(name: "member", pattern: #"\bM[0-9]{6}\b"#, names: [], test: "M123456")
        #expect(redacted("M123456 ann@example.com M123456", [rule]) == "[member#1] [email#1] [member#1]")
    }

    @Test func `a name's value is found as text, JSON and query`() throws {
        let rule = try AddedRule(name: "customer", pattern: nil, names: ["customer_number"], test: "customerNumber=abc")
        #expect(
            redacted(#"customerNumber=a1 {"customer-number":"b2"} ?customer_number=a1&x=1"#, [rule])
                == #"customerNumber=[customer#1] {"customer-number":"[customer#2]"} ?customer_number=[customer#1]&x=1"#)
    }

    @Test(
        arguments: [
            ("Order", "x", [], "x", "'Order' cannot name a rule: small letters, digits and hyphens are expected, 40 at most"),
            ("jwt", "x", [], "x", "there is a built-in rule 'jwt'"),
            ("order", nil, [], "x", "the rule 'order' needs a 'pattern' or 'names', and not both"),
            ("order", "x", ["xyz"], "x", "the rule 'order' needs a 'pattern' or 'names', and not both"),
            ("order", "(x", [], "x", "'(x' is not a pattern: missing ): (x"),
            ("order", #"(x)\1"#, [], "xx", #"'(x)\1' is not a pattern: invalid escape sequence: \1"#),
            ("order", "x+", [], "yyy", "the rule 'order' finds nothing in its own test 'yyy'"),
            ("order", "x*", [], "yyy", "the rule 'order' finds nothing in its own test 'yyy'"),
            ("order", nil, ["id"], "id=1", "'id' is too short a name for the rule 'order': three letters or more are expected"),
            (
                "order", "[a-z]+", [], "abc",
                "the rule 'order' would replace its own placeholder, so that values could not be told apart"
            ),
        ] as [(String, String?, [String], String, String)])
    func `a rule that cannot work is refused with its reason`(
        name: String, pattern: String?, names: [String], test: String, reason: String
    ) {
        #expect {
            _ = try AddedRule(name: name, pattern: pattern, names: names, test: test)
        } throws: {
            "\($0)" == reason
        }
    }

    @Test func `account ids stay unless their rule is on`() {
        let arn = "arn:aws:iam::111122223333:role/x"
        #expect(redacted(arn, []) == arn)
        var found = RedactedValues()
        #expect(Redactor(disabled: []).redact(arn, numbering: &found) == "arn:aws:iam::[account-id#1]:role/x")
    }
}

@Suite struct NumberingTests {
    @Test func `text of a log that looks like a mark or a placeholder stays as it is`() {
        let line = "job [jwt#3] and [secret#0123456789abcdef] password=hunter2"
        var found = RedactedValues()
        #expect(Redactor().redact(line, numbering: &found) == "job [jwt#3] and [secret#0123456789abcdef] password=[secret#1]")
    }

    @Test func `numbers count up for each rule by itself`() {
        var found = RedactedValues()
        let line = "ann@example.com password=a1b2c3 bob@example.com pwd=d4e5f6 ann@example.com"
        #expect(
            Redactor().redact(line, numbering: &found) == "[email#1] password=[secret#1] [email#2] pwd=[secret#2] [email#1]")
        #expect(found.counts.counts == ["email": 3, "secret": 2])
        #expect(found.values.count == 4)
    }
}

@Test(arguments: [
    Shape("call +14155550123 now", "call [phone#1] now"),
    Shape(#"{"to":"+44 20 7946 0018"}"#, #"{"to":"[phone#1]"}"#),
    Shape("?to=%2B442079460018&x=1", "?to=[phone#1]&x=1"),
    Shape("tel:+49(30)901820.", "tel:[phone#1]."),
])
func `telephone numbers in international form are replaced`(shape: Shape) { check(shape, rule: "phone") }

@Test(arguments: [
    "2026-11-22T02:10:00.000+0000", "+1234567", "a+12345678901", "x = y +10 - 2", "1.5e+12345678 ms", "++12345678901",
])
func `what is no telephone number stays`(line: String) {
    var found = RedactedValues()
    #expect(Redactor().redact(line, numbering: &found) == line)
}
