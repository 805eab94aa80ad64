// One thing that went wrong on one kind of API, and what may be said of it from the whole of its logs and from each log alone.

import Diagnosis
import Model
import Testing

struct Situation: Sendable, CustomTestStringConvertible {
    var cause: Cause
    var kind: APIKind
    /// With everything there is.
    var whole: Scene
    /// `certain` or `likely` for the cause itself; another cause with its confidence; nil when that log does not exist.
    var all: String
    var access: String?
    var execution: String?
    var lambda: String?
    /// Tells situations of one cause and API apart.
    var manner = ""

    init(
        _ cause: Cause, _ kind: APIKind, _ whole: Scene, all: String = "certain", access: String? = nil, execution: String? = nil,
        lambda: String? = nil, _ manner: String = ""
    ) {
        self.cause = cause
        self.kind = kind
        self.whole = whole
        self.all = all
        self.access = access
        self.execution = execution
        self.lambda = lambda
        self.manner = manner
    }

    var testDescription: String { "\(cause.rawValue), \(kind)\(manner.isEmpty ? "" : ", \(manner)")" }

    var accessAlone: Scene {
        whole.with {
            $0.executionLines = []
            $0.run = nil
            $0.authorizer = nil
        }
    }

    var executionAlone: Scene {
        whole.with {
            $0.fields = nil
            $0.run = nil
            $0.authorizer = nil
        }
    }

    /// The log of the run that failed; nobody knows of a request.
    var lambdaAlone: Scene {
        whole.with {
            $0.fields = nil
            $0.executionLines = []
            $0.run = $0.authorizer ?? $0.run
            $0.authorizer = nil
            $0.isBackground = true
            $0.isMaybeCalled = true
        }
    }

    /// `certain`, or `unknown likely`: as the expectations are written.
    func told(_ scene: Scene) -> String {
        let verdict = scene.failure().verdict
        return verdict.cause == cause ? verdict.confidence.rawValue : "\(verdict.cause.rawValue) \(verdict.confidence.rawValue)"
    }
}

/// A row of a template that logs everything a verdict can use; what is not told is `-`.
func fullRow(_ status: Int, _ told: KeyValuePairs<String, String> = [:], without names: Set<String> = []) -> [LogField] {
    let template = [
        "status", "resourcePath", "error.responseType", "error.message", "error.validationErrorString", "integration.requestId",
        "integration.status", "integration.integrationStatus", "integration.error", "authorizer.requestId", "authorizer.latency",
        "authorizer.error", "wafResponseCode",
    ]
    let values = Dictionary(told.map { ($0.key, $0.value) }) { _, last in last }
    return template.filter { !names.contains($0) }.map { name in
        let known = name == "status" ? "\(status)" : name == "resourcePath" ? "/orders" : "-"
        return LogField(name: name, value: values[name] ?? known)
    }
}

extension Scene {
    static func rest(_ status: Int, _ told: KeyValuePairs<String, String> = [:]) -> Scene {
        Scene(.rest).with { $0.fields = fullRow(status, told) }
    }

    static func http(_ status: Int, _ told: KeyValuePairs<String, String> = [:]) -> Scene {
        // HTTP APIs know no validation, no WAF and no run of an authorizer.
        Scene(.http).with {
            $0.fields = fullRow(
                status, told,
                without: ["error.validationErrorString", "wafResponseCode", "authorizer.requestId", "authorizer.latency"])
        }
    }

    /// Rows of WebSocket APIs leave the integration's variables unset.
    static func webSocket(_ status: Int, _ told: KeyValuePairs<String, String> = [:]) -> Scene {
        Scene(.webSocket, route: "sendMessage").with {
            $0.fields = fullRow(status, told, without: ["resourcePath", "wafResponseCode"])
        }
    }

    /// The execution log at level ERROR: the lines that failed and the status.
    func failing(_ lines: String..., status: Int) -> Scene {
        with { $0.executionLines = lines + ["Method completed with status: \(status)"] }
    }

    func whoseRouteIsUnknown() -> Scene {
        with {
            $0.route = nil
            for place in ($0.fields ?? []).indices where $0.fields?[place].name == "resourcePath" {
                $0.fields?[place].value = "-"
            }
        }
    }
}

/// What the gateway says of a function that failed with this message.
func customerError(_ message: String) -> String {
    "Lambda execution failed with status 200 due to customer function error: \(message). Lambda request id: \(runID)"
}

func httpError(_ message: String) -> String {
    "The Lambda function returned the following error: \(message). Check your Lambda function code and try again."
}
