// The containers a night can be written in, by the names of the command line.

/// Those of subscriptions and of Firehose are shapes of one container: readers need not tell apart what writers do.
enum ContainerKind: String, CaseIterable {
    case subscription
    case subscriptionDocuments = "subscription-documents"
    case subscriptionBase64 = "subscription-base64"
    case subscriptionEnvelope = "subscription-envelope"
    case firehoseGzipInGzip = "firehose-gzip-in-gzip"
    case firehoseZstd = "firehose-zstd"
    case firehoseDecompressed = "firehose-decompressed"
    case firehoseDelimited = "firehose-delimited"
    case firehoseMessages = "firehose-messages"
    case firehoseAccess = "firehose-access"
    case firehoseAccessLines = "firehose-access-lines"
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

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// API Gateway sends access logs alone to Firehose; the other groups of such a night come by subscription.
    func forGroup(isAccessLog: Bool) -> ContainerKind {
        let isForAccessLogs = self == .firehoseAccess || self == .firehoseAccessLines
        return isForAccessLogs && !isAccessLog ? .subscription : self
    }

    /// Who writes it, and in which form.
    enum Writer {
        case delivery(DeliveryForm)
        case rows(RowForm)
        case export, filterPages, streamPages, text
    }

    var writer: Writer {
        switch self {
        case .subscription: .delivery(.gzipMembers)
        case .subscriptionDocuments: .delivery(.documents)
        case .subscriptionBase64: .delivery(.base64)
        case .subscriptionEnvelope: .delivery(.envelope)
        case .firehoseGzipInGzip: .delivery(.gzipInGzip)
        case .firehoseZstd: .delivery(.zstdObjects)
        case .firehoseDecompressed: .delivery(.glued)
        case .firehoseDelimited: .delivery(.delimited)
        case .firehoseMessages: .delivery(.messages)
        case .firehoseAccess: .delivery(.rows)
        case .firehoseAccessLines: .delivery(.rowLines)
        case .s3Export: .export
        case .filterLogEvents: .filterPages
        case .getLogEvents: .streamPages
        case .text: .text
        case .insightsJSON: .rows(.insightsJSON)
        case .insightsCSV: .rows(.insightsCSV)
        case .consoleCSV: .rows(.consoleCSV)
        case .consoleCopy: .rows(.consoleCopy)
        case .tail: .rows(.tail)
        case .tailShort: .rows(.tailShort)
        case .samLogs: .rows(.samLogs)
        case .eventsText: .rows(.eventsText)
        }
    }
}
