// CSV exports: Logs Insights (fields of the query) and the console's log viewer (timestamp,message).

internal import Model

/// Which column holds what; -1 for a column that is not there.
struct CSVColumns {
    var time = -1
    var message = -1
    var stream = -1
    var group = -1

    init(header: Span<UInt8>) {
        var fields: [Range<Int>] = []
        var scratch: [UInt8] = []
        splitCSVRecord(header, into: &fields, &scratch)
        for (column, field) in fields.enumerated() {
            switch EventParts.Part(key: scratch.span.extracting(field)) {
            case .time: time = column
            case .message: message = column
            case .stream: stream = column
            case .group: group = column
            case .other: break
            }
        }
    }
}

/// RFC 4180: quoted fields may hold commas, newlines and doubled quotes.
struct CSVEvents: Framer, ~Copyable {
    private var columns: CSVColumns?
    private var fields: [Range<Int>] = []
    private var scratch: [UInt8] = []
    private var isLost = false

    mutating func consume<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int {
        var at = 0
        if isLost {
            guard let newline = text.find(byte: UInt8(ascii: "\n"), from: 0) else { return text.count }
            isLost = false
            at = newline + 1
        }
        while at < text.count {
            if text[at] == UInt8(ascii: "\n") || text[at] == UInt8(ascii: "\r") {
                at += 1
                continue
            }
            let (end, isClosed) = endOfCSVRecord(text, from: at)
            if end == text.count, !atEnd {
                guard text.count - at >= TextWindow.longestEvent else { return at }
                output.rejected(
                    reason: "record longer than \(TextWindow.longestEvent >> 20) MiB",
                    text: text.extracting(at..<end), &consumer)
                isLost = true
                return text.count
            }
            let record = text.extracting(at..<end)
            if isClosed {
                take(record, &output, &consumer)
            } else {
                output.rejected(reason: "CSV record ends early", text: record, &consumer)
            }
            at = end
        }
        // Each file has its own header.
        if atEnd { columns = nil }
        return at
    }

    private mutating func take<Consumer: EventConsumer & ~Copyable>(
        _ record: Span<UInt8>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        guard let columns else {
            columns = CSVColumns(header: record)
            return
        }
        if output.passesOver(consumer) { return }
        splitCSVRecord(record, into: &fields, &scratch)
        guard columns.message >= 0, columns.message < fields.count else {
            output.rejected(reason: "CSV record without a message", text: record, &consumer)
            return
        }
        let values = scratch.span
        let stream = range(columns.stream)
        let group = range(columns.group)
        let time = range(columns.time)
        let streamName = output.stream(values.extracting(stream), &consumer)
        let groupName = output.group(
            values.extracting((group.lowerBound + accountLength(values.extracting(group)))..<group.upperBound), &consumer)
        output.event(
            time: eventTime(values.extracting(time)), logGroup: groupName, stream: streamName,
            message: values.extracting(fields[columns.message]), &consumer)
    }

    private func range(_ column: Int) -> Range<Int> {
        column >= 0 && column < fields.count ? fields[column] : 0..<0
    }
}

/// Index of the newline after the record at `from`, or the end of the text; not closed when a quote is still open there.
private func endOfCSVRecord(_ text: Span<UInt8>, from: Int) -> (end: Int, isClosed: Bool) {
    var at = from
    var isQuoted = false
    while at < text.count {
        let byte = text[at]
        if byte == UInt8(ascii: "\"") {
            isQuoted.toggle()
        } else if byte == UInt8(ascii: "\n"), !isQuoted {
            return (at, true)
        }
        at += 1
    }
    return (text.count, !isQuoted)
}

/// Unquotes all fields of a record into `scratch`, one behind the other.
private func splitCSVRecord(_ record: Span<UInt8>, into fields: inout [Range<Int>], _ scratch: inout [UInt8]) {
    fields.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    var count = record.count
    while count > 0, record[count - 1] == UInt8(ascii: "\r") { count -= 1 }
    var start = 0
    var isQuoted = false
    var at = 0
    while at < count {
        let byte = record[at]
        if byte == UInt8(ascii: "\"") {
            if isQuoted, at + 1 < count, record[at + 1] == byte {
                scratch.append(byte)
                at += 1
            } else {
                isQuoted.toggle()
            }
        } else if byte == UInt8(ascii: ","), !isQuoted {
            fields.append(start..<scratch.count)
            start = scratch.count
        } else {
            scratch.append(byte)
        }
        at += 1
    }
    fields.append(start..<scratch.count)
}
