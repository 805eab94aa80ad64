// What a container is to the generator: log events of one group go in, in order of time; files come out.

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
