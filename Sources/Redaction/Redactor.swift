// Text to text, at the one door where log text enters a page or a file.
//
// 1. One pass over the bytes; only bytes that can begin a value, or stand between a name and a value, are looked at twice.
// 2. The rules are asked in order of priority; the first one that finds something takes that stretch of text.
// 3. A value becomes a placeholder that depends on the value alone, so equal values stay equal; the text around it stays.

package struct Redactor: Sendable {
    private typealias Shaped = (rule: Int, find: @Sendable (ScannedText, Int) -> Finding?)
    private typealias Keyed = (rule: Int, find: @Sendable (KeyedValue, ScannedText) -> [Range<Int>])

    private let rules: [RedactionRule]
    private var shaped = [[Shaped]](repeating: [], count: 256)
    private var keyed: [Keyed] = []

    /// `disabled` holds names of rules that are not applied; unknown names change nothing.
    package init(disabled: Set<String> = []) {
        rules = RedactionRule.all.filter { !disabled.contains($0.name) }
        for (index, rule) in rules.enumerated() {
            for finder in rule.finders {
                switch finder {
                case .keyed(let find): keyed.append((index, find))
                case .shaped(let triggers, let find):
                    for byte in triggers.utf8 { shaped[Int(byte)].append((index, find)) }
                }
            }
        }
    }

    /// Redacting a text again changes nothing and counts nothing.
    package func redact(_ text: String, counts: inout RedactionCounts) -> String {
        var scanned = ScannedText(bytes: Array(text.utf8))
        var output: [UInt8] = []
        var copied = 0
        var index = 0
        let count = scanned.bytes.count

        func take(_ finding: Finding, by rule: Int) {
            let name = rules[rule].name
            output.append(contentsOf: scanned.bytes[copied..<finding.range.lowerBound])
            output.append(
                contentsOf: finding.replacement
                    ?? placeholder(rule: name, value: scanned.bytes[finding.range]))
            copied = finding.range.upperBound
            counts.add(name)
        }

        scan: while index < count {
            let byte = scanned.bytes[index]
            if byte == UInt8(ascii: "["), let end = scanned.placeholderEnd(at: index) {
                index = end
                scanned.floor = end
                continue
            }
            // No value that begins with a letter or digit begins within a word.
            if byte.isAlphanumeric, shaped[Int(byte)].isEmpty || !scanned.startsWord(at: index) {
                index += 1
                continue
            }
            for (rule, find) in shaped[Int(byte)] {
                guard let finding = find(scanned, index) else { continue }
                let known = finding.replacement == nil ? shapedRule(of: finding.range, in: scanned) : nil
                take(finding, by: known ?? rule)
                index = copied
                scanned.floor = copied
                continue scan
            }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "="), let value = KeyedValue(in: scanned, separator: index) {
                for (rule, find) in keyed {
                    let ranges = find(value, scanned)
                    guard let last = ranges.last else { continue }
                    for range in ranges { take(Finding(range), by: shapedRule(of: range, in: scanned) ?? rule) }
                    index = last.upperBound
                    scanned.floor = index
                    continue scan
                }
            }
            index += 1
        }
        guard copied > 0 else { return text }
        output.append(contentsOf: scanned.bytes[copied...])
        return String(decoding: output, as: UTF8.self)
    }

    /// A value found by its name that another rule would know by its shape keeps that rule's name, so that a token has one placeholder
    /// wherever it stands.
    private func shapedRule(of range: Range<Int>, in text: ScannedText) -> Int? {
        for (rule, find) in shaped[Int(text[range.lowerBound])] {
            if let finding = find(text, range.lowerBound), finding.replacement == nil, finding.range == range { return rule }
        }
        return nil
    }
}
