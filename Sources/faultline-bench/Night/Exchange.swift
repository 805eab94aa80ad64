// One request as it will happen between client, gateway and function, before anything is written.

import Model

/// How far a request gets.
enum Reach: Int, Comparable {
    case edge, routing, authorizer, usagePlan, validation, integration

    static func < (left: Reach, right: Reach) -> Bool { left.rawValue < right.rawValue }
}

enum AuthorizerEnding {
    case allowed, denied, noCredentials, rejected, crashed, misconfigured
}

struct Exchange {
    /// When the gateway received it, milliseconds since 1970.
    var time: Int64
    var api: Int
    /// nil when no route matched.
    var endpoint: Int?
    var method: String
    /// Without the stage.
    var path: String
    var requestID: String
    var extendedID: String
    var traceID: String
    var sourceIP: String
    var userAgent: String
    /// WebSocket only.
    var connectionID = "-"

    var status = 200
    var cause: Cause?
    var reach = Reach.integration
    var responseType = "-"
    var message = "-"
    var validation = "-"
    var responseLength = 0
    /// Milliseconds.
    var latency = 0
    var integrationLatency = 0
    /// What Lambda's API answered; 0 when it was not asked.
    var serviceStatus = 0
    /// What the function answered; 0 when it gave no status.
    var functionStatus = 0
    var integrationError = "-"
    /// The Lambda request id the gateway was told; also of a run that was refused.
    var integrationID = "-"
    var authorizerEnding: AuthorizerEnding?
    var authorizerError = "-"
    var authorizerLatency = 0

    /// Lines of the execution log that say what went wrong, without the id in front.
    var failureLines: [String] = []
    var run: RunPlan?
    var authorizerRun: RunPlan?
    /// The gateway gave up before the function was done.
    var gaveUp = false
    var link: LinkRung?

    var end: Int64 { time + Int64(latency) }
    /// The client's API key as execution logs show it.
    var maskedKey: String { "**********************************" + extendedID.prefix(6) }
}
