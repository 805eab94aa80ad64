// Text with secrets put into it: none is left, a second pass finds nothing, and a value is the same value wherever it stands.

import Redaction

private let redactor = Redactor(disabled: [])

/// A line of its own, and the part of it that must not be left. What stands on the lines around it may only take more away.
private let seeds: [(line: String, secret: String)] = [
    ("token is eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl for ann", "eyJzdWIiOiJhbm4ifQ"),
    (#"{"user":"ann","password":"hunter2-xyzzy"}"#, "hunter2-xyzzy"),
    ("Authorization: Bearer abcdef123456.ghijkl", "abcdef123456"),
    (#""{\"apiKey\":\"k-9f86d081884c7d65\"}""#, "k-9f86d081884c7d65"),
    ("Method request headers: {Cookie=sid=s3cr3t-biscuit; theme=dark, Accept=*/*}", "s3cr3t-biscuit"),
    ("key AKIAIOSFODNN7EXAMPLE was used", "AKIAIOSFODNN7EXAMPLE"),
    ("connecting to mongodb+srv://shop:hunter2-url@db.example.net/orders", "hunter2-url"),
    ("charge declined for 4111 1111 1111 1111", "4111 1111 1111 1111"),
    ("no order for ann.secret@example.com", "ann.secret@example.com"),
    ("push with ghp_0123456789abcdefABCDEF0123456789abcd", "ghp_0123456789abcdefABCDEF"),
    ("GET /x?X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLEtoken&a=b", "IQoJb3JpZ2luX2VjEXAMPLEtoken"),
    ("call +49 30 901820 now", "+49 30 901820"),
]

func redacting(_ bytes: [UInt8]) {
    guard let choice = bytes.first, bytes.count > 1 else { return }
    let seed = seeds[Int(choice) % seeds.count]
    let fuzz = bytes.dropFirst()
    let cut = fuzz.startIndex + Int(fuzz[fuzz.startIndex]) * (fuzz.count - 1) / 255
    let before = String(decoding: fuzz[..<cut], as: UTF8.self)
    let after = String(decoding: fuzz[cut...], as: UTF8.self)
    // A value written like the secret outside of its line is no secret.
    guard !contains(before, seed.secret), !contains(after, seed.secret) else { return }

    let text = "\(before)\n\(seed.line)\n\(after)"
    let once = checked(text)
    expect(!contains(once, seed.secret), "left: \(once.debugDescription) of \(text.debugDescription)")

    // Nothing stands before it here, so that it is the value it is alone; what follows changes nothing.
    var found = RedactedValues()
    let alone = redactor.redact("\(seed.line)\n", found: &found)
    let first = checked("\(seed.line)\n\n\(after)")
    expect(
        Array(first.utf8).starts(with: Array(alone.utf8)),
        "another placeholder: \(first.debugDescription), not \(alone.debugDescription)")

    // The time limit of an input tells what grows faster than its text.
    if choice >= 240 { _ = checked(String(repeating: after, count: 200_000 / max(after.utf8.count, 1))) }
}

/// Redacted, and redacted again, and numbered, and again.
private func checked(_ text: String) -> String {
    var found = RedactedValues()
    let once = redactor.redact(text, found: &found)
    var again = RedactedValues()
    expect(
        equal(redactor.redact(once, found: &again), once) && again.values.isEmpty,
        "a second pass changes \(once.debugDescription) of \(text.debugDescription)")
    var numbering = Numbering()
    numbering.add(found.values)
    let numbered = numbering.numbered(once)
    expect(
        equal(redactor.redact(numbered, found: &again), numbered) && again.values.isEmpty,
        "a pass changes \(numbered.debugDescription)")
    // Text that is not UTF-8 was repaired before it came here.
    expect(redactor.findings(in: Array(numbered.utf8)).isEmpty, "found in \(numbered.debugDescription)")
    return once
}

private func equal(_ left: String, _ right: String) -> Bool { Array(left.utf8) == Array(right.utf8) }

private func contains(_ text: String, _ part: String) -> Bool {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
}
