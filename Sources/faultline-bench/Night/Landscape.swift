// The invented company: its APIs, endpoints and functions.

enum Runtime {
    case nodeText, nodeJSON, pythonText, pythonJSON, java, dotnet, go

    var isJSON: Bool { self == .nodeJSON || self == .pythonJSON }
}

struct FunctionSpec {
    var name: String
    var runtime: Runtime
    var memoryMB = 256
    var timeoutMs = 10_000
    var medianMs = 40.0
    /// Its log group is part of the night; one function's is not, as happens.
    var logged = true
    /// Active tracing: REPORT carries the trace id.
    var traced = false
    /// Logs the gateway's request id with each of its lines.
    var logsCorrelationID = false
    /// 0 is `$LATEST`.
    var firstVersion = 7
    /// A new version is deployed at this share of the night.
    var deployAt: Double?

    var logGroup: String { "/aws/lambda/" + name }
}

enum GatewayKind { case rest, http, webSocket }

struct APISpec {
    var name: String
    var id: String
    var stage: String
    var kind: GatewayKind
    var accessGroup: String
    var executionGroup: String?
}

enum IntegrationKind { case lambda, asyncLambda, mock, backend }

enum AccessControl { case open, lambdaAuthorizer, jwt, apiKey, signature }

struct EndpointSpec {
    var api: Int
    var method: String
    /// With `{id}` for path parameters; a WebSocket route key.
    var route: String
    var function: Int?
    var weight: Int
    var integration = IntegrationKind.lambda
    var access = AccessControl.open
    var resourceID = "k3x9pz"
}

/// Names by position, so that a plan is a few integers.
struct Landscape {
    static let account = "111122223333"
    static let region = "eu-central-1"

    let apis: [APISpec]
    let functions: [FunctionSpec]
    let endpoints: [EndpointSpec]

    /// The authorizer of the orders API.
    let authorizer: Int
    /// Works off a queue; no gateway calls it.
    let consumer: Int
    /// Runs on a schedule and is tried again by Lambda.
    let scheduled: Int

    init() {
        apis = [
            APISpec(
                name: "orders-api", id: "a1b2c3d4e5", stage: "prod", kind: .rest,
                accessGroup: "API-Gateway-Access-Logs_a1b2c3d4e5/prod",
                executionGroup: "API-Gateway-Execution-Logs_a1b2c3d4e5/prod"),
            APISpec(
                name: "users-api", id: "u9v8w7x6y5", stage: "$default", kind: .http,
                accessGroup: "/aws/http-api/users-api", executionGroup: nil),
            APISpec(
                name: "chat", id: "c7h8a9t0s1", stage: "live", kind: .webSocket, accessGroup: "/aws/apigateway/chat",
                executionGroup: "API-Gateway-Execution-Logs_c7h8a9t0s1/live"),
        ]
        functions = [
            FunctionSpec(name: "create-order", runtime: .nodeText, medianMs: 85, traced: true, deployAt: 0.36),
            FunctionSpec(name: "get-order", runtime: .pythonText, medianMs: 30, traced: true),
            FunctionSpec(name: "list-orders", runtime: .nodeJSON, medianMs: 55),
            FunctionSpec(name: "get-user", runtime: .nodeText, timeoutMs: 5000, medianMs: 25),
            FunctionSpec(name: "update-order", runtime: .pythonJSON, medianMs: 60, traced: true),
            FunctionSpec(name: "charge-payment", runtime: .java, memoryMB: 512, timeoutMs: 60_000, medianMs: 240, traced: true),
            FunctionSpec(name: "render-invoice", runtime: .dotnet, memoryMB: 512, timeoutMs: 20_000, medianMs: 180),
            FunctionSpec(name: "build-report", runtime: .pythonText, timeoutMs: 30_000, medianMs: 900),
            FunctionSpec(name: "chat-messages", runtime: .nodeText, memoryMB: 128, medianMs: 18, firstVersion: 0),
            FunctionSpec(name: "list-catalog", runtime: .nodeJSON, medianMs: 45, deployAt: 0.52),
            FunctionSpec(
                name: "create-user", runtime: .pythonJSON, timeoutMs: 60_000, medianMs: 75, logsCorrelationID: true),
            FunctionSpec(name: "get-avatar", runtime: .go, memoryMB: 128, timeoutMs: 3000, medianMs: 9, firstVersion: 0),
            FunctionSpec(
                name: "order-authorizer", runtime: .nodeText, memoryMB: 128, timeoutMs: 3000, medianMs: 12, firstVersion: 0),
            FunctionSpec(name: "stock-sync", runtime: .pythonText, memoryMB: 512, timeoutMs: 30_000, medianMs: 2200),
            FunctionSpec(name: "shipment-consumer", runtime: .pythonJSON, timeoutMs: 30_000, medianMs: 130),
            FunctionSpec(name: "search-users", runtime: .nodeText, medianMs: 60, logged: false),
        ]
        authorizer = 12
        consumer = 14
        scheduled = 13
        endpoints = [
            EndpointSpec(api: 0, method: "POST", route: "/orders", function: 0, weight: 120, access: .lambdaAuthorizer),
            EndpointSpec(api: 0, method: "GET", route: "/orders/{id}", function: 1, weight: 200, access: .lambdaAuthorizer),
            EndpointSpec(api: 0, method: "GET", route: "/orders", function: 2, weight: 110, access: .lambdaAuthorizer),
            EndpointSpec(api: 0, method: "PUT", route: "/orders/{id}", function: 4, weight: 50, access: .lambdaAuthorizer),
            EndpointSpec(
                api: 0, method: "POST", route: "/orders/{id}/payment", function: 5, weight: 45, access: .lambdaAuthorizer),
            EndpointSpec(api: 0, method: "GET", route: "/orders/{id}/invoice", function: 6, weight: 25),
            EndpointSpec(api: 0, method: "POST", route: "/reports", function: 7, weight: 12, integration: .asyncLambda),
            EndpointSpec(api: 0, method: "GET", route: "/catalog", function: 9, weight: 80, access: .apiKey),
            EndpointSpec(
                api: 0, method: "GET", route: "/partners/{id}", weight: 18, integration: .backend, access: .signature),
            EndpointSpec(api: 0, method: "OPTIONS", route: "/orders", weight: 40, integration: .mock),
            EndpointSpec(api: 1, method: "GET", route: "/users/{id}", function: 3, weight: 130),
            EndpointSpec(api: 1, method: "POST", route: "/users", function: 10, weight: 35, access: .jwt),
            EndpointSpec(api: 1, method: "GET", route: "/users/{id}/avatar", function: 11, weight: 70),
            EndpointSpec(api: 1, method: "GET", route: "/search", function: 15, weight: 20),
            EndpointSpec(api: 2, method: "", route: "$connect", function: 8, weight: 8),
            EndpointSpec(api: 2, method: "", route: "sendMessage", function: 8, weight: 30),
            EndpointSpec(api: 2, method: "", route: "$disconnect", function: 8, weight: 8),
        ]
    }

    func endpoint(_ method: String, _ route: String) -> Int {
        guard let index = endpoints.firstIndex(where: { $0.method == method && $0.route == route }) else {
            preconditionFailure("the landscape has no endpoint '\(method) \(route)'")
        }
        return index
    }
}
