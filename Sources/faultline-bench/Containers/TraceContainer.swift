// The answers of `aws xray batch-get-traces`: five traces a call, as the API allows, one answer after the other.

final class TraceContainer {
    static let path = "logs/xray"
    private let folder: OutputFolder
    private var traces: [String] = []
    private var text: [UInt8] = []
    private var file = 1
    private static let callTraces = 5
    private static let fileBytes = 8 << 20

    init(folder: OutputFolder) { self.folder = folder }

    /// `segments` are documents; the answer holds them as JSON texts inside JSON.
    func write(trace id: String, seconds: String, segments: [(id: String, document: String)]) throws {
        let list = segments.map { "{\"Id\":\(json($0.id)),\"Document\":\(json($0.document))}" }.joined(separator: ",")
        traces.append("{\"Id\":\(json(id)),\"Duration\":\(seconds),\"LimitExceeded\":false,\"Segments\":[\(list)]}")
        if traces.count == Self.callTraces { endCall() }
        if text.count > Self.fileBytes { try endFile() }
    }

    func finish() throws {
        endCall()
        try endFile()
    }

    private func endCall() {
        guard !traces.isEmpty else { return }
        text += Array("{\"Traces\":[\(traces.joined(separator: ","))],\"UnprocessedTraceIds\":[]}\n".utf8)
        traces.removeAll()
    }

    private func endFile() throws {
        guard !text.isEmpty else { return }
        try folder.append(text, to: "\(Self.path)/traces-\(file).json", gzip: false)
        text.removeAll(keepingCapacity: true)
        file += 1
    }
}
