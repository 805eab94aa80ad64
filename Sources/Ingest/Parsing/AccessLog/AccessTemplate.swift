// A row read by the very template that wrote it: what stands between the variables is known, so no value has to be guessed.

/// API Gateway puts each `$context` variable's value into the template as it is, without escaping (API Gateway developer guide, "Setting up
/// CloudWatch API logging"). `${...}`, as deployment tools leave it in their files, stands for any text.
struct AccessTemplate: Sendable {
    private struct Field {
        /// As after `$context.`; empty for a text that is not known.
        var name: [UInt8]
        var match: AccessKeys.Match
        /// What stands behind the value, up to the next one.
        var behind: [UInt8]
    }

    private var head: [UInt8] = []
    private var fields: [Field] = []

    /// Nil when rows could not be told apart by it: no variable, or two without anything between them.
    init?(_ text: String) {
        var keys = AccessKeys()
        let bytes = Array(text.utf8)
        let span = bytes.span
        let range = span.trimmedRange
        var at = range.lowerBound
        var literal: [UInt8] = []
        while at < range.upperBound {
            guard let variable = Self.variable(span, at) else {
                literal.append(bytes[at])
                at += 1
                continue
            }
            if !close(literal) { return nil }
            literal = []
            let name = Array(bytes[variable.name])
            var match = name.isEmpty ? AccessKeys.Match.none : keys.match(name.span)
            if !match.isExact { match = .none }
            fields.append(Field(name: name, match: match, behind: []))
            at = variable.end
        }
        guard fields.contains(where: { !$0.name.isEmpty }) else { return nil }
        fields[fields.count - 1].behind = literal
    }

    private mutating func close(_ literal: [UInt8]) -> Bool {
        if fields.isEmpty {
            head = literal
            return true
        }
        fields[fields.count - 1].behind = literal
        return !literal.isEmpty
    }

    private static func variable(_ text: Span<UInt8>, _ at: Int) -> (name: Range<Int>, end: Int)? {
        if text.has("${", at: at), let close = text.find("}", from: at) { return (at..<at, close + 1) }
        guard text.has("$context.", at: at) else { return nil }
        let start = at + 9
        var end = start
        while end < text.count,
            isLetter(text[end]) || decimalDigit(text[end]) != nil || text[end] == UInt8(ascii: "_")
                || text[end] == UInt8(ascii: ".")
        {
            end += 1
        }
        while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return end > start ? (start..<end, end) : nil
    }

    /// False when the row is none of this template.
    func read(_ text: Span<UInt8>, into row: inout AccessRow) -> Bool {
        guard let values = values(text) else { return false }
        row.clear()
        for (field, value) in zip(fields, values) where !field.name.isEmpty {
            var value = value
            // It brings quotes of its own.
            if field.match.variable == .errorMessageString, value.count >= 2, text[value.lowerBound] == UInt8(ascii: "\""),
                text[value.upperBound - 1] == UInt8(ascii: "\"")
            {
                value = (value.lowerBound + 1)..<(value.upperBound - 1)
            }
            row.add(field.match, key: field.name.span, value: text.extracting(value))
        }
        return true
    }

    /// From the left each value ends where what follows it stands first, from the right it begins where what stands before it stands last.
    /// When both do not meet, one value holds what follows it: the first for which all the others are sensible.
    private func values(_ text: Span<UInt8>) -> [Range<Int>]? {
        guard text.count >= head.count, text.extracting(0..<head.count).equals(head), let last = fields.last,
            let lastEnd = lastEnd(text, last.behind)
        else { return nil }
        let starts = startsFromLeft(text)
        if starts.count == fields.count {
            let values = fields.indices.map { starts[$0]..<max(starts[$0], end(of: $0, starts, lastEnd)) }
            if isSensible(values, text) { return values }
        }
        let ends = endsFromRight(text, lastEnd)
        for pivot in fields.indices where pivot < starts.count && pivot >= fields.count - ends.count {
            let values = fields.indices.map { number -> Range<Int> in
                let rightEnd = number >= pivot ? ends[number - (fields.count - ends.count)] : end(of: number, starts, lastEnd)
                let leftStart =
                    number <= pivot
                    ? starts[number] : ends[number - 1 - (fields.count - ends.count)] + fields[number - 1].behind.count
                return leftStart..<max(leftStart, rightEnd)
            }
            if ends[pivot - (fields.count - ends.count)] >= starts[pivot], isSensible(values, text) { return values }
        }
        return nil
    }

    private func end(of number: Int, _ starts: [Int], _ lastEnd: Int) -> Int {
        number + 1 < starts.count ? starts[number + 1] - fields[number].behind.count : lastEnd
    }

    /// Where values begin, as many as can be told.
    private func startsFromLeft(_ text: Span<UInt8>) -> [Int] {
        var starts = [head.count]
        for field in fields.dropLast() {
            guard let place = text.find(field.behind, from: starts[starts.count - 1]) else { break }
            starts.append(place + field.behind.count)
        }
        return starts
    }

    /// Where values end, of the last ones, as many as can be told.
    private func endsFromRight(_ text: Span<UInt8>, _ lastEnd: Int) -> [Int] {
        var ends = [lastEnd]
        for field in fields.dropLast().reversed() {
            guard let place = text.extracting(0..<ends[ends.count - 1]).findLast(field.behind) else { break }
            ends.append(place)
        }
        return ends.reversed()
    }

    private func lastEnd(_ text: Span<UInt8>, _ behind: [UInt8]) -> Int? {
        let end = text.count - behind.count
        return end >= 0 && text.extracting(end..<text.count).equals(behind) ? end : nil
    }

    /// Numbers stand where numbers belong, and an id where the template has one.
    private func isSensible(_ values: [Range<Int>], _ text: Span<UInt8>) -> Bool {
        for (field, range) in zip(fields, values) {
            guard let variable = field.match.variable else { continue }
            let value = text.extracting(range)
            if isAbsent(value) { continue }
            switch variable {
            case .status, .responseLength, .responseLatency, .integrationLatency, .requestTimeEpoch, .integrationStatus:
                if value.wholeNumber == nil { return false }
            case .requestId, .extendedRequestId:
                for index in value.indices where !isIDByte(value[index]) { return false }
            default: continue
            }
        }
        return true
    }
}

extension Span<UInt8> {
    /// Where `text`, not empty, stands first at or after `start`.
    fileprivate func find(_ text: [UInt8], from start: Int) -> Int? {
        var from = start
        while let hit = find(byte: text[0], from: from), hit + text.count <= count {
            if extracting(hit..<(hit + text.count)).equals(text) { return hit }
            from = hit + 1
        }
        return nil
    }

    fileprivate func findLast(_ text: [UInt8]) -> Int? {
        var at = count - text.count
        while at >= 0 {
            if self[at] == text[0], extracting(at..<(at + text.count)).equals(text) { return at }
            at -= 1
        }
        return nil
    }
}

/// The text is a template by which rows can be read.
package func isAccessTemplate(_ text: String) -> Bool { AccessTemplate(text) != nil }
