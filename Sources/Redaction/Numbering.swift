// From marks to placeholders: the same value has the same number within a report, `[jwt#3]`.

package struct Numbering: Sendable {
    private var numbers: [RedactedValue: Int] = [:]
    private var last: [String: Int] = [:]

    package init() {}

    /// Gives numbers to values that have none yet, from 1 on for each rule. The order of the calls decides, so it must not depend on
    /// threads.
    package mutating func add(_ values: [RedactedValue]) {
        for value in values where numbers[value] == nil {
            let number = (last[value.rule] ?? 0) + 1
            last[value.rule] = number
            numbers[value] = number
        }
    }

    /// The text with placeholders in place of the marks of numbered values. Text of a log that looks like a mark stays as it is.
    package func numbered(_ text: String) -> String {
        guard !numbers.isEmpty, holdsBracket(text.utf8.span) else { return text }
        let scanned = ScannedText(bytes: Array(text.utf8))
        var output: [UInt8] = []
        var copied = 0
        var index = 0
        while index < scanned.bytes.count {
            guard scanned.bytes[index] == UInt8(ascii: "["), let mark = scanned.mark(at: index), let number = numbers[mark.value]
            else {
                index += 1
                continue
            }
            output += scanned.bytes[copied..<index]
            output += Array("[\(mark.value.rule)#\(number)]".utf8)
            index = mark.end
            copied = index
        }
        guard copied > 0 else { return text }
        output += scanned.bytes[copied...]
        return String(decoding: output, as: UTF8.self)
    }
}

private func holdsBracket(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == UInt8(ascii: "[") { return true }
    return false
}

extension Redactor {
    /// Texts that are told together and apart from a report, such as a terminal's: the same value has the same number in all of them.
    package func redacted(_ texts: [String]) -> [String] {
        var found = RedactedValues()
        let marked = texts.map { redact($0, found: &found) }
        var numbering = Numbering()
        numbering.add(found.values)
        return marked.map { numbering.numbered($0) }
    }
}
