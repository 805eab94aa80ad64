import Ingest
import Model
import Testing

@Suite struct RuntimeLineTests {
    private func run(_ line: String) -> InvocationFact {
        scanned([TestEvent(0, "START RequestId: \(uuid(1)) Version: 7"), TestEvent(1, line)]).invocations[0]
    }

    private func gatewayID(_ line: String) -> ID128 {
        let facts = scanned([TestEvent(0, "START RequestId: \(uuid(1)) Version: 7"), TestEvent(1, line)])
        return facts.extras(of: facts.invocations[0]).gatewayID
    }

    @Test(arguments: [
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tERROR\tInvoke Error \t{\"errorType\":\"OrderError\",\"errorMessage\":\"gone\",\"stack\":[]}",
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tERROR\tUnhandled Promise Rejection \t{\"errorType\":\"Runtime.UnhandledPromiseRejection\"}",
        "[ERROR] KeyError: 'order_id'\nTraceback (most recent call last):\n\u{a0}\u{a0}File \"/var/task/app.py\", line 25, in handler",
        "[ERROR] KeyError: 'order_id'\rTraceback (most recent call last):\r",
        "stock gone: com.acme.OrderException\ncom.acme.OrderException: stock gone\n\tat com.acme.Handler.handle(Handler.java:28)\n",
        "2026-03-12T09:14:05.123Z\t\(uuid(1))\tfail\tSystem.InvalidOperationException: gone\n   at Acme.F.H() in /src/F.cs:line 2\n   at Amazon.Lambda.RuntimeSupport.B.I()",
        "2026/03/12 09:14:05 {\"errorMessage\":\"stock gone\",\"errorType\":\"errorString\"}",
        "Error raised from handler method", "Critical exception from handler",
        "ERROR Lambda runtime invoke{requestId=\"\(uuid(1))\" xrayTraceId=\"Root=1-69b28a1d-00112233445566778899aabb\"}: user handler panicked error=Any { .. }",
        #"{"timestamp":"2026-03-12T09:14:05Z","log_level":"ERROR","errorMessage":"gone","errorType":"KeyError","requestId":"\#(uuid(1))","stackTrace":["  File"]}"#,
        #"{"timestamp":"2026-03-12T09:14:05.128Z","level":"ERROR","requestId":"\#(uuid(1))","message":{"errorType":"UnhandledPromiseRejection","errorMessage":"boom"}}"#,
        #"{"timestamp":"2026-03-12T09:14:05.128Z","level":"UNDEFINED","AWSRequestId":"\#(uuid(1))","message":"gone: com.acme.X\ncom.acme.X: gone\n\tat com.acme.H.h(H.java:2)\n"}"#,
    ])
    func `a runtime's uncaught-error event is a fault`(line: String) {
        let fact = run(line)
        #expect(fact.fault == .uncaughtError)
        #expect(fact.errorLines == 1)
    }

    @Test(arguments: [
        (
            "[ERROR] Runtime.ImportModuleError: Unable to import module 'app': No module named 'x'\nTraceback (most recent call last):",
            InvocationFault.initError
        ),
        ("Class not found: com.acme.Handler: java.lang.ClassNotFoundException\njava.lang.ClassNotFoundException: x", .initError),
        ("Init error when loading handler app.handler", .initError),
        ("[ERROR] MemoryError: \nTraceback (most recent call last):", .outOfMemory),
        ("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", .outOfMemory),
        (
            "Java heap space: java.lang.OutOfMemoryError\njava.lang.OutOfMemoryError: Java heap space\n\tat a.B.c(B.java:1)",
            .outOfMemory
        ),
        ("fatal error: runtime: out of memory", .outOfMemory),
    ])
    func `the type of an uncaught error tells init and memory apart`(line: String, fault: InvocationFault) {
        #expect(run(line).fault == fault)
    }

    @Test(arguments: [
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tERROR\tOrderError: gone\n    at f (/var/task/index.js:5:9)",
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tERROR\tInvoke Error is what I log",
        "[ERROR]\t2026-03-12T09:14:05.128Z\t\(uuid(1))\tfailed\nTraceback (most recent call last):\n  File \"/var/task/app.py\", line 2",
        "[ERROR] stock is low", "2026-03-12 09:14:05 \(uuid(1)) ERROR Handler - gone",
        "2026-03-12T09:14:05.123Z\t\(uuid(1))\tfail\tSystem.Exception: gone\n   at Acme.F.H() in /src/F.cs:line 2",
        "E, [2026-03-12T09:14:05.123456 #8] ERROR \(uuid(1)) -- : gone",
        "ERROR Lambda runtime invoke{requestId=\"\(uuid(1))\"}: gone",
        "2026-03-12T09:14:05+0000 error LambdaRuntime: aws-request-id=\(uuid(1)) [App] gone",
        #"{"timestamp":"2026-03-12T09:14:05Z","level":"ERROR","message":"gone","logger":"root","errorType":"KeyError","stackTrace":["a"],"requestId":"\#(uuid(1))"}"#,
        #"{"timestamp":"2026-03-12T09:14:05.128Z","level":"ERROR","requestId":"\#(uuid(1))","message":{"errorType":"OrderError","stackTrace":[]}}"#,
        #"{"level":"ERROR","location":"h:1","message":"gone","timestamp":"2026-03-12 09:14:05,154+0000","service":"shop","function_request_id":"\#(uuid(1))","exception_name":"KeyError"}"#,
        #"{"timestamp":"2026-03-12T09:14:05.123Z","level":"Error","requestId":"\#(uuid(1))","message":"gone","errorType":"System.Exception","stackTrace":["at Acme.F.H()"]}"#,
        #"{"level":"ERROR","fields":{"message":"gone"},"span":{"requestId":"\#(uuid(1))","name":"Lambda runtime invoke"}}"#,
        #"{"timestamp":"2026-03-12T09:14:05.5Z","level":"ERROR","message":"gone","source":"App","requestId":"\#(uuid(1))","traceId":"Root=1-69b28a1d-00112233445566778899aabb"}"#,
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tINFO\t{\"level\":\"ERROR\",\"message\":\"gone\",\"function_request_id\":\"\(uuid(1))\"}",
    ])
    func `an error that the code logs counts as an error line and is no fault`(line: String) {
        let fact = run(line)
        #expect(fact.fault == .none)
        #expect(fact.errorLines == 1)
        #expect(fact.warningLines == 0)
    }

    @Test(arguments: [
        "[WARNING]\t2026-03-12T09:14:05.128Z\t\(uuid(1))\tlow", "2026-03-12T09:14:05.123Z\t\(uuid(1))\twarn\tlow", "WARN: low",
        #"{"timestamp":"2026-03-12T09:14:05.123Z","level":"Warning","requestId":"\#(uuid(1))","message":"low"}"#,
    ])
    func `a warning counts as one in every runtime`(line: String) {
        #expect(run(line).warningLines == 1)
    }

    @Test(arguments: [
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tINFO\t{\"resource\":\"/a\",\"requestContext\":{\"stage\":\"prod\",\"requestId\":\"\(uuid(9))\"}}",
        "2026-03-12T09:14:05.128Z\t\(uuid(1))\tINFO\tevent {\n  requestContext: {\n    stage: 'prod',\n    requestId: '\(uuid(9))',\n  }\n}",
        "{'resource': '/a', 'requestContext': {'stage': 'prod', 'requestId': '\(uuid(9))'}}",
        #"{"level":"INFO","message":"x","function_request_id":"\#(uuid(1))","correlation_id":"\#(uuid(9))","xray_trace_id":"1-69b28a1d-00112233445566778899aabb"}"#,
        #"{"timestamp":"2026-03-12T09:14:05.128Z","level":"INFO","requestId":"\#(uuid(1))","message":{"requestContext":{"requestId":"\#(uuid(9))"}}}"#,
        #"{"timestamp":"2026-03-12T09:14:05.128Z","level":"INFO","requestId":"\#(uuid(1))","message":{"headers":{"x-amzn-lambda-integration-tag":"\#(uuid(9))"}}}"#,
    ])
    func `the gateway's id is found in a logged event`(line: String) {
        #expect(gatewayID(line) == ID128(uuid(9)))
    }

    @Test func `an id beside a folded request context is not the gateway's`() {
        let line = "2026-03-12T09:14:05.128Z\t\(uuid(1))\tINFO\tevent { requestContext: [Object], requestId: '\(uuid(9))' }"
        #expect(gatewayID(line) == .none)
    }
}
