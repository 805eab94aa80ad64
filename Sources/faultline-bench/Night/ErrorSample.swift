// An error as a program would raise it: type, message, frames, with values that differ from case to case.

struct FrameSample {
    var function: String
    var file: String
    var line: Int
    var column: Int
    /// The source line, which Python prints.
    var code = ""
}

struct ErrorSample {
    var type: String
    var message: String
    /// Innermost first.
    var frames: [FrameSample]
    /// None, or the error that led to this one; runtimes leave it out of their own events, code that logs shows it.
    var causes: [ErrorSample] = []
}

/// A family of errors; each `%` of the message becomes a number.
private struct ErrorFamily {
    var node: String
    var python: String
    var java: String
    var dotnet: String
    var go: String
    var message: String
}

private let families = [
    ErrorFamily(
        node: "OutOfStockError", python: "OutOfStockError", java: "com.example.shop.OutOfStockException",
        dotnet: "Example.Shop.OutOfStockException", go: "OutOfStockError",
        message: "item 'SKU-%' is out of stock: % requested, % available"),
    ErrorFamily(
        node: "TypeError", python: "KeyError", java: "java.lang.NullPointerException",
        dotnet: "System.NullReferenceException", go: "boundsError",
        message: "cannot read 'price' of position % in order %"),
    ErrorFamily(
        node: "PaymentError", python: "PaymentError", java: "com.example.shop.PaymentException",
        dotnet: "Example.Shop.PaymentException", go: "PaymentError",
        message: "charge ch_% was refused by the provider with code %"),
    ErrorFamily(
        node: "RangeError", python: "ValueError", java: "java.lang.IllegalArgumentException",
        dotnet: "System.ArgumentException", go: "errorString",
        message: "quantity % is above the limit of % for customer %"),
    ErrorFamily(
        node: "ConcurrencyError", python: "ConditionalCheckFailedException", java: "com.example.shop.ConcurrencyException",
        dotnet: "Example.Shop.ConcurrencyException", go: "ConcurrencyError",
        message: "order % was changed by another request, expected version %, found %"),
]

private let databaseOutage = ErrorFamily(
    node: "Error", python: "psycopg2.OperationalError", java: "java.sql.SQLTransientConnectionException",
    dotnet: "Npgsql.NpgsqlException", go: "errorString",
    message: "connection to \"orders-db.internal.example\" (10.0.12.%), port 5432 failed: timeout expired after % ms")

extension SplitMix64 {
    mutating func error(_ function: FunctionSpec) -> ErrorSample {
        sample(families[(function.name.utf8.count + below(3)) % families.count], function)
    }

    mutating func databaseError(_ function: FunctionSpec) -> ErrorSample {
        var error = sample(databaseOutage, function)
        let type =
            switch function.runtime {
            case .nodeText, .nodeJSON: "ETIMEDOUT"
            case .pythonText, .pythonJSON: "TimeoutError"
            case .java: "java.net.SocketTimeoutException"
            case .dotnet: "System.TimeoutException"
            case .go: "timeoutError"
            }
        error.causes = [ErrorSample(type: type, message: "connect timed out", frames: Array(error.frames.prefix(1)))]
        return error
    }

    /// What a runtime raises when it cannot load the code.
    mutating func initError(_ function: FunctionSpec) -> ErrorSample {
        let module = pick(["ajv", "pg", "date_rules", "price_table"])
        switch function.runtime {
        case .nodeText, .nodeJSON:
            return ErrorSample(
                type: "Runtime.ImportModuleError",
                message: "Error: Cannot find module '\(module)'\nRequire stack:\n- /var/task/src/\(function.name).js",
                frames: [FrameSample(function: "_loadUserApp", file: "file:///var/runtime/index.mjs", line: 1092, column: 17)])
        case .pythonText, .pythonJSON:
            return ErrorSample(
                type: "Runtime.ImportModuleError",
                message: "Unable to import module '\(function.pythonModule)': No module named '\(module)'", frames: [])
        case .java:
            return ErrorSample(
                type: "java.lang.ClassNotFoundException", message: "com.example.shop.Handler", frames: frames(function))
        case .dotnet:
            return ErrorSample(
                type: "System.TypeInitializationException", message: "The type initializer for 'Settings' threw an exception.",
                frames: frames(function))
        case .go:
            return ErrorSample(type: "errorString", message: "missing environment variable BUCKET", frames: frames(function))
        }
    }

