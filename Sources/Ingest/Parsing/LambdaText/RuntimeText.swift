// Text lines of the code and its runtime: the prefix with stamp, id and level, and what stands after it.

import Model

/// Any event that is no line of the platform: a line of the application, in the worst case one without a prefix.
func runtimeText(_ message: Span<UInt8>, into line: inout LambdaLine) {
    guard let first = message.isEmpty ? nil : message[0] else { return }
    if decimalDigit(first) != nil {
        stampedLine(message, &line)
    } else if first == UInt8(ascii: "[") {
        bracketedLine(message, &line)
    } else {
        leadingLevel(message, &line)
    }
    if line.kind == .application { uncaughtText(message, &line) }
}

/// Node.js and .NET: `stamp id LEVEL text`, .NET's levels in four letters; log4j2 the same with spaces; swift-log has the level
/// first and the id among its metadata; the platform's own `stamp id Task timed out after n seconds`.
private func stampedLine(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    var cursor = ByteCursor()
    guard let time = cursor.isoTime(in: message), cursor.at < message.count, isWhiteSpace(message[cursor.at]) else {
        goStamp(message, &line)
        return
    }
    line.time = time
    let afterStamp = cursor.at
    cursor.skipSpaces(in: message)
    line.messageStart = cursor.at
    if let id = cursor.uuid(in: message) {
        line.id = id
        line.idStrength = .strong
    } else if cursor.skip("undefined", in: message), cursor.at == message.wordEnd(from: cursor.at) {
        line.beforeRequest = true
    } else if message.has("\t\t", at: afterStamp) {
        line.beforeRequest = true
    } else {
        levelThenMetadata(message, &cursor, &line)
        return
    }
    cursor.skipSpaces(in: message)
    line.messageStart = cursor.at
    if line.idStrength == .strong, message.has("Task timed out after ", at: cursor.at) {
        line.kind = .fault
        line.level = .error
        line.fault = .timeout
        line.status = .timeout
        return
    }
    let word = cursor.word(in: message)
    if let level = levelWord(message.extracting(word)) {
        line.level = level
        if cursor.at < message.count { cursor.at += 1 }
        line.messageStart = cursor.at
    }
}

private func levelThenMetadata(_ message: Span<UInt8>, _ cursor: inout ByteCursor, _ line: inout LambdaLine) {
    guard let level = levelWord(message.extracting(cursor.word(in: message))) else { return }
    line.level = level
    line.messageStart = message.skippingSpaces(from: cursor.at)
    let head = message.extracting(0..<min(message.count, cursor.at + 160))
    if let key = head.find("aws-request-id=", from: cursor.at) {
        var value = ByteCursor(at: key + 15)
        if let id = value.uuid(in: message) {
            line.id = id
            line.idStrength = .strong
        }
    }
}

/// Go's standard logger: `2026/03/12 09:14:05 text`.
private func goStamp(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    var cursor = ByteCursor()
    guard let year = cursor.digits(4, in: message), cursor.skip("/", in: message),
        let month = cursor.digits(2, in: message), cursor.skip("/", in: message),
        let day = cursor.digits(2, in: message), cursor.skip(" ", in: message),
        let hour = cursor.digits(2, in: message), cursor.skip(":", in: message),
        let minute = cursor.digits(2, in: message), cursor.skip(":", in: message),
        let second = cursor.digits(2, in: message), (1...12).contains(month)
    else { return }
    line.time = Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    line.messageStart = message.skippingSpaces(from: cursor.at)
}

/// Python: `[LEVEL] stamp id text`, the id empty before the first request; Java's logger: `[LEVEL] text`.
private func bracketedLine(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    guard message.count > 5,
        let close = message.extracting(0..<min(message.count, 14)).find(byte: UInt8(ascii: "]")),
        let level = levelWord(message.extracting(1..<close))
    else { return }
    line.level = level
    var cursor = ByteCursor(at: close + 1)
    cursor.skipSpaces(in: message)
    line.messageStart = cursor.at
    guard let time = cursor.isoTime(in: message) else { return }
    line.time = time
    let afterStamp = cursor.at
    cursor.skipSpaces(in: message)
    line.messageStart = cursor.at
    if let id = cursor.uuid(in: message) {
        line.id = id
        line.idStrength = .strong
        if cursor.at < message.count { cursor.at += 1 }
        line.messageStart = cursor.at
    } else if cursor.at - afterStamp >= 2 {
        line.beforeRequest = true
    }
}

/// `ERROR text`, `WARN: text`; Rust's tracing names the request in its span; Ruby's logger has `E, [stamp #pid] ERROR id -- :`.
private func leadingLevel(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    if message.count > 4, message[1] == UInt8(ascii: ","), message.has(" [", at: 2) {
        rubyLine(message, &line)
        return
    }
    var end = message.extracting(0..<min(message.count, 12)).wordEnd(from: 0)
    if end > 0, end <= message.count, message[end - 1] == UInt8(ascii: ":") { end -= 1 }
    // A sentence may begin with such a word; only a level in capitals is one.
    guard end >= 4, message[1] < UInt8(ascii: "a"), let level = levelWord(message.extracting(0..<end)) else { return }
    line.level = level
    var cursor = ByteCursor(at: message.skippingSpaces(from: end))
    if cursor.skip("Lambda runtime invoke{requestId=", in: message) {
        _ = cursor.skip("\"", in: message)
        if let id = cursor.uuid(in: message) {
            line.id = id
            line.idStrength = .strong
        }
    }
}

private func rubyLine(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    let head = message.extracting(0..<min(message.count, 60))
    guard let close = head.find(byte: UInt8(ascii: "]")) else { return }
    var cursor = ByteCursor(at: message.skippingSpaces(from: close + 1))
    guard let level = levelWord(message.extracting(cursor.word(in: message))) else { return }
    line.level = level
    cursor.skipSpaces(in: message)
    if let id = cursor.uuid(in: message) {
        line.id = id
        line.idStrength = .strong
    }
    line.messageStart = message.find("-- : ", from: cursor.at).map { $0 + 5 } ?? cursor.at
}
