// The error document that a runtime hands to Lambda, and Lambda to its caller.

func errorDocument(_ run: RunPlan, _ function: FunctionSpec) -> String {
    let message = run.errorMessage(timeoutMs: function.timeoutMs)
    switch run.fault {
    case .none: return ""
    case .timeout(announced: true): return "{\"errorMessage\":\(json(message))}"
    case .timeout(announced: false): return "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\(json(message))}"
    case .outOfMemory, .exit: return "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\(json(message))}"
    case .responseTooLarge:
        return "{\"errorType\":\"Function.ResponseSizeTooLarge\",\"errorMessage\":\(json(message))}"
    case .exception, .initFailure:
        guard let error = run.error else { return "" }
        switch function.runtime {
        case .nodeText, .nodeJSON:
            return "{\"errorType\":\(json(error.type)),\"errorMessage\":\(json(error.message)),"
                + "\"trace\":\(json(error.nodeStack))}"
        case .pythonText, .pythonJSON:
            return "{\"errorMessage\":\(json(error.message)),\"errorType\":\(json(error.bareType)),"
                + "\"requestId\":\"\(run.id)\",\"stackTrace\":\(json(error.pythonFrames(space: " ")))}"
        case .java, .dotnet, .go:
            return "{\"errorMessage\":\(json(error.message)),\"errorType\":\(json(error.type)),"
                + "\"stackTrace\":\(json(error.frames.map { "\($0.function)(\($0.file):\($0.line))" }))}"
        }
    }
}
