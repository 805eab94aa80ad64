// Which container a JSON text is, by the keys of its first document.

/// Nil when the keys are not those of a container: then the objects are log lines themselves.
func detectJSON(_ text: Span<UInt8>, at start: Int) -> DetectedFormat? {
    if text[start] == UInt8(ascii: "[") {
        let first = skipSpaces(text, start + 1)
        guard first < text.count, text[first] == UInt8(ascii: "{") else {
            return first < text.count && text[first] == UInt8(ascii: "[") && fieldRow(text, at: first)
                ? DetectedFormat(format: .insightsJSON, reason: "an array of rows of fields and values") : nil
        }
        return eventKeys(text, at: first, from: "a bare array of objects")
    }
    let keys = leadingKeys(text, at: start)
    if keys.names.contains("messageType") || keys.names.contains("logEvents") {
        return DetectedFormat(format: .subscription, reason: "documents with messageType and logEvents")
    }
    if keys.names.contains("awslogs") {
        return DetectedFormat(format: .subscription, reason: "documents with awslogs.data")
    }
    if let events = keys.arrays["events"] {
        let element = skipSpaces(text, events + 1)
        let inner =
            element < text.count && text[element] == UInt8(ascii: "{") ? leadingKeys(text, at: element).names : []
        if inner.contains("logStreamName") || inner.contains("eventId") || keys.names.contains("searchedLogStreams") {
            return DetectedFormat(format: .filterLogEvents, reason: "a document with events that name their stream")
        }
        if inner.isEmpty || inner.contains("message") {
            return DetectedFormat(format: .getLogEvents, reason: "a document with events that do not name their stream")
        }
    }
    if keys.arrays["Traces"] != nil {
        return DetectedFormat(format: .xrayTraces, reason: "a document with traces of X-Ray")
    }
    if keys.names.contains("log"), keys.names.contains("latency"), keys.names.contains("status") {
        return DetectedFormat(format: .testInvoke, reason: "a document with status, log and latency")
    }
    if let results = keys.arrays["results"], isInsightsArray(text, at: results) {
        return DetectedFormat(format: .insightsJSON, reason: "a document with results of rows of fields")
    }
    return eventKeys(text, at: start, from: "objects one after the other")
}

private func isInsightsArray(_ text: Span<UInt8>, at start: Int) -> Bool {
    let first = skipSpaces(text, start + 1)
    guard first < text.count else { return true }
    return text[first] == UInt8(ascii: "]") || text[first] == UInt8(ascii: "[") && fieldRow(text, at: first)
}

/// `[{"field":`.
private func fieldRow(_ text: Span<UInt8>, at start: Int) -> Bool {
    let first = skipSpaces(text, start + 1)
    guard first < text.count, text[first] == UInt8(ascii: "{") else { return false }
    return leadingKeys(text, at: first).names.contains("field")
}

/// A log event on its own: a JSON log line of an application has `timestamp` and `message` too, so those two are not enough.
private func eventKeys(_ text: Span<UInt8>, at start: Int, from shape: String) -> DetectedFormat? {
    let keys = leadingKeys(text, at: start)
    if keys.names.contains("Id"), keys.arrays["Segments"] != nil {
        return DetectedFormat(format: .xrayTraces, reason: "\(shape) with Id and Segments, as traces of X-Ray have them")
    }
    if keys.names.contains("@message"), keys.names.contains(where: { $0.hasPrefix("@") && $0 != "@message" }) {
        return DetectedFormat(format: .insightsJSON, reason: "\(shape) with @message and other fields")
    }
    guard keys.names.contains("message"), keys.names.contains("timestamp") else { return nil }
    if keys.names.contains("logStreamName") || keys.names.contains("eventId") {
        return DetectedFormat(format: .filterLogEvents, reason: "\(shape) with message and logStreamName or eventId")
    }
    if keys.names.contains("ingestionTime") || keys.names.count == 2 && keys.hasNumericTimestamp {
        return DetectedFormat(format: .getLogEvents, reason: "\(shape) with timestamp and message")
    }
    return nil
}

private struct LeadingKeys {
    var names: [String] = []
    /// Where the bracket of a value that is an array stands.
    var arrays: [String: Int] = [:]
    var hasNumericTimestamp = false
}

/// The keys of the object at `start`, as far as they can be seen; values are not looked into.
private func leadingKeys(_ text: Span<UInt8>, at start: Int) -> LeadingKeys {
    var found = LeadingKeys()
    var at = skipSpaces(text, start + 1)
    while at < text.count, text[at] == UInt8(ascii: "\""), found.names.count < 64 {
        guard let keyEnd = endOfJSONValue(text, from: at), keyEnd - at < 200 else { break }
        let name = text.extracting((at + 1)..<(keyEnd - 1)).decoded
        found.names.append(name)
        var value = keyEnd
        while value < text.count, isWhiteSpace(text[value]) || text[value] == UInt8(ascii: ":") { value += 1 }
        guard value < text.count else { break }
        if text[value] == UInt8(ascii: "[") { found.arrays[name] = value }
        if name == "timestamp", isDigit(text[value]) { found.hasNumericTimestamp = true }
        guard let valueEnd = endOfJSONValue(text, from: value) else { break }
        at = skipSpaces(text, valueEnd)
        guard at < text.count, text[at] == UInt8(ascii: ",") else { break }
        at = skipSpaces(text, at + 1)
    }
    return found
}

private func skipSpaces(_ text: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < text.count, isWhiteSpace(text[at]) { at += 1 }
    return at
}
