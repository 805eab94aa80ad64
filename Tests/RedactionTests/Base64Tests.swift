// Bodies and records that are logged as base64.

import Redaction
import Testing

@Suite struct `Base64` {
    @Test(arguments: [
        // A form, the same without padding and cut at both ends, JSON, and text beyond ASCII.
        Shape(
            #"{"body":"dXNlcj1hbm4mcGFzc3dvcmQ9aHVudGVyMiZ0aGVtZT1kYXJr","isBase64Encoded":true}"#,
            #"{"body":"[base64#1]","isBase64Encoded":true}"#),
        Shape("body: dXNlcj1hbm4mcGFzc3dvcmQ9aHVudGVyMiZ0aGVtZT1kYXJ", "body: [base64#1]"),
        Shape("body: Nlcj1hbm4mcGFzc3dvcmQ9aHVudGVyMiZ0aGVtZT1kYXJr...", "body: [base64#1]..."),
        Shape(
            #"{"Records":[{"kinesis":{"data":"W3sidG8iOiJhbm5AZXhhbXBsZS5jb20iLCJ0ZW1wbGF0ZSI6Im9yZGVyLTcifV0="}}]}"#,
            #"{"Records":[{"kinesis":{"data":"[base64#1]"}}]}"#),
        Shape("Z3LDtsOfZT00MiZzdHJhw59lPcOEdcOfZXJlIFN0cmHDn2UmcGFzc3dvcnQ9MSZwYXNzd29yZD1ow7xudGVyMiZ4PcO8", "[base64#1]"),
    ])
    func `is replaced when a secret stands in the text behind it`(shape: Shape) {
        check(shape, rule: "base64")
    }

    @Test(arguments: [
        "W3sib3JkZXIiOjE3LCJzdGF0ZSI6InNoaXBwZWQiLCJpdGVtcyI6WyJhIiwiYiJdfV0=",
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "/var/task/node/modules/some/rather/long/path/of/a/file/without/dots",
        // Fewer than forty letters are no body.
        "cGFzc3dvcmQ9aHVudGVyMg==",
    ])
    func `stays when it holds nothing, or is none`(text: String) {
        var found = RedactedValues()
        #expect(Redactor().redact(text, found: &found) == text)
        #expect(found.counts.counts.isEmpty)
    }

    @Test func `has one placeholder for one value, and is found where it was left`() {
        var found = RedactedValues()
        let line =
            "a=dXNlcj1hbm4mcGFzc3dvcmQ9aHVudGVyMiZ0aGVtZT1kYXJr b=W3sidG8iOiJhbm5AZXhhbXBsZS5jb20iLCJ0ZW1wbGF0ZSI6Im9yZGVyLTcifV0= a=dXNlcj1hbm4mcGFzc3dvcmQ9aHVudGVyMiZ0aGVtZT1kYXJr"
        #expect(Redactor().redact(line, numbering: &found) == "a=[base64#1] b=[base64#2] a=[base64#1]")
        #expect(Redactor().findings(in: Array(line.utf8)).map(\.rule) == ["base64", "base64", "base64"])
        #expect(Redactor(disabled: ["base64"]).redact(line, found: &found) == line)
    }

    @Test func `goes by the rules that are on`() {
        var found = RedactedValues()
        #expect(
            Redactor(disabled: ["email"]).redact(
                "W3sidG8iOiJhbm5AZXhhbXBsZS5jb20iLCJ0ZW1wbGF0ZSI6Im9yZGVyLTcifV0=", found: &found)
                == "W3sidG8iOiJhbm5AZXhhbXBsZS5jb20iLCJ0ZW1wbGF0ZSI6Im9yZGVyLTcifV0=")
    }
}
