// Events as a subscription or API Gateway delivers them: an object for a span of time, in it one payload after the other. A run may
// begin in one object and end in the next.

final class DeliveryContainer: LogContainer {
    private let folder: OutputFolder
    private let path: String
    private let group: String
    private let form: DeliveryForm
    private let objectMs: Int64
    private var names: [String] = []
    private var pending: [Int: [LogEntry]] = [:]
    private var slot: Int64 = .min
    private var object: [UInt8] = []
    private var random: SplitMix64
    private var compressor = GzipCompressor()
    private static let payloadEvents = 200

    init(folder: OutputFolder, path: String, group: String, form: DeliveryForm, objectMs: Int64, seed: UInt64) {
        self.folder = folder
        self.path = path
        self.group = group
        self.form = form
        self.objectMs = objectMs
        random = SplitMix64(seed: seed)
    }

    func open(stream: Int, name: String) { names.append(name) }

    func write(_ entry: LogEntry) throws {
        let own = entry.time / objectMs
        if own != slot {
            try endObject()
            slot = own
        }
        pending[entry.stream, default: []].append(entry)
        if let count = pending[entry.stream]?.count, count >= Self.payloadEvents { try endPayload(entry.stream) }
    }

    func close(stream: Int) throws {}

    func finish() throws { try endObject() }

    private func endObject() throws {
        for stream in pending.keys.sorted() { try endPayload(stream) }
        guard !object.isEmpty else { return }
        let time = isoTime(slot * objectMs)
        let hour = time.prefix(13).map { $0 == "-" || $0 == "T" ? "/" : String($0) }.joined()
        let stamp = time.prefix(19).map { $0 == "T" || $0 == ":" ? "-" : String($0) }.joined()
        let name = "\(path)/\(hour)/\(fileName(group))-1-\(stamp)-\(random.uuid())\(form.ending)"
        try folder.append(
            form == .zstdObjects ? zstdFrame(object) : object, to: name, gzip: form == .gzipInGzip)
        object.removeAll(keepingCapacity: true)
    }

    private func endPayload(_ stream: Int) throws {
        guard let entries = pending.removeValue(forKey: stream), !entries.isEmpty else { return }
        if form.isMessagesAlone {
            for entry in entries { object.append(entry.message + form.separator) }
            return
        }
        let payload = SubscriptionPayload(group: group, stream: names[stream], entries: entries)
        switch form {
        case .gzipMembers, .gzipInGzip, .zstdObjects: try compressor.append(payload.compact, to: &object)
        case .base64: object.append(try base64(payload))
        case .envelope: object.append("{\"awslogs\":{\"data\":\"" + (try base64(payload)) + "\"}}")
        case .documents: object.append(contentsOf: payload.pretty)
        case .glued, .delimited, .messages, .rows, .rowLines: object.append(contentsOf: payload.compact)
        }
        object.append(form.separator)
    }

    private func base64(_ payload: SubscriptionPayload) throws -> String {
        var member: [UInt8] = []
        try compressor.append(payload.compact, to: &member)
        return base64Text(member)
    }
}
