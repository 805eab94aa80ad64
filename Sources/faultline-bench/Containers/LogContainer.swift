// What a container is to the generator: log events of one group go in, in order of time; files come out.

enum ContainerKind: String, CaseIterable {
    case subscription
    case s3Export = "s3-export"
    case filterLogEvents = "filter-log-events"
    case getLogEvents = "get-log-events"
    case text
    case insightsJSON = "insights-json"
    case insightsCSV = "insights-csv"
    case consoleCSV = "console-csv"
    case consoleCopy = "console-copy"
    case tail
    case tailShort = "tail-short"
    case samLogs = "sam-logs"
    case eventsText = "events-text"

    /// What a night is written in when nothing is said.
    static let usual: [ContainerKind] = [.subscription, .s3Export, .filterLogEvents, .getLogEvents, .text]

    /// Nil for kinds that are files of more than rows.
    var rowForm: RowForm? {
        switch self {
        case .subscription, .s3Export, .filterLogEvents, .getLogEvents, .text: nil
        case .insightsJSON: .insightsJSON
        case .insightsCSV: .insightsCSV
        case .consoleCSV: .consoleCSV
        case .consoleCopy: .consoleCopy
        case .tail: .tail
        case .tailShort: .tailShort
        case .samLogs: .samLogs
        case .eventsText: .eventsText
        }
    }
}

struct LogEntry {
    /// Milliseconds since 1970.
    var time: Int64
    /// Number of the entry within its group, in the order in which it was planned.
    var order: Int
    /// Index into the group's stream names.
    var stream: Int
    var message: String
}

protocol LogContainer: AnyObject {
    /// Streams are opened before their first event.
    func open(stream: Int, name: String)
    func write(_ entry: LogEntry) throws
    /// No more events of that stream will come.
    func close(stream: Int) throws
    func finish() throws
}
