// Text made to hurt: any bytes, any length. Linear time shows as a run that ends; a quadratic one would take hours.

import Redaction
import Testing

private let megabyte = 1_000_000

private func repeated(_ part: String, bytes: Int) -> String {
    String(repeating: part, count: bytes / part.utf8.count)
}

@Test(
    .timeLimit(.minutes(30)), arguments: ["password=password=", "QUJD"])
func `five megabytes of one thing take linear time`(part: String) {
    var found = RedactedValues()
    let text = repeated(part, bytes: 5 * megabyte)
    let shown = Redactor().redact(text, numbering: &found)
    #expect(shown.isEmpty == false)
}

@Test(
    .timeLimit(.minutes(30)),
    arguments: [
        "password=", "password=\"", "password='***", "password=\\\"***", "password: ", "token=[", "token=[\"a\",", "cookie: ",
        "cookie=a=", "cookie=***",
        "Authorization=", "Authorization: ", "Authorization: Digest ", "Bearer ", "eyJ", "eyJ.", "@", "a@", "a@b.", "%40", "://",
        "://a@", "-----BEGIN A-----", "-----BEGIN ",
        "ghp_", "AKIA", "1.", "1.2.3.4.", "::", "1:", "4111 ", "4", "[", "[secret#", "\\", "\"", "\\\"", "QUJD", "A", " ", "\n",
        "\u{E4}", "api key:", "x-amz-signature=",
    ])
func `any repeated piece takes linear time`(part: String) {
    var found = RedactedValues()
    let text = repeated(part, bytes: megabyte / 10)
    let shown = Redactor().redact(text, numbering: &found)
    #expect(shown.isEmpty == false)
}

@Test func `a hundred thousand signs of an address are left`() {
    var found = RedactedValues()
    let text = String(repeating: "@", count: 100_000)
    let shown = Redactor().redact(text, numbering: &found)
    #expect(shown == text)
    #expect(found.counts.counts.isEmpty)
}

/// A small generator with a fixed seed: the same texts on every run.
private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

private let fragments =
    RedactionRule.all.map(\.example) + RedactionRule.all.map(\.exampleResult) + [
        "password=", "\"password\":\"", "\\\"secret\\\":\\\"", "Authorization: Bearer ", "{Cookie=", "a=b; c=d", ", Host=x}",
        " [TRUNCATED]",
        "[TRUNCATED]", "]", "[", "}", "\"", "'", "\\", ",", " ", "\n", "=", ":", "@", "://", "ann@example.com", "203.0.113.7",
        "2001:db8:1:2::5",
        "4111111111111111", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2ln", "***abc", "null", "-----", "x", "7", "\u{E4}", "%40",
        "[secret#1]",
        "session=", "token: ", "version ", "AKIAIOSFODNN7EXAMPLE", "0", ".", "-", "_", "Basic ", "Signature=", "set-cookie: ",
    ]

@Test func `redacting twice changes nothing and counts nothing, whatever stands side by side`() {
    let redactor = Redactor()
    var random = Shuffler(state: 20_260_312)
    for _ in 0..<30_000 {
        let parts = (0..<Int.random(in: 1...8, using: &random)).map { _ in fragments.randomElement(using: &random) ?? "" }
        let text = parts.joined()
        var found = RedactedValues()
        let once = redactor.redact(text, numbering: &found)
        var again = RedactedValues()
        let twice = redactor.redact(once, numbering: &again)
        if twice != once || !again.counts.counts.isEmpty {
            Issue.record("\(text.debugDescription)\n\(once.debugDescription)\n\(twice.debugDescription)")
            return
        }
    }
}