    private mutating func sample(_ family: ErrorFamily, _ function: FunctionSpec) -> ErrorSample {
        var message = ""
        for character in family.message.utf8 {
            if character == UInt8(ascii: "%") {
                message += String(within(1...9999))
            } else {
                message.unicodeScalars.append(Unicode.Scalar(character))
            }
        }
        let type =
            switch function.runtime {
            case .nodeText, .nodeJSON: family.node
            case .pythonText, .pythonJSON: family.python
            case .java: family.java
            case .dotnet: family.dotnet
            case .go: family.go
            }
        return ErrorSample(type: type, message: message, frames: frames(function))
    }

    private mutating func frames(_ function: FunctionSpec) -> [FrameSample] {
        let step = pick(["load", "check", "store"])
        let line = 20 + step.utf8.count * 7 + function.name.utf8.count
        switch function.runtime {
        case .nodeText, .nodeJSON:
            return [
                FrameSample(
                    function: "Client._handleErrorMessage", file: "/var/task/node_modules/pg/lib/client.js", line: 132, column: 20
                ),
                FrameSample(function: "\(step)Record", file: "/var/task/src/\(step).js", line: line, column: 11),
                FrameSample(function: "async handle", file: "/var/task/src/\(function.name).js", line: line + 30, column: 20),
                FrameSample(function: "async Runtime.handler", file: "/var/task/index.js", line: 12, column: 18),
                FrameSample(
                    function: "Runtime.handleOnceNonStreaming", file: "file:///var/runtime/index.mjs", line: 1173, column: 29),
            ]
        case .pythonText, .pythonJSON:
            return [
                FrameSample(
                    function: "execute", file: "/opt/python/lib/python3.12/site-packages/store/session.py", line: 411, column: 0,
                    code: "raise translate(error)"),
                FrameSample(
                    function: "\(step)_record", file: "/var/task/shop/\(step).py", line: line, column: 0,
                    code: "session.execute(statement)"),
                FrameSample(
                    function: "handler", file: "/var/task/\(function.pythonModule).py", line: line + 12, column: 0,
                    code: "return \(step)_record(event)"),
            ]
        case .java:
            return [
                FrameSample(function: "com.example.shop.Store.\(step)", file: "Store.java", line: line, column: 0),
                FrameSample(function: "com.example.shop.Handler.handleRequest", file: "Handler.java", line: line + 9, column: 0),
                FrameSample(
                    function: "java.base/jdk.internal.reflect.DirectMethodHandleAccessor.invoke", file: "Unknown Source", line: 0,
                    column: 0),
            ]
        case .dotnet:
            return [
                FrameSample(function: "Example.Shop.Store.\(step)(String id)", file: "/src/Store.cs", line: line, column: 0),
                FrameSample(
                    function: "Example.Shop.Function.Handler(APIGatewayProxyRequest request, ILambdaContext context)",
                    file: "/src/Function.cs", line: line + 14, column: 0),
                FrameSample(function: "lambda_method1(Closure, Stream, ILambdaContext, Stream)", file: "", line: 0, column: 0),
            ]
        case .go:
            return [
                FrameSample(function: "(*Store).\(step)", file: "github.com/example/avatar/store.go", line: line, column: 0),
                FrameSample(function: "handler", file: "github.com/example/avatar/main.go", line: line + 7, column: 0),
            ]
        }
    }
}

extension FunctionSpec {
    /// `update-order` is `update_order.py`.
    var pythonModule: String { name.split(separator: "-").joined(separator: "_") }
}
