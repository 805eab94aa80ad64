// What goes wrong between the gateway and its integration, or in the code that it calls. Faults of a run are only planned here;
// what the gateway makes of them is settled when the run has its place in time.

import Model

extension Exchange {
    mutating func failIntegration(_ mishap: Mishap, _ landscape: Landscape, _ random: inout SplitMix64) {
        let kind = landscape.apis[api].kind
        let number = endpoint.flatMap { landscape.endpoints[$0].function } ?? 0
        let function = landscape.functions[number]
        switch mishap.cause {
        case .functionPermission where kind == .http:
            failBeforeRun(
                "The IAM role configured on the integration or API Gateway doesn't have permissions to call the integration. "
                    + "Check the permissions and try again.", "INTEGRATION_FAILURE", "Internal Server Error")
        case .functionPermission:
            failConfiguration("Invalid permissions on Lambda function")
        case .functionThrottled:
            failConfiguration("Rate Exceeded.")
            integrationID = random.uuid()
            responseType = "INTEGRATION_FAILURE"
            serviceStatus = 429
            integrationLatency = random.within(8...30)
            integrationError = "Lambda invocation failed with status: 429. Lambda request id: \(integrationID)"
            failureLines.insert(integrationError, at: 0)
        case .integrationTimeout:
            run?.duration = random.within(3_020_000...5_500_000)
        case .integrationFailed where mishap.variant == 0:
            refuse(
                504, "INTEGRATION_FAILURE", "Internal server error", at: .integration,
                lines: ["Execution failed due to a network error communicating with endpoint"])
            integrationError = "Execution failed due to a network error communicating with endpoint"
            run = nil
            integrationLatency = random.within(900...3000)
        case .integrationFailed:
            status = 503
            functionStatus = 503
            integrationLatency = random.within(40...900)
        case .malformedResponse where kind == .http:
            // The word of API Gateway; the field is the one that it could not read.
            status = 500
            responseType = "INTEGRATION_FAILURE"
            message = "Internal Server Error"
            integrationError =
                "The response from the Lambda function doesn't match the format that API Gateway expects. "
                + "Lambda body contains the wrong type for field \"statusCode\""
        case .malformedResponse:
            status = 502
            responseType = random.chance(0.5) ? "DEFAULT_5XX" : "INTEGRATION_FAILURE"
            message = "Internal server error"
            integrationError = "Execution failed due to configuration error: Malformed Lambda proxy response"
            failureLines = [integrationError]
        case .unknown:
            failBeforeRun("-", "-", "Internal Server Error")
        case .responseTooLarge:
            run?.fault = .responseTooLarge
        default:
            planFault(mishap, function, &random)
        }
    }

    private mutating func failBeforeRun(_ reason: String, _ type: String, _ message: String) {
        refuse(500, type, message, at: .integration)
        integrationError = reason
        run = nil
    }

    private mutating func planFault(_ mishap: Mishap, _ function: FunctionSpec, _ random: inout SplitMix64) {
        switch mishap.cause {
        case .unhandledException:
            run?.fault = .exception
            run?.error = random.error(function)
        case .hiddenFailure:
            run?.fault = random.chance(0.3) ? .timeout(announced: false) : .exception
            if run?.fault == .exception { run?.error = random.error(function) }
        case .initFailed:
            run?.fault = .initFailure
            run?.error = random.initError(function)
        case .functionTimeout:
            run?.fault = .timeout(announced: mishap.variant == 0)
            // HTTP APIs do not always name the run; then only the error's text does.
            if mishap.variant == 2 { link = .errorMessage }
        case .outOfMemory:
            run?.fault = .outOfMemory(killed: mishap.variant == 1)
        case .processExited:
            run?.fault = .exit
        case .handledError:
            answer(500)
            run?.error = random.error(function)
        case .answeredClientError:
            answer(random.pick([404, 404, 404, 409, 422]))
        default: break
        }
    }

    /// The function itself gives this status.
    mutating func answer(_ status: Int) {
        self.status = status
        run?.answer = status
    }
}
