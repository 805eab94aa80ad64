// A row that was meant to be JSON and is not: values put in without escaping, without quotes, or with quotes of their own.

import Model

/// Scans for `"key":` markers whose key is known and takes as the value what stands before the next marker. The quotes inside
/// values do not matter, because a value may hold anything but such a marker.
struct AccessLenient {
    private struct Marker {
        var start: Int
        var key: Range<Int>
        var valueStart: Int
        /// The key of the object around, when there is one.
        var outer: Range<Int>
        /// Its value is an object of more fields: it only ends the value before it.
        var opensObject = false
    }

    /// A key is looked at this far.
    private static let longestKey = 64

    private var markers: [Marker] = []
    private var path: [UInt8] = []

    /// False when fewer than two fields could be told: then it was no row.
    mutating func read(_ text: Span<UInt8>, into row: inout AccessRow, keys: inout AccessKeys) -> Bool {
        row.clear()
        markers.removeAll(keepingCapacity: true)
        findMarkers(text, keys: &keys)
        guard markers.count(where: { !$0.opensObject }) >= 2 else { return false }
        for number in markers.indices {
            let marker = markers[number]
            if marker.opensObject { continue }
            let end = number + 1 < markers.count ? markers[number + 1].start : text.count
            let value = valueRange(text, marker.valueStart, end)
            let match = match(text, marker, keys: &keys)
            row.add(match, key: text.extracting(marker.key), value: text.extracting(value))
        }
        return true
    }

    private mutating func findMarkers(_ text: Span<UInt8>, keys: inout AccessKeys) {
        var index = 0
        var outer = 0..<0
        var mayCloseDocument = true
        while let quote = text.find(byte: UInt8(ascii: "\""), from: index) {
            index = quote + 1
            guard var marker = marker(text, quote) else { continue }
            if text.has("{", at: marker.valueStart) {
                guard isGroup(text.extracting(marker.key)) else { continue }
                outer = marker.key
                marker.opensObject = true
                markers.append(marker)
                index = marker.valueStart
                continue
            }
            if !outer.isEmpty, closesObject(text, before: quote) { outer = 0..<0 }
            marker.outer = outer
            guard match(text, marker, keys: &keys).isExact else { continue }
            markers.append(marker)
            index = marker.valueStart
            // A document put in raw, `"{"errorMessage":...}"`: its keys are the value's.
            if mayCloseDocument, text.has("\"{", at: index) {
                if let close = text.find("}\"", from: index) { index = close + 2 } else { mayCloseDocument = false }
            }
        }
    }

    /// Objects into which templates put variables that belong together.
    private func isGroup(_ key: Span<UInt8>) -> Bool {
        key.equalsIgnoringCase("error") || key.equalsIgnoringCase("integration") || key.equalsIgnoringCase("authorizer")
            || key.equalsIgnoringCase("identity") || key.equalsIgnoringCase("context") || key.equalsIgnoringCase("request")
            || key.equalsIgnoringCase("response") || key.equalsIgnoringCase("waf") || key.equalsIgnoringCase("authorize")
            || key.equalsIgnoringCase("authenticate") || key.equalsIgnoringCase("http")
    }

    /// The match of the nested key, else of the key alone.
    private mutating func match(_ text: Span<UInt8>, _ marker: Marker, keys: inout AccessKeys) -> AccessKeys.Match {
        let key = text.extracting(marker.key)
        guard !marker.outer.isEmpty else { return keys.match(key) }
        path.removeAll(keepingCapacity: true)
        path.append(text.extracting(marker.outer))
        path.append(UInt8(ascii: "."))
        path.append(key)
        let whole = path
        let nested = keys.match(whole.span)
        return nested.isExact ? nested : keys.match(key)
    }

    private func marker(_ text: Span<UInt8>, _ quote: Int) -> Marker? {
        guard startsField(text, quote) else { return nil }
        var end = quote + 1
        while end < text.count, end - quote <= Self.longestKey, isKeyByte(text[end]) { end += 1 }
        guard end > quote + 1, end < text.count, text[end] == UInt8(ascii: "\"") else { return nil }
        let colon = skipFewSpaces(text, end + 1)
        guard colon < text.count, text[colon] == UInt8(ascii: ":") else { return nil }
        return Marker(
            start: quote, key: (quote + 1)..<end, valueStart: skipFewSpaces(text, colon + 1), outer: 0..<0)
    }

    /// A template's own spaces are few; a value's may be many, and are not worth a second look.
    private func skipFewSpaces(_ text: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < text.count, index - start < 16, isWhiteSpace(text[index]) { index += 1 }
        return index
    }

    /// A key stands behind `,`, or behind a `{` that begins the row or a value.
    private func startsField(_ text: Span<UInt8>, _ quote: Int) -> Bool {
        let index = lastNoSpace(text, before: quote)
        guard index >= 0 else { return false }
        if text[index] == UInt8(ascii: ",") { return true }
        guard text[index] == UInt8(ascii: "{") else { return false }
        let before = lastNoSpace(text, before: index)
        return before < 0 || text[before] == UInt8(ascii: ":")
    }

    /// `}` and `,` stand before a key: the object around ended.
    private func closesObject(_ text: Span<UInt8>, before quote: Int) -> Bool {
        let comma = lastNoSpace(text, before: quote)
        guard comma >= 0, text[comma] == UInt8(ascii: ",") else { return false }
        let brace = lastNoSpace(text, before: comma)
        return brace >= 0 && text[brace] == UInt8(ascii: "}")
    }

    private func lastNoSpace(_ text: Span<UInt8>, before end: Int) -> Int {
        var index = end - 1
        while index >= 0, end - index < 16, isWhiteSpace(text[index]) { index -= 1 }
        return index
    }

    /// Without the comma and braces behind it, and without quotes around it, single or doubled. A brace that closes one of the
    /// value, as in an unquoted `/orders/{id}`, is the value's.
    private func valueRange(_ text: Span<UInt8>, _ start: Int, _ limit: Int) -> Range<Int> {
        var surplus = 0
        for index in start..<max(start, limit) {
            if text[index] == UInt8(ascii: "{") { surplus -= 1 }
            if text[index] == UInt8(ascii: "}") { surplus += 1 }
        }
        var end = limit
        while end > start {
            let last = text[end - 1]
            if last == UInt8(ascii: "}"), surplus > 0 {
                surplus -= 1
            } else if last != UInt8(ascii: ","), !isWhiteSpace(last) {
                break
            }
            end -= 1
        }
        var first = start
        while end - first >= 2, text[first] == UInt8(ascii: "\""), text[end - 1] == UInt8(ascii: "\"") {
            first += 1
            end -= 1
        }
        return first..<max(first, end)
    }

    private func isKeyByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || decimalDigit(byte) != nil || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
    }
}
