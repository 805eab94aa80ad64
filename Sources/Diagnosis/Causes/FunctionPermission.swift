// function / function-permission: the gateway may not invoke the function.

import Model

extension CauseRule {
    static let functionPermission = CauseRule(
        .functionPermission,
        signs: [
            executionLine("Invalid permissions on Lambda function", "Lambda did not let the gateway invoke the function"),
            executionLine("Lambda invocation failed with status: 403", "Lambda did not let the gateway invoke the function"),
            integrationError("Invalid permissions on Lambda function", "Lambda did not let the gateway invoke the function"),
            integrationError(
                "have permissions to call the integration", "Lambda did not let the gateway invoke the function"),
            { incident in
                guard incident.row.serviceStatus == 403, (incident.status ?? 0) >= 500, incident.run == nil else { return nil }
                return Sign(.type, .likely, incident.row.proof("the Lambda service answered 403", around: "403"))
            },
        ],
        sentence: { incident, _ in
            "API Gateway has no permission to invoke \(incident.function), which never ran; \(incident.clientGot)."
        })
}
