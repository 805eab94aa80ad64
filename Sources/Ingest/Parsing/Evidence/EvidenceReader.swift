// One event as it is quoted: its text, what a person reads first, and its fields.

import Model

struct EvidenceReader: ~Copyable {
    private var json = JSONReader()

    func accessLine(_ message: Span<UInt8>, _ header: EventHeader, _ place: EventPlace, _ row: AccessRow) -> EvidenceLine {
        let text = quoted(message)
        var line = EvidenceLine(
            source: .accessLog, time: header.time, level: nil, text: text, message: text, fields: [], place: place)
        for entry in row.entries.indices {
            let value = row.withValue(entry) { $0.decoded }
            let name = row.variable(of: entry)?.name ?? row.withKey(entry) { $0.decoded }
            line.fields.append(LogField(name: name, value: value))
        }
        return line
    }

    func executionLine(_ message: Span<UInt8>, _ header: EventHeader, _ place: EventPlace, textStart: Int) -> EvidenceLine {
        let event = message.extracting(message.trimmedRange)
        let own = event.extracting(textStart..<event.count)
        return EvidenceLine(
            source: .executionLog, time: header.time, level: isExecutionFailure(own) ? .error : nil, text: quoted(message),
            message: quoted(own), fields: [], place: place)
    }

    mutating func functionLine(
        _ message: Span<UInt8>, _ header: EventHeader, _ place: EventPlace, _ read: LambdaLine
    ) -> EvidenceLine {
        let event = message.extracting(message.trimmedRange)
        let text = quoted(message)
        var line = EvidenceLine(
            source: read.kind == .application ? .functionLog : .platformLog,
            time: header.time, level: read.level, text: text, message: text, fields: [],
            place: place)
        if read.isJSON {
            if json.read(event) { line.fields = flatFields(json, 0) }
            line.message = messageField(line.fields) ?? text
        } else if read.messageStart > 0, read.messageStart <= event.count {
            let own = event.extracting(read.messageStart..<event.count)
            line.message = quoted(own)
            if let start = documentStart(own), json.read(own.extracting(start..<own.count)) { line.fields = flatFields(json, 0) }
        }
        return line
    }
}

/// Line ends as `\n`; blanks and line ends at the end cut, as some containers do.
private func quoted(_ bytes: Span<UInt8>) -> String {
    var end = bytes.count
    while end > 0, isWhiteSpace(bytes[end - 1]) { end -= 1 }
    let cut = bytes.extracting(0..<end)
    if cut.find(byte: UInt8(ascii: "\r")) == nil { return cut.decoded }
    var answer: [UInt8] = []
    answer.reserveCapacity(end)
    for index in cut.indices {
        let byte = cut[index]
        if byte == UInt8(ascii: "\n"), index > 0, cut[index - 1] == UInt8(ascii: "\r") { continue }
        answer.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
    }
    return String(decoding: answer, as: UTF8.self)
}

/// The record behind a console's prefix, or the object behind `Invoke Error 	`, Go's stamp and the like.
private func documentStart(_ message: Span<UInt8>) -> Int? {
    if message.has("{") { return 0 }
    var cursor = ByteCursor()
    guard
        cursor.skip("Invoke Error ", in: message) || cursor.skip("Uncaught Exception ", in: message)
            || cursor.skip("Unhandled Promise Rejection ", in: message)
    else { return nil }
    cursor.skipSpaces(in: message)
    return message.has("{", at: cursor.at) ? cursor.at : nil
}

private func messageField(_ fields: [LogField]) -> String? {
    for name in ["message", "errorMessage", "fields.message", "message.errorMessage"] {
        if let value = fields.first(where: { $0.name == name })?.value, !value.isEmpty { return value }
    }
    return nil
}
