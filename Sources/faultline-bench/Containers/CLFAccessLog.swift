// The requests once more as rows of the common log format (CLF), for tools that know nothing but access logs: `access.log` beside the logs, in the
// order in which requests came.

final class CLFAccessLog {
    static let path = "access.log"
    private let folder: OutputFolder
    private var pending: [UInt8] = []
    private static let pieceBytes = 1 << 20

    init(folder: OutputFolder) { self.folder = folder }

    /// A message over a WebSocket is shown as a GET of its route.
    func write(_ exchange: Exchange, _ landscape: Landscape) throws {
        let method = exchange.method.isEmpty ? "GET" : exchange.method
        let path = exchange.path.hasPrefix("/") ? exchange.path : "/" + exchange.path
        pending.append(exchange.sourceIP)
        pending.append(" - - [")
        pending.append(commonLogTime(exchange.time))
        pending.append("] \"\(method) /\(landscape.apis[exchange.api].stage)\(path) HTTP/1.1\" ")
        pending.append("\(exchange.status) \(exchange.responseLength)\n")
        if pending.count > Self.pieceBytes { try finish() }
    }

    func finish() throws {
        try folder.append(pending, to: Self.path, gzip: false)
        pending.removeAll(keepingCapacity: true)
    }
}
