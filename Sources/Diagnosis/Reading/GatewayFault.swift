// What the gateway says about a function that failed: an execution log line, or the integration's error in an access row.

import Model

struct GatewayFault {
    var kind: FaultKind
    /// The function's error message, as the gateway passed it on.
    var message: String?
    var type: String?
    var proof: ProofLine
    /// The error document, when the execution log holds it.
    var document: EvidenceLine?

    /// It says how the function failed: an exit without a reason may have been a kill for memory.
    var isTelling: Bool { message != nil && (kind != .exit || namesExitReason(message ?? "")) }

    /// The fault as a run's own log would have told it.
    var asRun: RunFault { RunFault(kind: kind, proof: [proof], type: type, message: message) }

    static func read(trace: ExecutionTrace, row: AccessRow) -> GatewayFault? {
        let body = trace.responseBody
        let document = body.flatMap { JSONText($0.message).string("errorMessage") == nil ? nil : $0 }
        let type = document.flatMap { JSONText($0.message).string("errorType") }
        if let line = trace.customerErrorLine {
            let message =
                line.message.text(between: "due to customer function error: ", and: ". Lambda request id: ", last: true)
                ?? line.message.text(after: "due to customer function error: ") ?? ""
            return GatewayFault(
                kind: FaultKind(type: type, message: message), message: message, type: type,
                proof: line.proof("the gateway was told that the function failed"), document: document)
        }
        if let text = row.integrationError, let fault = customerFault(text),
            let proof = row.proof(
                "the gateway was told that the function failed", around: fault.needle
            ).first
        {
            return GatewayFault(
                kind: FaultKind(type: nil, message: fault.message), message: fault.message, type: nil, proof: proof,
                document: document)
        }
        if let line = trace.quotation("Endpoint response headers: ", holding: "X-Amz-Function-Error=") {
            let message = document.flatMap { JSONText($0.message).string("errorMessage") }
            return GatewayFault(
                kind: FaultKind(type: type, message: message ?? ""), message: message, type: type,
                proof: line.proof("Lambda marked the answer as a function error", around: "X-Amz-Function-Error="),
                document: document)
        }
        return nil
    }

    /// REST rows carry the execution log's text, HTTP rows a sentence of their own.
    static func customerFault(_ text: String) -> (message: String, needle: String)? {
        let http = "The Lambda function returned the following error: "
        if text.holds(http) {
            let message =
                text.text(between: http, and: ". Check your Lambda function code", last: true) ?? text.text(after: http) ?? ""
            return (message, http)
        }
        let rest = "due to customer function error: "
        guard text.holds(rest) else { return nil }
        let message = text.text(between: rest, and: ". Lambda request id: ", last: true) ?? text.text(after: rest) ?? ""
        return (message, rest)
    }
}
