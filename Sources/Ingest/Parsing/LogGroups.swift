// What the name of a log group tells: which service wrote it, for which API, stage or function.

import Model

struct LogGroup {
    enum Writer: UInt8 {
        case unknown, accessLog, executionLog, lambda, traces, welcome
    }

    var name = Name.none
    var writer = Writer.unknown
    var function = Name.none
    var api = Name.none
    var stage = Name.none
    /// Of the name's text, the same in every input.
    var hash: UInt64 = 0

    init() {}

    /// Names of groups as the services make them: `/aws/lambda/{function}` (Lambda@Edge puts the region and a point before
    /// the function), `API-Gateway-Execution-Logs_{api}/{stage}`; and the usual `API-Gateway-Access-Logs_{api}/{stage}`.
    init(_ text: String, names: inout InternedNames) {
        name = names.intern(text)
        hash = names.hash(of: name)
        // Logs Insights writes `{account}:{group}`.
        let bare =
            text.utf8.prefix(13).last == UInt8(ascii: ":") && text.utf8.prefix(12).allSatisfy { decimalDigit($0) != nil }
            ? String(text.dropFirst(13)) : text
        if bare.hasPrefix("/aws/lambda/") {
            writer = .lambda
            var own = bare.dropFirst("/aws/lambda/".count)
            if own.hasPrefix("us-east-1.") { own = own.dropFirst("us-east-1.".count) }
            function = names.intern(String(own))
        } else if bare.hasPrefix("API-Gateway-Execution-Logs_") {
            writer = .executionLog
            setStage(bare.dropFirst("API-Gateway-Execution-Logs_".count), names: &names)
        } else if bare.hasPrefix("API-Gateway-Access-Logs_") {
            writer = .accessLog
            setStage(bare.dropFirst("API-Gateway-Access-Logs_".count), names: &names)
        } else if bare == "/aws/apigateway/welcome" {
            writer = .welcome
        } else if bare == traceGroup {
            writer = .traces
        }
    }

    private mutating func setStage(_ text: Substring, names: inout InternedNames) {
        let parts = text.split(separator: "/", maxSplits: 1)
        if let first = parts.first { api = names.intern(String(first)) }
        if parts.count == 2 { stage = names.intern(String(parts[1])) }
    }
}
