// Subscription payloads as Firehose puts them into S3: an object for a span of time, gzip members without a separator, each
// one payload of one stream. A run may begin in one object and end in the next.

final class SubscriptionContainer: LogContainer {
    private let folder: OutputFolder
    private let group: String
    private let objectMs: Int64
    private var names: [String] = []
    private var pending: [Int: [LogEntry]] = [:]
    private var object: Int64 = .min
    private var members: [UInt8] = []
    private var random = SplitMix64(seed: 0)
    private var compressor = GzipCompressor()

    init(folder: OutputFolder, group: String, objectMs: Int64, seed: UInt64) {
        self.folder = folder
        self.group = group
        self.objectMs = objectMs
        random = SplitMix64(seed: seed)
    }

    func open(stream: Int, name: String) { names.append(name) }

    func write(_ entry: LogEntry) throws {
        let slot = entry.time / objectMs
        if slot != object {
            try endObject()
            object = slot
        }
        pending[entry.stream, default: []].append(entry)
        if let count = pending[entry.stream]?.count, count >= 200 { try endPayload(entry.stream) }
    }

    func close(stream: Int) throws {}

    func finish() throws { try endObject() }

    private func endObject() throws {
        for stream in pending.keys.sorted() { try endPayload(stream) }
        guard !members.isEmpty else { return }
        let time = isoTime(object * objectMs)
        let hour = time.prefix(13).map { $0 == "-" || $0 == "T" ? "/" : String($0) }.joined()
        let stamp = time.prefix(19).map { $0 == "T" || $0 == ":" ? "-" : String($0) }.joined()
        let path = "logs/subscription/\(fileName(group))/\(hour)/\(fileName(group))-1-\(stamp)-\(random.uuid())"
        try folder.append(members, to: path, gzip: false)
        members.removeAll(keepingCapacity: true)
    }

    private func endPayload(_ stream: Int) throws {
        guard let entries = pending.removeValue(forKey: stream), !entries.isEmpty else { return }
        var text: [UInt8] = []
        text.append("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"\(Landscape.account)\",\"logGroup\":")
        text.appendJSON(group)
        text.append(",\"logStream\":")
        text.appendJSON(names[stream])
        text.append(",\"subscriptionFilters\":[\"to-firehose\"],\"logEvents\":[")
        for (index, entry) in entries.enumerated() {
            text.append(index == 0 ? "{\"id\":\"" : ",{\"id\":\"")
            text.append(eventID(entry))
            text.append("\",\"timestamp\":")
            text.append(String(entry.time))
            text.append(",\"message\":")
            text.appendJSON(entry.message)
            text.append("}")
        }
        text.append("]}")
        try compressor.append(text, to: &members)
    }
}
