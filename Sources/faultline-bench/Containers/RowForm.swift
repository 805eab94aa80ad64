// How tools that print log events a row at a time write them: what stands around a message, and what of an event is kept.

enum RowForm {
    case insightsJSON, insightsCSV, consoleCSV, consoleCopy, tail, tailShort, samLogs, eventsText

    /// The rows do not name their stream, so each stream has a file of its own, called after it.
    var isPerStream: Bool { self == .consoleCSV || self == .consoleCopy || self == .tailShort }

    /// Logs Insights sorts the newest event first unless the query says otherwise.
    var isNewestFirst: Bool { self == .insightsJSON || self == .insightsCSV }

    var ending: String {
        switch self {
        case .insightsJSON: "json"
        case .insightsCSV, .consoleCSV: "csv"
        case .consoleCopy, .eventsText: "txt"
        case .tail, .tailShort, .samLogs: "log"
        }
    }

    var opening: String {
        switch self {
        case .insightsJSON: "{\n    \"results\": ["
        case .insightsCSV: "@timestamp,@message,@logStream,@log\n"
        case .consoleCSV: "timestamp,message\n"
        default: ""
        }
    }

    func separator(isFirst: Bool) -> String { self == .insightsJSON && !isFirst ? "," : "" }

    func closing(rows: Int) -> String {
        guard self == .insightsJSON else { return "" }
        let statistics = "{\"recordsMatched\": \(rows).0, \"recordsScanned\": \(rows).0, \"bytesScanned\": 0.0}"
        return "\n    ],\n    \"statistics\": \(statistics),\n"
            + "    \"status\": \"Complete\"\n}\n"
    }

    func row(_ entry: LogEntry, stream: String, group: String, into text: inout [UInt8]) {
        let time = isoTime(entry.time)
        let blank = time.replacing("T", with: " ").dropLast()
        let log = "\(Landscape.account):\(group)"
        switch self {
        case .insightsJSON:
            text.append("\n        [")
            let fields = [("@timestamp", String(blank)), ("@message", entry.message), ("@logStream", stream), ("@log", log)]
            for (field, value) in fields {
                text.append("{\"field\": \"\(field)\", \"value\": ")
                text.appendJSON(value)
                text.append("}, ")
            }
            text.append("{\"field\": \"@ptr\", \"value\": \"\(eventID(entry))\"}]")
        case .insightsCSV: text.append("\(blank),\(quoted(entry.message)),\(stream),\(log)\n")
        case .consoleCSV: text.append("\(entry.time),\(quoted(entry.message))\n")
        case .consoleCopy: text.append("\(time)\n\(trimmed(entry.message))\n\n")
        case .tail: text.append("\(time.dropLast())000+00:00 \(stream) \(trimmed(entry.message))\n")
        case .tailShort: text.append("\(time.prefix(19)) \(trimmed(entry.message))\n")
        case .samLogs: text.append("\(stream) \(time.dropLast())000 \(trimmed(entry.message))\n")
        case .eventsText:
            text.append("EVENTS\t\(eventID(entry))\t\(entry.time + 310)\t\(stream)\t\(entry.message)\t\(entry.time)\n")
        }
    }

    private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    /// These tools take the blanks off a message's end.
    private func trimmed(_ text: String) -> String {
        String(decoding: text.utf8.reversed().drop { $0 == 0x20 || (0x09...0x0d).contains($0) }.reversed(), as: UTF8.self)
    }
}
