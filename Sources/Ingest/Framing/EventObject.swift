// One event as a JSON object or as a row of fields, whatever the tool that wrote it.

internal import Model

/// Where the parts of an event stand in the document that was read last; -1 for a part that is not there.
struct EventParts {
    var time = Timestamp.unknown
    var message = -1
    var stream = -1
    var group = -1

    /// `{"timestamp":ms,"message":"...","logStreamName":"..."}`, or an object of Logs Insights' fields.
    mutating func readObject(_ reader: borrowing JSONReader, at object: Int) {
        var child = object + 1
        let end = reader.next(object)
        while child < end {
            let part = reader.withKey(child) { Part(key: $0) }
            take(part, reader, child)
            child = reader.next(child)
        }
    }

    /// `[{"field":"@message","value":"..."}, ...]`: a row of `get-query-results`.
    mutating func readFieldRow(_ reader: borrowing JSONReader, at array: Int) {
        var field = array + 1
        let end = reader.next(array)
        while field < end {
            var part = Part.other
            var value = -1
            if reader.kind(field) == .object {
                var child = field + 1
                let fieldEnd = reader.next(field)
                while child < fieldEnd {
                    if reader.keyEquals(child, "field") {
                        part = reader.withText(child) { Part(key: $0) }
                    } else if reader.keyEquals(child, "value") {
                        value = child
                    }
                    child = reader.next(child)
                }
            }
            if value >= 0 { take(part, reader, value) }
            field = reader.next(field)
        }
    }

    enum Part {
        case time, message, stream, group, other

        init(key: Span<UInt8>) {
            if key.spells("message") || key.spells("@message") {
                self = .message
            } else if key.spells("timestamp") || key.spells("@timestamp") {
                self = .time
            } else if key.spells("logStreamName") || key.spells("@logStream") || key.spells("logStream") {
                self = .stream
            } else if key.spells("@log") || key.spells("logGroupName") || key.spells("logGroup") {
                self = .group
            } else {
                self = .other
            }
        }
    }

    private mutating func take(_ part: Part, _ reader: borrowing JSONReader, _ value: Int) {
        switch part {
        case .time: time = reader.withText(value) { eventTime($0) }
        case .message: message = value
        case .stream: stream = value
        case .group: group = value
        case .other: break
        }
    }

    /// Hands the event over. `@log` is `<account>:<group>`; the account is left out.
    func emit<Consumer: EventConsumer & ~Copyable>(
        _ reader: borrowing JSONReader, element: Span<UInt8>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        guard message >= 0 else {
            output.rejected(reason: "event without a message", text: element, &consumer)
            return
        }
        let stream = stream < 0 ? nil : reader.withText(stream) { output.stream($0, &consumer) }
        let group =
            group < 0 ? nil : reader.withText(group) { output.group($0.extracting(accountLength($0)..<$0.count), &consumer) }
        switch reader.kind(message) {
        case .object, .array:
            let json = Array(reader.json(message).utf8)
            output.event(time: time, logGroup: group, stream: stream, message: json.span, &consumer)
        default:
            reader.withText(message) {
                output.event(time: time, logGroup: group, stream: stream, message: $0, &consumer)
            }
        }
    }
}

/// Milliseconds since 1970 as a number or a string of digits, or a stamp in words; `.unknown` for anything else.
func eventTime(_ text: Span<UInt8>) -> Timestamp {
    if let milliseconds = wholeNumber(text) { return Timestamp(milliseconds: milliseconds) }
    return parseStamp(text, at: 0)?.time ?? .unknown
}

private func wholeNumber(_ digits: Span<UInt8>) -> Int64? {
    guard digits.count > 0, digits.count <= 18 else { return nil }
    let isNegative = digits[0] == UInt8(ascii: "-")
    var value: Int64 = 0
    for position in (isNegative ? 1 : 0)..<digits.count {
        guard isDigit(digits[position]) else { return nil }
        value = value * 10 + Int64(digits[position] &- 0x30)
    }
    return isNegative ? -value : value
}

/// The number of bytes of `111122223333:` at the front of `@log`.
func accountLength(_ text: Span<UInt8>) -> Int {
    guard text.count > 13, text[12] == UInt8(ascii: ":") else { return 0 }
    for index in 0..<12 where !isDigit(text[index]) { return 0 }
    return 13
}
