// The containers that are understood, as `faultline formats` lists them.

/// How log events stand in an input. The raw value is the published name.
package enum ContainerFormat: String, CaseIterable, Sendable {
    case subscription
    case s3Export = "s3-export"
    case filterLogEvents = "filter-log-events"
    case getLogEvents = "get-log-events"
    case eventsText = "events-text"
    case insightsJSON = "insights-json"
    case insightsCSV = "insights-csv"
    case consoleCSV = "console-csv"
    case consoleCopy = "console-copy"
    case testInvoke = "test-invoke"
    case tail = "tail"
    case tailShort = "tail-short"
    case samLogs = "sam-logs"
    case xrayTraces = "xray-traces"
    case text

    package var name: String { rawValue }

    /// One line, for people.
    package var summary: String {
        switch self {
        case .subscription: "subscription filter payloads, as Firehose or Kinesis delivers them"
        case .s3Export: "CloudWatch Logs export to S3 (create-export-task)"
        case .filterLogEvents: "JSON of `aws logs filter-log-events`"
        case .getLogEvents: "JSON of `aws logs get-log-events`; the log group and the stream are not in it"
        case .eventsText: "`--output text` of the same two commands: rows of columns with tabs between them"
        case .insightsJSON: "JSON of Logs Insights: `aws logs get-query-results` or the console's export"
        case .insightsCSV: "CSV export of Logs Insights, with at least @timestamp and @message"
        case .consoleCSV: "CSV download of the log event viewer (timestamp,message)"
        case .consoleCopy: "copied out of the log event viewer: a line with the stamp, then the message"
        case .testInvoke: "report of API Gateway's test feature, copied or as JSON of `aws apigateway test-invoke-method`"
        case .tail: "`aws logs tail`, formats detailed and json"
        case .tailShort: "`aws logs tail --format short`, taken as UTC"
        case .samLogs: "`sam logs`, taken as UTC"
        case .xrayTraces: "JSON of `aws xray batch-get-traces`: links, authorizer and downstream calls of the requests in it"
        case .text: "plain lines without a container: access rows, execution lines, Lambda output"
        }
    }

    /// A made-up line of the format, or two where one tells nothing.
    package var sample: String {
        switch self {
        case .subscription:
            #"{"messageType":"DATA_MESSAGE","owner":"111122223333","logGroup":"/aws/lambda/orders","#
                + #""logStream":"2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef","subscriptionFilters":["all"],"#
                + #""logEvents":[{"id":"1","timestamp":1773306845128,"message":"..."}]}"#
        case .s3Export: "2026-03-12T09:14:05.128Z START RequestId: 6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90 Version: $LATEST"
        case .filterLogEvents:
            #"{"events":[{"logStreamName":"2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef","#
                + #""timestamp":1773306845128,"message":"...","ingestionTime":1773306846000,"eventId":"1"}]}"#
        case .getLogEvents:
            #"{"events":[{"timestamp":1773306845128,"message":"...","ingestionTime":1773306846000}],"#
                + #""nextForwardToken":"f/1","nextBackwardToken":"b/1"}"#
        case .eventsText:
            "EVENTS\t38000000000000000000000000000000000000000000000000000001\t1773306846000\t"
                + "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef\tSTART RequestId: ...\t1773306845128"
        case .insightsJSON:
            #"{"results":[[{"field":"@timestamp","value":"2026-03-12 09:14:05.128"},{"field":"@message","value":"..."}]]}"#
        case .insightsCSV: "@timestamp,@message"
        case .consoleCSV: "timestamp,message"
        case .consoleCopy: "2026-03-12T09:14:05.128Z\nSTART RequestId: 6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90 Version: $LATEST"
        case .testInvoke:
            "Execution log for request 6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90\n"
                + "Thu Mar 12 09:14:05 UTC 2026 : Starting execution for request: 6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90"
        case .tail: "2026-03-12T09:14:05.128000+00:00 2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef START RequestId: ..."
        case .tailShort: "2026-03-12T09:14:05 START RequestId: ..."
        case .samLogs: "2026/03/12/[$LATEST]0123456789abcdef0123456789abcdef 2026-03-12T09:14:05.128000 START RequestId: ..."
        case .xrayTraces:
            #"{"Traces":[{"Id":"1-69b28a1d-00112233445566778899aabb","Segments":[{"Id":"0123456789abcdef","Document":"{...}"}]}]}"#
        case .text: "(6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90) Method completed with status: 502"
        }
    }
}
