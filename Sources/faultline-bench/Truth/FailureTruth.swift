// What is true of one failure, as a line of truth.json.

import Model

enum EvidenceLeft: String {
    case full, reduced
}

struct FailureTruth {
    var time: Int64
    var cause: Cause
    var requestID: String?
    var extendedID: String?
    var invocationID: String?
    var attempt: Int?
    var endpoint: String?
    var function: String?
    var status: Int?
    var link: LinkRung?
    var errorType: String?
    var evidence = EvidenceLeft.full
    /// The Lambda request id of the run that the gateway did call, whether or not a log names it.
    var run: String?
    /// The same of its authorizer's run.
    var authorizerRun: String?

    /// Keys in order.
    var json: String {
        "{\"attempt\":\(attempt.map(String.init) ?? "null"),\"authorizerRun\":\(quoted(authorizerRun)),"
            + "\"cause\":\"\(cause.rawValue)\",\"endpoint\":\(quoted(endpoint)),"
            + "\"errorType\":\(quoted(errorType)),\"evidence\":\"\(evidence.rawValue)\",\"extendedId\":\(quoted(extendedID)),\"function\":\(quoted(function)),"
            + "\"invocationId\":\(quoted(invocationID)),\"layer\":\"\(cause.layer.rawValue)\",\"link\":\(quoted(link?.name)),"
            + "\"requestId\":\(quoted(requestID)),\"run\":\(quoted(run)),\"status\":\(status.map(String.init) ?? "null"),\"time\":\"\(isoTime(time))\"}"
    }

    private func quoted(_ text: String?) -> String {
        guard let text else { return "null" }
        var result = ""
        result.appendJSON(text)
        return result
    }
}

extension ErrorSample {
    /// The type as the log shows it.
    func typeShown(by runtime: Runtime) -> String {
        switch runtime {
        case .pythonText, .pythonJSON: bareType
        case .nodeText, .nodeJSON, .java, .dotnet, .go: type
        }
    }
}
