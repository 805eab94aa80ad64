// Containers written by hand from events, with the place where each event is complete: what a cut file must still give.

/// A container's text, and for each event the number of bytes after which it can be told whole.
struct WrittenContainer {
    var text: [UInt8] = []
    var ends: [Int] = []

    mutating func add(_ piece: String) { text += Array(piece.utf8) }
    mutating func endEvent() { ends.append(text.count) }
}

enum ContainerWriter: String, CaseIterable, Sendable {
    case subscription = "subscription"
    case subscriptionLines = "subscription, base64"
    case s3Export = "s3-export"
    case filterLogEvents = "filter-log-events"
    case getLogEventsLines = "get-log-events, a line each"
    case insightsJSON = "insights-json"
    case insightsCSV = "insights-csv"
    case consoleCSV = "console-csv"
    case consoleCopy = "console-copy"
    case testInvoke = "test-invoke"
    case eventsText = "events-text"
    case tail = "tail"
    case tailShort = "tail-short"
    case samLogs = "sam-logs"
    case rows = "text, rows glued"

    private static let stream = "2026/03/12/[7]0123456789abcdef0123456789abcdef"

    /// A line-made container can tell the end of an event only by the beginning of the next one; the end of its last line is what counts
    /// here, and a cut just there must keep it.
    func write(_ messages: [String]) -> WrittenContainer {
        var made = WrittenContainer()
        made.add(opening)
        for (number, message) in messages.enumerated() {
            made.add(number == 0 ? "" : separator)
            made.add(before(number))
            made.add(body(message))
            made.add(after(number))
            made.endEvent()
            made.add(lineEnd)
        }
        made.add(closing)
        return made
    }

    private func time(_ number: Int) -> String { "2026-03-12T09:14:05.\(100 + number)" }

    private var opening: String {
        switch self {
        case .subscription:
            #"{"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"/aws/lambda/orders","logStream":"\#(Self.stream)","logEvents":["#
        case .filterLogEvents: #"{"events":["#
        case .insightsJSON: #"{"results":["#
        case .insightsCSV: "@timestamp,@message\n"
        case .consoleCSV: "timestamp,message\n"
        case .testInvoke: "Execution log for request 5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f\n"
        default: ""
        }
    }

    private var separator: String {
        switch self {
        case .subscription, .filterLogEvents, .insightsJSON: ","
        default: ""
        }
    }

    private var closing: String {
        switch self {
        case .subscription, .filterLogEvents, .insightsJSON: "]}"
        default: ""
        }
    }

    private var lineEnd: String {
        switch self {
        case .subscription, .filterLogEvents, .insightsJSON, .rows: ""
        default: "\n"
        }
    }

    private func before(_ number: Int) -> String {
        switch self {
        case .subscription: #"{"id":"1","timestamp":1773306845\#(100 + number),"message":"#
        case .subscriptionLines: ""
        case .s3Export: "\(time(number))Z "
        case .filterLogEvents:
            #"{"logStreamName":"\#(Self.stream)","timestamp":1773306845\#(100 + number),"eventId":"1","message":"#
        case .getLogEventsLines: #"{"timestamp":1773306845\#(100 + number),"message":"#
        case .insightsJSON:
            #"[{"field":"@timestamp","value":"2026-03-12 09:14:05.\#(100 + number)"},{"field":"@message","value":"#
        case .insightsCSV: "2026-03-12 09:14:05.\(100 + number),"
        case .consoleCSV: "1773306845\(100 + number),"
        case .consoleCopy: "\(time(number))Z\n"
        case .testInvoke: "Thu Mar 12 09:14:05 UTC 2026 : "
        case .eventsText: "EVENTS\t\(String(repeating: "0", count: 53))\(100 + number)\t1773306846000\t\(Self.stream)\t"
        case .tail: "\(time(number))000+00:00 \(Self.stream) "
        case .tailShort: "2026-03-12T09:14:05 "
        case .samLogs: "\(Self.stream) \(time(number))000 "
        case .rows: #"{"requestId":"\#(100 + number)","status":"200","error":"#
        }
    }

    private func after(_ number: Int) -> String {
        switch self {
        case .subscription, .filterLogEvents, .getLogEventsLines, .rows: "}"
        case .insightsJSON: "}]"
        case .eventsText: "\t1773306845\(100 + number)"
        default: ""
        }
    }

    private func body(_ message: String) -> String {
        switch self {
        case .subscription, .filterLogEvents, .getLogEventsLines, .insightsJSON, .rows: json(message)
        case .insightsCSV, .consoleCSV: "\"" + message.replacing("\"", with: "\"\"") + "\""
        case .subscriptionLines:
            base64(
                gzip(
                    #"{"messageType":"DATA_MESSAGE","logGroup":"g","logStream":"s","logEvents":[{"timestamp":1773306845000,"message":\#(json(message))}]}"#
                ))
        default: message
        }
    }
}

private func json(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        .replacing("\t", with: "\\t").replacing("\r", with: "\\r")
    return "\"\(escaped)\""
}

private func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        for place in 0..<4 { text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=") }
    }
    return text
}
