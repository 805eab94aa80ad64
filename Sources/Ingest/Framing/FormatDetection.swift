// Tells the container by its content, from the first text of an input.

/// What an input was taken for, and why, in words.
struct DetectedFormat {
    /// Nil for something that is no text.
    var format: ContainerFormat?
    var reason: String
}

/// `text` is the beginning of the input, up to its first MiB.
func detectFormat(_ text: Span<UInt8>) -> DetectedFormat {
    var start = text.has("\u{FEFF}") ? 3 : 0
    while start < text.count, isWhiteSpace(text[start]) { start += 1 }
    guard start < text.count else { return DetectedFormat(format: .text, reason: "only blank lines") }
    if let binary = binaryKind(text) { return DetectedFormat(format: nil, reason: binary) }
    if text[start] == UInt8(ascii: "{") || text[start] == UInt8(ascii: "["),
        let detected = detectJSON(text, at: start)
    {
        return detected
    }
    if let detected = detectCSV(text, at: start) { return detected }
    if eventRows(text, at: start) != nil {
        return DetectedFormat(format: .eventsText, reason: "rows of columns with tabs between them and a time in milliseconds")
    }
    if text.has("Execution log for request", at: start) {
        return DetectedFormat(format: .testInvoke, reason: "the first line is the head of a test report")
    }
    if let detected = detectStamps(text, at: start) { return detected }
    if isBase64Payload(text, at: start) {
        return DetectedFormat(format: .subscription, reason: "lines of base64 that hold gzip")
    }
    return DetectedFormat(format: .text, reason: textReason(text))
}

/// True when no line of the text begins an event that is known, so that each line has to be taken for one.
func hasOnlyUnknownLines(_ text: Span<UInt8>) -> Bool {
    var at = 0
    var lines = 0
    while at < text.count, lines < 2000 {
        let end = text.find(byte: UInt8(ascii: "\n"), from: at) ?? text.count
        if lineStart(text, at..<end) != nil { return false }
        lines += 1
        at = end + 1
    }
    return true
}

private func textReason(_ text: Span<UInt8>) -> String {
    hasOnlyUnknownLines(text)
        ? "no known container and no known beginning of an event: every line is one"
        : "no known container: lines as they are"
}

/// Words for content that is no text: a known archive, or NUL bytes and control characters in the first 4 KiB.
private func binaryKind(_ text: Span<UInt8>) -> String? {
    if text.has("PK\u{03}\u{04}") { return "a zip archive" }
    if text.has("BZh") && text.count > 4 && text[4] == 0x31 { return "bzip2, which is not read" }
    if text.has("PAR1") { return "a Parquet file, which is not read" }
    if text.count > 5, text[0] == 0xfd, text.has("7zXZ", at: 1) { return "xz, which is not read" }
    if text.count > 1, text[0] == 0x1f, text[1] == 0x8b { return "compressed more often than three times" }
    let looked = min(text.count, 4096)
    var controls = 0
    var index = 0
    while index < looked {
        // Text has few bytes below a blank, so that most words of it need no look at their bytes.
        if index + 8 <= looked, !holdsBelowBlank(text.word(at: index)) {
            index += 8
            continue
        }
        let byte = text[index]
        if byte < 0x20, !isWhiteSpace(byte), byte != 0x1b, byte != 0x0c { controls += 1 }
        index += 1
    }
    return controls * 10 > looked ? "binary content" : nil
}

/// Some byte of the word is below 0x20.
private func holdsBelowBlank(_ word: UInt64) -> Bool {
    // A byte below borrows from the highest bit, unless it has that bit itself.
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
}

/// The first complete line with a stamp decides; up to 20 lines are looked at, because an export may begin within an event.
private func detectStamps(_ text: Span<UInt8>, at start: Int) -> DetectedFormat? {
    var at = start
    var memory = StampMemory()
    for _ in 0..<20 {
        guard at < text.count else { return nil }
        let end = text.find(byte: UInt8(ascii: "\n"), from: at) ?? text.count
        let line = at..<end
        if tailPrefix(text, line) != nil {
            return DetectedFormat(format: .tail, reason: "lines begin with a stamp with offset and a stream")
        }
        if s3ExportPrefix(text, line, &memory) != nil {
            // Lambda's own `Task timed out` line has a stamp and a space too.
            if hasBarePlatformLine(text, after: end) { return nil }
            return DetectedFormat(format: .s3Export, reason: "lines begin with a stamp in milliseconds and a space")
        }
        if consoleCopyPrefix(text, line) != nil {
            return DetectedFormat(format: .consoleCopy, reason: "lines that are a stamp and nothing else")
        }
        if tailShortPrefix(text, line) != nil {
            return DetectedFormat(format: .tailShort, reason: "lines begin with a stamp in seconds without a zone")
        }
        if samLogsPrefix(text, line) != nil {
            return DetectedFormat(format: .samLogs, reason: "lines begin with a stream and a stamp")
        }
        if lineStart(text, line) != nil { return nil }
        at = end + 1
    }
    return nil
}

/// True when one of the next lines is the platform's and has no stamp: then the stamps are not the container's.
private func hasBarePlatformLine(_ text: Span<UInt8>, after start: Int) -> Bool {
    var at = start + 1
    for _ in 0..<50 {
        guard at < text.count else { return false }
        if text.has("START RequestId: ", at: at) || text.has("END RequestId: ", at: at)
            || text.has("REPORT RequestId: ", at: at)
        {
            return true
        }
        guard let newline = text.find(byte: UInt8(ascii: "\n"), from: at) else { return false }
        at = newline + 1
    }
    return false
}

private func detectCSV(_ text: Span<UInt8>, at start: Int) -> DetectedFormat? {
    guard
        text.has("@", at: start) || text.has("\"@", at: start) || text.has("timestamp,", at: start)
            || text.has("\"timestamp\",", at: start)
    else { return nil }
    let end = text.find(byte: UInt8(ascii: "\n"), from: start) ?? text.count
    let header = CSVColumns(header: text.extracting(start..<end))
    guard header.message >= 0 else { return nil }
    let isInsights = text.has("@", at: start) || text.has("\"@", at: start)
    return isInsights
        ? DetectedFormat(format: .insightsCSV, reason: "the first line names @message and other fields")
        : DetectedFormat(format: .consoleCSV, reason: "the first line is timestamp,message")
}

private func isBase64Payload(_ text: Span<UInt8>, at start: Int) -> Bool {
    // `H4sI` is the gzip magic and method in base64.
    guard text.has("H4sI", at: start) else { return false }
    let end = text.find(byte: UInt8(ascii: "\n"), from: start) ?? text.count
    return decodeBase64(text.extracting(start..<end)) != nil || end == text.count
}
