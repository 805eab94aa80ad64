// The shapes in which payloads of a subscription, and access rows sent straight to Firehose, are found in a file.

enum DeliveryForm {
    /// As Firehose puts them down: a gzip member for each payload and nothing between.
    case gzipMembers
    /// Firehose compressed once more what CloudWatch Logs had compressed.
    case gzipInGzip
    /// Objects of gzip members that were put away with zstd.
    case zstdObjects
    /// Firehose took the compression off: documents glued `}{`, or a newline behind each with `AppendDelimiterToRecord`.
    case glued, delimited
    /// Firehose took the documents off too (`DataMessageExtraction`): messages, a newline behind each.
    case messages
    /// What a consumer wrote down: documents printed over many lines, Kinesis' base64 a line, or the event a Lambda function is given.
    case documents, base64, envelope
    /// Access rows as API Gateway sends them, glued or with a newline behind each.
    case rows, rowLines

    /// Group, stream and time of an event are lost.
    var isMessagesAlone: Bool { self == .messages || self == .rows || self == .rowLines }

    /// Behind each payload, or behind each message where these stand alone.
    var separator: String {
        switch self {
        case .gzipMembers, .gzipInGzip, .zstdObjects, .glued, .rows: ""
        case .delimited, .messages, .documents, .base64, .envelope, .rowLines: "\n"
        }
    }

    /// Of an object's name; Firehose gives one to those that it compressed.
    var ending: String {
        switch self {
        case .gzipMembers, .glued, .delimited, .messages, .rows, .rowLines: ""
        case .gzipInGzip: ".gz"
        case .zstdObjects: ".zst"
        case .documents, .envelope: ".json"
        case .base64: ".txt"
        }
    }
}
