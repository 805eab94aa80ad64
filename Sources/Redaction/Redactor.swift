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
    private var names = NameEndings()
    /// Bytes at which there is something to ask; all others are passed over.
    private var isTrigger = [Bool](repeating: false, count: 256)

    /// `disabled` holds names of rules that are not applied; unknown names change nothing.
    package init(disabled: Set<String> = []) {
        rules = RedactionRule.all.filter { !disabled.contains($0.name) }
        for byte in "[:=".utf8 { isTrigger[Int(byte)] = true }
        for (index, rule) in rules.enumerated() {
            for finder in rule.finders {
                switch finder {
                case .keyed(let endings, let find):
                    keyed.append((index, find))
                    for name in endings { names.insert(name) }
                case .shaped(let triggers, let find):
                    for byte in triggers.utf8 {
                        shaped[Int(byte)].append((index, find))
                        isTrigger[Int(byte)] = true
                    }
                }
            }
        }
    }

    /// Redacting a text again changes nothing and counts nothing.
    package func redact(_ text: String, counts: inout RedactionCounts) -> String {
        var scanned = ScannedText(bytes: Array(text.utf8))
        var output = RedactedText()
        var index = 0
        scan: while true {
            index = nextPlace(in: scanned, from: index)
            guard index < scanned.bytes.count else { break }
            let byte = scanned.bytes[index]
            if byte == UInt8(ascii: "["), let end = scanned.placeholderEnd(at: index) {
                index = end
                scanned.floor = end
                continue
            }
            for (rule, find) in shaped[Int(byte)] {
                guard let finding = find(scanned, index) else { continue }
                let known = finding.replacement == nil ? shapedRule(of: finding.range, in: scanned) : nil
                output.take(finding, from: scanned, by: rules[known ?? rule].name, &counts)
                index = output.copied
                scanned.floor = index
                continue scan
            }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "="),
                let value = KeyedValue(in: scanned, separator: index, endings: names)
            {
                for (rule, find) in keyed {
                    let ranges = find(value, scanned)
                    guard let last = ranges.last else { continue }
                    for range in ranges {
                        let known = shapedRule(of: range, in: scanned) ?? rule
                        output.take(Finding(range), from: scanned, by: rules[known].name, &counts)
                    }
                    index = last.upperBound
                    scanned.floor = index
                    continue scan
                }
            }
            index += 1
        }
        return output.copied > 0 ? output.finish(scanned) : text
    }

    /// The next byte at which there is something to ask. No value that begins with a letter or digit begins within a word.
    private func nextPlace(in text: ScannedText, from index: Int) -> Int {
        let bytes = text.bytes.span
        let isTrigger = isTrigger.span
        var place = index
        while place < bytes.count {
            let byte = bytes[place]
            if isTrigger[Int(byte)], !byte.isAlphanumeric || text.startsWord(at: place) { return place }
            place += 1
        }
        return place
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

/// What goes out: the text before each finding, and what stands for the finding.
private struct RedactedText {
    private var bytes: [UInt8] = []
    /// The end of the last finding; the text before it has gone out.
    private(set) var copied = 0

    mutating func take(_ finding: Finding, from text: ScannedText, by name: String, _ counts: inout RedactionCounts) {
        bytes.append(contentsOf: text.bytes[copied..<finding.range.lowerBound])
        bytes.append(contentsOf: finding.replacement ?? placeholder(rule: name, value: text.bytes[finding.range]))
        copied = finding.range.upperBound
        counts.add(name)
    }

    consuming func finish(_ text: ScannedText) -> String {
        bytes.append(contentsOf: text.bytes[copied...])
        return String(decoding: bytes, as: UTF8.self)
    }
}
