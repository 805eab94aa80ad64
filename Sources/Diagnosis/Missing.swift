// What would have decided a verdict that is not certain.

import Model

enum Missing {
    /// One clause each, in the order of a request.
    static func clauses(for incident: Incident) -> [String] {
        guard incident.view != nil else {
            return incident.mayHaveRequest
                ? ["the access log of an API that calls \(incident.function), with $context.integration.requestId"] : []
        }
        var clauses: [String] = []
        if incident.evidence.access == nil {
            clauses.append("an access log row with $context.error.responseType and $context.integration.status")
        } else {
            for field in ["error.responseType", "integration.error", "integration.status"] where !incident.row.logs(field) {
                clauses.append("$context.\(field) in the access log's format")
            }
        }
        if incident.kind != .http, incident.evidence.execution.isEmpty {
            clauses.append("the API's execution log, at level ERROR or INFO")
        }
        if incident.run == nil, incident.functionCalled {
            clauses.append("the log of \(incident.function)")
        }
        if incident.authorizerRun == nil, incident.row.authorizerActed || !incident.trace.authorizer.isEmpty {
            clauses.append("the log of \(incident.authorizer)")
        }
        // The row logs all there is to log, and an HTTP API writes nothing else.
        if clauses.isEmpty, incident.kind == .http { clauses.append("an execution log, which HTTP APIs do not keep") }
        return clauses
    }
}
