// function / function-throttled: Lambda had no free concurrency, and the function never ran.

import Model

extension CauseRule {
    static let functionThrottled = CauseRule(
        .functionThrottled,
        signs: [
            executionLine("Lambda invocation failed with status: 429", "Lambda turned the invocation away"),
            executionLine("Execution failed due to configuration error: Rate Exceeded", "Lambda turned the invocation away"),
            // How the gateway logged the same event until 2018.
            quotation(
                "Endpoint response body", "ConcurrentInvocationLimitExceeded\"",
                "Lambda's own reason for turning the invocation away"),
            quotation(
                "Endpoint response headers", "x-amzn-ErrorType=TooManyRequestsException", "Lambda turned the invocation away"),
            integrationError("Lambda invocation failed with status: 429", "Lambda turned the invocation away"),
            integrationError("Rate Exceeded", "Lambda turned the invocation away"),
            integrationError("TooManyRequestsException", "Lambda turned the invocation away"),
            { incident in
                // On HTTP APIs the same variable is also documented as the function's own status.
                guard incident.row.serviceStatus == 429, incident.run == nil,
                    incident.row.functionStatus != 429
                        || incident.kind == .rest
                else { return nil }
                return Sign(
                    .type, incident.kind == .http ? .likely : .certain,
                    incident.row.proof("the Lambda service answered 429", around: "429"))
            },
        ],
        sentence: { incident, _ in
            "Lambda had no free concurrency for \(incident.function), which never ran; \(incident.clientGot)."
        })
}
