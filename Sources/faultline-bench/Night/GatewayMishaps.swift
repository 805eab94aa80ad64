// What the gateway itself refuses: firewall, routing, keys, limits, validation, configuration.

import Model

extension Exchange {
    /// The gateway answers and goes no further than `reach`.
    mutating func refuse(
        _ status: Int, _ type: String, _ message: String, at reach: Reach, lines: [String] = []
    ) {
        self.status = status
        self.reach = reach
        responseType = type
        self.message = message
        failureLines = lines
        if reach < .authorizer || reach == .edge { authorizerEnding = nil }
        if reach < .integration { run = nil }
        (functionStatus, integrationLatency) = (0, 0)
    }

    mutating func refuseAtGateway(_ mishap: Mishap, _ landscape: Landscape, _ random: inout SplitMix64) {
        let api = landscape.apis[self.api]
        let resource = endpoint.map { landscape.endpoints[$0] }
        switch mishap.cause {
        case .wafBlocked:
            refuse(403, "WAF_FILTERED", "Forbidden", at: .edge)
        case .routeNotFound:
            loseRoute(api, &random)
        case .signatureRejected where mishap.variant == 0:
            refuse(
                403, "INVALID_SIGNATURE", "The request signature we calculated does not match the signature you provided.",
                at: .authorizer)
        case .signatureRejected:
            refuse(403, "EXPIRED_TOKEN", "The security token included in the request is expired", at: .authorizer)
        case .apiKeyRejected:
            refuse(
                403, "INVALID_API_KEY", "Forbidden", at: .usagePlan,
                lines: [
                    "API Key \(maskedKey) not authorized because method '\(method) \(resource?.route ?? "")' requires API Key and API Key "
                        + "is not associated with a Usage Plan for API Stage \(api.id)/\(api.stage): No Usage Plan found for key and "
                        + "API Stage"
                ])
        case .throttled:
            let line =
                "Key throttle limit exceeded for RestApi \(api.id), Stage \(api.stage), Resource \(resource?.resourceID ?? ""), "
                + "HttpMethod \(method). Limit: 50.00 Burst: 100"
            refuse(429, "THROTTLED", "Too Many Requests", at: .usagePlan, lines: [line])
        case .quotaExceeded:
            refuse(
                429, "QUOTA_EXCEEDED", "Limit Exceeded", at: .usagePlan,
                lines: ["API Key \(maskedKey) Key quota limit exceeded for API Stage \(api.id)/\(api.stage)"])
        case .invalidBody:
            let fields = ["\"sku\"", "\"quantity\"", "\"customerId\"", "\"sku\",\"quantity\""]
            validation =
                mishap.variant == 0
                ? "[object has missing required properties ([\(random.pick(fields))])]"
                : "[instance type (string) does not match any allowed primitive type (allowed: [\"integer\",\"number\"])]"
            refuse(
                400, "BAD_REQUEST_BODY", "Invalid request body", at: .validation,
                lines: ["Request body does not match model schema for content type application/json: \(validation)"])
        case .invalidParameters:
            let text = "Missing required request parameters: [\(random.pick(["page", "customer", "page, customer"]))]"
            refuse(400, "BAD_REQUEST_PARAMETERS", text, at: .validation, lines: [text])
        case .unsupportedMediaType:
            refuse(415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type", at: .validation)
        case .requestTooLarge:
            refuse(
                413, "REQUEST_TOO_LARGE", api.kind == .rest ? "Request Too Long" : "Request Entity Too Large", at: .routing)
        case .integrationMisconfigured where mishap.variant == 0:
            failConfiguration("Invalid endpoint address")
        case .integrationMisconfigured:
            failConfiguration("Output mapping refers to an invalid method response: 204")
            functionStatus = 204
            integrationLatency = random.within(20...90)
        default: break
        }
    }

    mutating func failConfiguration(_ reason: String) {
        refuse(
            500, "API_CONFIGURATION_ERROR", "Internal server error", at: .integration,
            lines: ["Execution failed due to configuration error: \(reason)"])
        integrationError = "Execution failed due to configuration error: \(reason)"
        run = nil
    }

    private mutating func loseRoute(_ api: APISpec, _ random: inout SplitMix64) {
        endpoint = nil
        switch api.kind {
        case .rest:
            path = random.pick(["/order", "/orders/history/all", "/ordres/\(random.within(1...9999))", "/.env", "/admin"])
            refuse(403, "MISSING_AUTHENTICATION_TOKEN", "Missing Authentication Token", at: .routing)
        case .http:
            path = random.pick(["/user/\(random.within(1...9999))", "/wp-login.php", "/users/\(random.within(1...99))/photo"])
            refuse(404, "-", "Not Found", at: .routing)
        case .webSocket:
            // Such rows carry a UUID, the others a base64-like id.
            requestID = random.uuid()
            extendedID = requestID
            connectionID = "-"
            refuse(403, "-", "Forbidden", at: .routing)
        }
    }
}
