// Which plain lines look like the beginning of a log event.

/// What kind of line begins an event.
enum LineStart {
    /// Complete with its line: START, END, INIT_START, a CLF or CSV row.
    case single
    /// REPORT: only the X-Ray line continues it.
    case report
    /// May have lines behind it.
    case open
}

/// Nil for a line that would continue the event before it.
func lineStart(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    guard !line.isEmpty else { return nil }
    return knownStart(text, line) ?? (isUncaughtJava(text, line) ? .open : nil)
}

private func knownStart(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    switch text[line.lowerBound] {
    case UInt8(ascii: "S"): return starts(text, line, "START RequestId: ") ? .single : nil
    case UInt8(ascii: "R"): return reportOrRestore(text, line)
    case UInt8(ascii: "E"):
        if starts(text, line, "END RequestId: ") || starts(text, line, "EXTENSION\tName: ") { return .single }
        return starts(text, line, "Execution log for request") ? .open : rubyLogger(text, line)
    case UInt8(ascii: "I"):
        return starts(text, line, "INIT_START ") || starts(text, line, "INIT_REPORT ") ? .single : rubyLogger(text, line)
    case UInt8(ascii: "T"): return starts(text, line, "TELEMETRY\tName: ") ? .single : nil
    case UInt8(ascii: "L"):
        // The second one is of the runtime interface client (aws-lambda-cpp, runtime.cpp), with the answer's text behind it.
        return starts(text, line, "LOGS\tName: ") ? .single : starts(text, line, "LAMBDA_RUNTIME ") ? .open : nil
    case UInt8(ascii: "D"), UInt8(ascii: "W"), UInt8(ascii: "F"), UInt8(ascii: "A"): return rubyLogger(text, line)
    case UInt8(ascii: "{"): return .open
    case UInt8(ascii: "["): return level(text, line)
    case UInt8(ascii: "("): return execution(text, line)
    case UInt8(ascii: "<"): return starts(text, line, "<request ") ? .open : nil
    default: return dated(text, line) ?? accessRow(text, line)
    }
}

private func starts(_ text: Span<UInt8>, _ line: Range<Int>, _ prefix: StaticString) -> Bool {
    line.count >= prefix.utf8CodeUnitCount && text.has(prefix, at: line.lowerBound)
}

private func reportOrRestore(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    if starts(text, line, "REPORT RequestId: ") { return .report }
    if starts(text, line, "RequestId: ") { return .open }
    return starts(text, line, "RESTORE_START ") || starts(text, line, "RESTORE_REPORT ") ? .single : nil
}

/// `[ERROR]`, `[INFO]\t`: Python's and many loggers' levels.
private func level(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    var at = line.lowerBound + 1
    while at < line.upperBound, text[at] >= 0x41, text[at] <= 0x5a { at += 1 }
    let letters = at - line.lowerBound - 1
    return 3...8 ~= letters && at < line.upperBound && text[at] == UInt8(ascii: "]") ? .open : nil
}

/// `(<id>) `: an execution log line, of any of API Gateway's id alphabets.
private func execution(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    var at = line.lowerBound + 1
    while at < line.upperBound, isIdByte(text[at]) { at += 1 }
    let length = at - line.lowerBound - 1
    guard 10...40 ~= length, at < line.upperBound, text[at] == UInt8(ascii: ")") else { return nil }
    return at + 1 == line.upperBound || text[at + 1] == UInt8(ascii: " ") ? .open : nil
}

private func isIdByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == 0x5f || byte == 0x3d || byte == 0x2d
}

/// `I, [2026-03-12T09:14:05.128 #8]  INFO -- : `: Ruby's logger.
private func rubyLogger(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    let start = line.lowerBound
    guard line.count > 6, text[start + 1] == UInt8(ascii: ","), text[start + 2] == UInt8(ascii: " "),
        text[start + 3] == UInt8(ascii: "["), isDigit(text[start + 4])
    else { return accessRow(text, line) }
    return .open
}

/// A stamp, ISO or of Go's log package (`2026/03/12 09:14:05 `).
private func dated(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    let start = line.lowerBound
    guard line.count >= 19, isDigit(text[start]), isDigit(text[start + 3]) else { return nil }
    if text[start + 4] == UInt8(ascii: "-"), let stamp = parseStamp(text, at: start), stamp.end <= line.upperBound {
        return .open
    }
    let isGo =
        text[start + 4] == UInt8(ascii: "/") && text[start + 7] == UInt8(ascii: "/")
        && text[start + 10] == UInt8(ascii: " ") && text[start + 13] == UInt8(ascii: ":")
        && text[start + 16] == UInt8(ascii: ":")
    return isGo ? .open : nil
}

/// A row of a CLF or CSV access log: an address first, or `dd/Mon/yyyy:` near the front, with or without a bracket.
private func accessRow(_ text: Span<UInt8>, _ line: Range<Int>) -> LineStart? {
    let start = line.lowerBound
    guard isIdByte(text[start]) || text[start] == UInt8(ascii: ":") else { return nil }
    let end = min(line.upperBound, start + 256)
    var at = start
    while let slash = text.find(byte: UInt8(ascii: "/"), from: at), slash + 9 < end {
        if slash - start >= 2, isDigit(text[slash - 1]), isDigit(text[slash - 2]), text[slash + 4] == UInt8(ascii: "/"),
            isDigit(text[slash + 5]), isDigit(text[slash + 8]), text[slash + 9] == UInt8(ascii: ":")
        {
            return .single
        }
        at = slash + 1
    }
    return nil
}

/// `stock gone: com.acme.OrderException`: Java's runtime puts the class behind the message, and only there, in the first line of an uncaught
/// error (aws-lambda-java-libs). `Caused by: ` and indented lines continue one.
private func isUncaughtJava(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    var end = line.upperBound
    if end > line.lowerBound, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    var start = end
    var points = 0
    while start > line.lowerBound, end - start < 200, isClassByte(text[start - 1]) {
        start -= 1
        if text[start] == UInt8(ascii: ".") { points += 1 }
    }
    guard points >= 2, start - line.lowerBound >= 3, text.has(": ", at: start - 2), isLetter(text[start]),
        !isWhiteSpace(text[line.lowerBound])
    else { return false }
    return !text.has("Caused by: ", at: line.lowerBound) && !text.has("Suppressed: ", at: line.lowerBound)
}

private func isClassByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "_")
}
