// Text to text, at the one door where log text enters a page or a file.
//
// 1. The patterns that a team added, one after the other.
// 2. One pass over the bytes; only bytes that can begin a value, or stand between a name and a value, are looked at twice.
// 3. The rules are asked in order of priority; the first one that finds something takes that stretch of text.
// 4. A value becomes a mark that depends on the value alone, so equal values stay equal; the text around it stays.
// 5. What is left of base64 goes the same way when a rule finds something in the text behind it.
// 6. `Numbering` makes placeholders of the marks once all values of a report are known.

package struct Redactor: Sendable {
    private typealias Shaped = (rule: Int, find: @Sendable (ScannedText, Int) -> Finding?)
    private typealias Keyed = (rule: Int, find: @Sendable (KeyedValue, ScannedText) -> [Range<Int>])

    /// Built-in rules first.
    private var names: [String] = []
    private var patterns: [(rule: Int, pattern: Pattern)] = []
    private var shaped = [[Shaped]](repeating: [], count: 256)
    private var keyed: [Keyed] = []
    private var endings = NameEndings()
    /// The rule's place in `names`, unless it is off.
    private var base64: Int?
    /// Bytes at which there is something to ask; all others are passed over.
    private var isTrigger = [Bool](repeating: false, count: 256)

    /// `disabled` holds names of rules that are not applied; unknown names change nothing.
    package init(disabled: Set<String> = RedactionRule.offByDefault, added: [AddedRule] = []) {
        for byte in "[:=".utf8 { isTrigger[Int(byte)] = true }
        for rule in RedactionRule.all where !disabled.contains(rule.name) { add(rule.finders, of: rule.name) }
        for rule in added {
            if let pattern = rule.pattern { patterns.append((names.count, pattern)) }
            add(rule.finders, of: rule.name)
        }
    }

    private mutating func add(_ finders: [Finder], of name: String) {
        let rule = names.count
        names.append(name)
        if name == RedactionRule.base64.name { base64 = rule }
        for finder in finders {
            switch finder {
            case .keyed(let keys, let find):
                keyed.append((rule, find))
                for key in keys { endings.insert(key) }
            case .shaped(let triggers, let find):
                for byte in triggers.utf8 {
                    shaped[Int(byte)].append((rule, find))
                    isTrigger[Int(byte)] = true
                }
            }
        }
    }

    /// The text with a mark in place of each value; what was found is added to `found`. Redacting a text again changes nothing and finds
    /// nothing.
    package func redact(_ text: String, found: inout RedactedValues) -> String {
        redact(Array(text.utf8), found: &found).map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// As UTF-8; nil when nothing is replaced, as in most texts.
    package func redact(_ text: [UInt8], found: inout RedactedValues) -> [UInt8]? {
        let plain = redactPlain(text, found: &found)
        guard let base64, (plain ?? text).count >= ScannedText.shortestRun else { return plain }
        let scanned = ScannedText(bytes: plain ?? text)
        var output = RedactedText()
        for range in tellingRuns(in: scanned) { output.take(Finding(range), from: scanned, by: names[base64], &found) }
        return output.copied > 0 ? output.finish(scanned) : plain
    }

    /// Runs of base64 in whose text a rule finds something.
    private func tellingRuns(in text: ScannedText) -> [Range<Int>] {
        text.encodedTexts().filter { run in
            var inside = RedactedValues()
            _ = redactPlain(Array(run.text.utf8), found: &inside)
            return inside.counts.total > 0
        }.map(\.range)
    }

    /// Nil when nothing is replaced.
    private func redactPlain(_ text: [UInt8], found: inout RedactedValues) -> [UInt8]? {
        var redacted: [UInt8]?
        // Added patterns come first: who wrote one knows better what a value is.
        for (rule, pattern) in patterns {
            let scanned = ScannedText(bytes: redacted ?? text)
            var output = RedactedText()
            for range in pattern.values(in: scanned.bytes) { output.take(Finding(range), from: scanned, by: names[rule], &found) }
            if output.copied > 0 { redacted = output.finish(scanned) }
        }
        let scanned = ScannedText(bytes: redacted ?? text)
        var output = RedactedText()
        let names = names
        scan(scanned) { finding, rule in output.take(finding, from: scanned, by: names[rule], &found) }
        return output.copied > 0 ? output.finish(scanned) : redacted
    }

    /// Where a rule finds something in UTF-8 that should be redacted already: offsets and names of rules, by offset for built-in rules and
    /// then for each added pattern.
    package func findings(in text: [UInt8]) -> [(offset: Int, rule: String)] {
        var findings: [(offset: Int, rule: String)] = []
        scan(ScannedText(bytes: text)) { finding, rule in findings.append((finding.range.lowerBound, names[rule])) }
        if let base64 {
            findings += tellingRuns(in: ScannedText(bytes: text)).map { ($0.lowerBound, names[base64]) }
            findings.sort { $0.offset < $1.offset }
        }
        for (rule, pattern) in patterns { findings += pattern.values(in: text).map { ($0.lowerBound, names[rule]) } }
        return findings
    }

    /// Asks the rules at every place; `take` gets what they find and the rule's place in `names`, in order.
    private func scan(_ text: ScannedText, _ take: (Finding, Int) -> Void) {
        var scanned = text
        var index = 0
        scan: while true {
            index = nextPlace(in: scanned, from: index)
            guard index < scanned.bytes.count else { return }
            let byte = scanned.bytes[index]
            if byte == UInt8(ascii: "["), let end = scanned.placeholderEnd(at: index) {
                index = end
                scanned.floor = end
                continue
            }
            for (rule, find) in shaped[Int(byte)] {
                guard let finding = find(scanned, index) else { continue }
                let known = finding.replacement == nil ? shapedRule(of: finding.range, in: scanned) : nil
                take(finding, known ?? rule)
                index = finding.range.upperBound
                scanned.floor = index
                continue scan
            }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "="),
                let value = KeyedValue(in: scanned, separator: index, endings: endings)
            {
                for (rule, find) in keyed {
                    let ranges = find(value, scanned)
                    guard let last = ranges.last else { continue }
                    for range in ranges { take(Finding(range), shapedRule(of: range, in: scanned) ?? rule) }
                    index = last.upperBound
                    scanned.floor = index
                    continue scan
                }
            }
            index += 1
        }
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

    mutating func take(_ finding: Finding, from text: ScannedText, by name: String, _ found: inout RedactedValues) {
        bytes.append(contentsOf: text.bytes[copied..<finding.range.lowerBound])
        if let replacement = finding.replacement {
            bytes.append(contentsOf: replacement)
            found.add(rule: name)
        } else {
            let value = RedactedValue(rule: name, value: text.bytes[finding.range])
            bytes.append(contentsOf: value.mark)
            found.add(value)
        }
        copied = finding.range.upperBound
    }

    consuming func finish(_ text: ScannedText) -> [UInt8] {
        bytes.append(contentsOf: text.bytes[copied...])
        return bytes
    }
}
