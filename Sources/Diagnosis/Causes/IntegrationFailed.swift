// function / integration-failed: calling the integration failed, or a back end that is not Lambda answered with an error.

import Model

extension CauseRule {
    static let integrationFailed = CauseRule(
        .integrationFailed,
        signs: [
            executionLine("network error communicating with endpoint", "the gateway could not reach the back end"),
            executionLine("Execution failed due to an internal error", "the gateway failed on its own side"),
            executionLine("Lambda invocation failed with status: ", "the Lambda service refused or failed the invocation"),
            integrationError("network error", "the gateway could not reach the back end"),
            integrationError("internal error", "the gateway failed on its own side"),
            integrationError("Lambda invocation failed with status: ", "the Lambda service failed the invocation"),
            { incident in
                // Rows of functions that failed, that may not be called or that answered in a wrong form carry this type as well. A
                // service status of 200 says that it is one of those, the status 502 hints at it, and only a row that logs the
                // integration's error and service status, and has neither, rules them out.
                guard incident.responseType == "INTEGRATION_FAILURE", !incident.runIsHealthy, incident.row.serviceStatus != 200
                else { return nil }
                return Sign(
                    .type, incident.status != 502 && incident.rowHasNoOtherWord ? .certain : .likely,
                    incident.responseTypeProof("the gateway's response type for an integration that failed"))
            },
            { incident in
                guard let status = incident.status, status >= 500, let uri = incident.trace.endpointURI,
                    !uri.holds("lambda"), incident.run == nil
                else { return nil }
                let line =
                    incident.trace.line(holding: "Received response.") ?? incident.trace.quotation("Endpoint request URI: ")
                return Sign(.status, .likely, line.map { [$0.proof("the back end is not Lambda, and it answered")] } ?? [])
            },
            { incident in
                guard let status = incident.status, status >= 500, incident.responseType == nil, incident.rowNamesNoLambda,
                    incident.row.functionStatus == status
                else { return nil }
                return Sign(
                    .status, .likely,
                    incident.row.proof("something answered \(status), and no function ran", around: "integration"))
            },
        ],
        sentence: { incident, _ in
            let who = incident.functionName == nil ? "the back end" : incident.function
            return "API Gateway\u{2019}s call of \(who) for \(incident.call) failed; \(incident.clientGot)."
        })
}

extension Incident {
    fileprivate var rowHasNoOtherWord: Bool {
        row.logs("integration.error") && row.integrationError == nil && row.logs("integration.integrationStatus")
    }
}
