import Diagnosis
import Model
import Pipeline
import Redaction
import Testing

@Suite struct `The configuration file` {
    @Test func `says what the inputs are`() throws {
        let configuration = try Configuration.parse(
            """
            title: Orders, nightly
            timezone: Europe/Berlin
            inputs:
              - path: logs/exports
                log-group: /aws/lambda/orders-create
              - path: logs/access.log
                api: orders-api
                stage: prod
                format: text
            gates: ["server-errors>1%"]
            redaction:
              off: [email]
            services:
              apis: {a1b2c3: orders-api}
            """, file: "conf/faultline.yml")
        #expect(configuration.title == "Orders, nightly")
        #expect(configuration.timezone == "Europe/Berlin")
        #expect(configuration.inputs.map(\.path) == ["logs/exports", "logs/access.log"])
        #expect(configuration.inputs[0].logGroup == "/aws/lambda/orders-create")
        #expect(configuration.inputs[1].stage == "prod")
        #expect(configuration.gates == ["server-errors>1%"])
        #expect(configuration.redactionRulesOff == ["email"])
        #expect(configuration.apiNames == ["a1b2c3": "orders-api"])
        #expect(configuration.folder == "conf")
    }

    @Test func `says which redaction rules are on and adds some`() throws {
        let configuration = try Configuration.parse(
            """
            redaction:
              off: [email]
              on: [account-id]
              added:
                - {name: order, pattern: 'ord-(\\d+)', test: ord-17}
                - {name: customer, names: [customerNumber], test: "customerNumber=abc"}
            """, file: "f.yml")
        let redactor = try Settings.redactor(configuration)
        var found = RedactedValues()
        _ = redactor.redact("ord-17 customer_number=xyz ann@example.com arn:aws:iam::111122223333:role/x", found: &found)
        #expect(found.counts.counts == ["order": 1, "customer": 1, "account-id": 1])
    }

    @Test(arguments: [
        ("added: [{name: order, pattern: x}]", "an added rule needs a 'name' and a 'test', a text that it must change"),
        ("added: [{name: order, pattern: x, test: y}]", "the rule 'order' finds nothing in its own test 'y'"),
        ("added: [{name: order, pattern: '(', test: y}]", "'(' is not a pattern: missing )"),
        ("added: [{name: a, pattern: x, test: x}, {name: a, pattern: y, test: y}]", "the rule 'a' is added twice"),
        ("added: [{name: a, patern: x, test: x}]", "unknown key 'patern'; did you mean 'pattern'?"),
    ])
    func `refuses added rules that cannot work, with their line`(text: String, reason: String) {
        let problem = #expect(throws: ConfigurationProblem.self) {
            try Configuration.parse("redaction:\n  \(text)", file: "f.yml")
        }
        #expect(
            problem.map { "\($0)".hasPrefix("cannot use 'f.yml' line 2: ") && "\($0)".contains(reason) } == true,
            "\(problem.map { "\($0)" } ?? "")")
    }

    @Test func `says which groups are one and which is several`() throws {
        let configuration = try Configuration.parse(
            """
            groups:
              merge: [[0123456789ab, 00000000000a, 00000000000b]]
              split: {00000000000c: endpoint}
              rename: {0123456789ab: Stock is gone}
            """, file: "f.yml")
        #expect(configuration.groupRules.merged == ["00000000000a": "0123456789ab", "00000000000b": "0123456789ab"])
        #expect(configuration.groupRules.splits == ["00000000000c": .endpoint])
        #expect(configuration.groupTitles == ["0123456789ab": "Stock is gone"])
    }

    @Test(arguments: [
        ("groups: {merges: []}", "unknown key 'merges'; did you mean 'merge'?"),
        ("groups: {merge: [[0123456789ab]]}", "a merge needs two group ids or more"),
        ("groups: {merge: [[0123456789ab, 00000000000a], [00000000000a, 00000000000b]]}", "'00000000000a' is merged twice"),
        ("groups: {merge: [[0123456789ab, orders]]}", "'orders' is no group id"),
        ("groups: {split: {0123456789ab: endpiont}}", "cannot be split by 'endpiont'; did you mean 'endpoint'?"),
        ("groups: {split: {0123: version}}", "'0123' is no group id"),
    ])
    func `refuses rules of groups that mean nothing`(text: String, reason: String) {
        let problem = #expect(throws: ConfigurationProblem.self) { try Configuration.parse(text, file: "f.yml") }
        #expect(problem.map { "\($0)".contains(reason) } == true, "\(problem.map { "\($0)" } ?? "")")
    }

    @Test func `an empty file is an empty configuration`() throws {
        #expect(try Configuration.parse("", file: "faultline.yml").inputs.isEmpty)
    }

    @Test(arguments: [
        ("titel: x", "cannot use 'f.yml' line 1: unknown key 'titel'; did you mean 'title'?"),
        ("title: x\ninputs:\n  - log-group: g", "cannot use 'f.yml' line 3: the key 'path' is missing"),
        ("inputs: x", "cannot use 'f.yml' line 1: a list is expected here"),
        ("- x", "cannot use 'f.yml' line 1: a map of keys is expected here"),
        ("title: [x]", "cannot use 'f.yml' line 1: a text is expected here"),
    ])
    func `what is wrong is said with its line`(text: String, message: String) {
        let problem = #expect(throws: ConfigurationProblem.self) { try Configuration.parse(text, file: "f.yml") }
        #expect(problem?.description == message)
    }

    @Test func `what is not YAML is no configuration`() {
        #expect(throws: ConfigurationProblem.self) { try Configuration.parse("title: \"x", file: "f.yml") }
    }
}

@Suite struct `Gates` {
    @Test(arguments: [
        ("server-errors>1%", Gate.Measure.serverErrors, 1.0, true),
        ("failures > 100", .failures, 100, false),
        ("cause:function-timeout>0", .cause(.functionTimeout), 0, false),
        ("function-errors>0.5%", .functionErrors, 0.5, true),
    ])
    func `are a measure and a number`(text: String, measure: Gate.Measure, limit: Double, isPercent: Bool) throws {
        let gate = try Gate.parse(text).get()
        #expect(gate.measure == measure)
        #expect(gate.limit == limit)
        #expect(gate.isPercent == isPercent)
    }

    @Test(arguments: [
        (
            "cause:function-timeuot>0",
            "'cause:function-timeuot>0' is not a gate: there is no cause 'function-timeuot'; did you mean 'function-timeout'?"
        ),
        ("failures", "'failures' is not a gate: it must be MEASURE>NUMBER or MEASURE>NUMBER%"),
        ("failures>many", "'failures>many' is not a gate: 'many' is not a number"),
    ])
    func `are refused with a reason`(text: String, message: String) {
        #expect(throws: GateProblem.self) { try Gate.parse(text).get() }
        if case .failure(let problem) = Gate.parse(text) { #expect(problem.description == message) }
    }
}
