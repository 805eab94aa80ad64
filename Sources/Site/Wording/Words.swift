// The published vocabulary in the words of a page.

import Model

extension Layer {
    /// "WAF", "Gateway", ...
    var title: String {
        switch self {
        case .edge: "WAF"
        case .gateway: "Gateway"
        case .authorizer: "Authorizer"
        case .function: "Function"
        case .response: "Response"
        case .unknown: "Unknown"
        }
    }

    /// Place on the strip: 0 is the client. An unknown layer has none.
    var stripIndex: Int? {
        switch self {
        case .edge: 1
        case .gateway: 2
        case .authorizer: 3
        case .function: 4
        case .response: 5
        case .unknown: nil
        }
    }
}

extension LinkRung {
    /// As the ladder of joins is explained: "integration request id".
    var words: String {
        switch self {
        case .integrationRequestID: "the integration request id in the access log"
        case .executionLog: "the execution log, which names the Lambda request id"
        case .errorMessage: "the Lambda request id in the integration's error message"
        case .correlationID: "the gateway's request id in the function's log"
        case .traceID: "the X-Ray trace id on both sides"
        case .timeWindow: "time: the only run of the function inside the request"
        }
    }

    var rank: Int { Int(rawValue) + 1 }
}

extension LogSource {
    var words: String {
        switch self {
        case .accessLog: "access log"
        case .executionLog: "execution log"
        case .functionLog: "function log"
        case .platformLog: "platform log"
        }
    }
}

extension InvocationStatus {
    var words: String {
        switch self {
        case .unknown: "unknown"
        case .success: "success"
        case .error: "error"
        case .timeout: "timeout"
        }
    }

    /// The name in the data files; nil for unknown.
    var name: String? { self == .unknown ? nil : words }
}

extension APIKind {
    var words: String? {
        switch self {
        case .unknown: nil
        case .rest: "REST API"
        case .http: "HTTP API"
        case .webSocket: "WebSocket API"
        }
    }
}

extension ErrorDetails {
    /// "Node.js", "Java", ...
    var runtimeName: String? {
        switch runtime {
        case "nodejs": "Node.js"
        case "python": "Python"
        case "java": "Java"
        case "dotnet": ".NET"
        case "go": "Go"
        case "ruby": "Ruby"
        case "rust": "Rust"
        case "swift": "Swift"
        default: runtime
        }
    }
}
