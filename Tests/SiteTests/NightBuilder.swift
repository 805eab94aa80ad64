// A night made by hand that has every kind of failure page.

import Model
import Redaction
import Site

/// Builds failures one after another and the report that goes with them.
struct NightBuilder {
    static let since = Timestamp(year: 2026, month: 3, day: 11, hour: 22)
    static let bucketMs: Int64 = 300_000
    static let buckets = 96

    var failures: [Failure] = []

    /// Adds a failure `minutes` after the start of the range.
    mutating func add(
        _ cause: Cause, minutes: Double, status: Int? = nil, endpoint: String? = "POST /orders",
        function: String? = "orders-create",
        group: String = "aaaaaaaaaaaa", change: (inout Failure) -> Void = { _ in }
    ) {
        let time = Self.since + Int64(minutes * 60_000)
        let number = failures.count + 1
        let digits = String(number, radix: 16)
        let id = String(repeating: "0", count: 32 - digits.count - 4) + digits + "00ab"
        let proof = ProofLine(
            source: .functionLog, line: "ERROR order not created", place: EventPlace(input: 1, event: 2),
            meaning: "the function logged it")
        var failure = Failure(
            id: id, time: time,
            verdict: Verdict(
                cause: cause, confidence: .certain, sentence: "The code failed and the client got an error.", proof: [proof]))
        failure.endpoint = endpoint
        failure.function = function
        failure.group = group
        if let status {
            var request = RequestDetails()
            request.id = "6e1f0a52-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
            request.extendedID = "Yx3kQEo5DoEEJ\(number)="
            request.kind = .rest
            request.api = "a1b2c3d4e5"
            request.stage = "prod"
            request.method = endpoint.map { String($0.prefix { $0 != " " }) } ?? "GET"
            request.route = endpoint.map { String($0.drop { $0 != " " }.dropFirst()) }
            request.path = request.route ?? "/nothing/here"
            request.status = status
            request.latencyMs = 6381
            request.integrationLatencyMs = 6360
            request.authorizerLatencyMs = 14
            request.functionStatus = 500
            request.responseType = nil
            request.userAgent = "okhttp/4.12.0"
            request.sourceIP = "203.0.113.7"
            request.responseBytes = 71
            failure.request = request
        }
        if let function {
            var run = InvocationDetails(
                id: "9b6f04e1-0000-4000-8000-0000000000\(number < 16 ? "0" : "")\(digits)", function: function)
            run.version = "88"
            run.start = time + 20
            run.end = time + 6361
            run.durationMs = 6341.22
            run.billedMs = 6342
            run.memoryMB = 512
            run.memoryUsedMB = 141
            run.status = .success
            run.logGroup = "/aws/lambda/\(function)"
            run.logStream = "2026/03/12/[88]5f1e0c7a"
            failure.invocation = run
            failure.link = .integrationRequestID
        }
        failure.lines = lines(at: time)
        failure.strip = strip
        change(&failure)
        failures.append(failure)
    }

    private func lines(at time: Timestamp) -> [FailureLine] {
        func line(_ role: LineRole, _ source: LogSource, _ ms: Int64, _ level: LogLevel?, _ text: String, _ event: UInt32)
            -> FailureLine
        {
            FailureLine(
                role: role,
                line: EvidenceLine(
                    source: source, time: time + ms, level: level, text: text, message: text, fields: [],
                    place: EventPlace(input: source == .accessLog ? 0 : 1, event: event)))
        }
        var proof = line(.function, .functionLog, 2400, .error, "ERROR order not created", 2)
        proof.proof = 1
        return [
            line(.gateway, .accessLog, 0, nil, #"{"status":"500","httpMethod":"POST"}"#, 0),
            line(.function, .platformLog, 20, nil, "START RequestId: 9b6f04e1 Version: 88", 1),
            proof,
            line(.function, .platformLog, 6361, nil, "REPORT RequestId: 9b6f04e1 Duration: 6341.22 ms", 3),
        ]
    }

    private var strip: [StripLayer] {
        [
            StripLayer(name: "Client", state: .fine, what: "sent the request", ms: 0),
            StripLayer(name: "WAF", state: .notConfigured, what: "no web ACL", ms: nil),
            StripLayer(name: "Gateway", state: .fine, what: "body valid", ms: 7),
            StripLayer(name: "Authorizer", state: .fine, what: "allowed", ms: 14),
            StripLayer(name: "Function", state: .broke, what: "answered 500, reported success", ms: 6341),
            StripLayer(name: "Response", state: .carried, what: "passed on as it was", ms: nil),
        ]
    }
}

extension NightBuilder {
    /// One failure of every kind that has a form of its own.
    static var everyKind: NightBuilder {
        var night = NightBuilder()
        night.add(.handledError, minutes: 10, status: 500) { failure in
            var error = ErrorDetails(
                type: "PaymentGatewayError", message: "charge failed after 3 attempts", runtime: "nodejs",
                raw: "PaymentGatewayError: charge failed after 3 attempts\n    at charge (src/payments/client.js:88:13)",
                caught: true)
            error.frames = [
                ErrorFrame(function: "charge", file: "src/payments/client.js", line: 88, column: 13, own: true),
                ErrorFrame(
                    function: "process.processTicksAndRejections", file: "node:internal/process", line: 95, column: 5, own: false),
            ]
            var cause = ErrorDetails(
                type: "HeadersTimeoutError", message: "Headers Timeout Error", runtime: "nodejs", raw: "", caught: true)
            cause.frames = [ErrorFrame(function: "onTimeout", file: "undici/util.js", line: 5, column: nil, own: false)]
            error.causes = [cause]
            failure.error = error
        }
        night.add(.handledError, minutes: 11, status: 500)
        night.add(.invalidBody, minutes: 20, status: 400, function: nil, group: "bbbbbbbbbbbb") { failure in
            failure.request?.responseType = "BAD_REQUEST_BODY"
            failure.request?.message = "[object has missing required properties ([\"currency\"])]"
            failure.invocation = nil
            failure.link = nil
            failure.strip[4].state = .notReached
        }
        night.add(
            .initFailed, minutes: 30, status: 502, endpoint: "GET /users/{id}", function: "users-get", group: "cccccccccccc"
        ) { failure in
            failure.invocation?.status = .error
            failure.invocation?.coldStart = true
            failure.invocation?.initMs = 812.5
        }
        night.add(
            .functionTimeout, minutes: 40, status: 504, endpoint: "GET /users/{id}", function: "users-get", group: "dddddddddddd"
        ) { failure in
            failure.invocation?.status = .timeout
            failure.lastSign = LastSign(
                place: EventPlace(input: 1, event: 2), text: "ERROR order not created", time: failure.time + 2400, silenceMs: 3961
            )
        }
        night.add(.integrationTimeout, minutes: 50, status: 504, group: "eeeeeeeeeeee") { failure in
            failure.afterwards = "The function finished 5,211 ms later, with success."
        }
        night.add(.hiddenFailure, minutes: 60, status: 200, group: "ffffffffffff") { $0.invocation?.status = .error }
        night.add(.backgroundFailure, minutes: 70, endpoint: nil, function: "queue-worker", group: "111111111111") { failure in
            failure.invocation?.status = .error
            failure.link = nil
        }
        night.add(.routeNotFound, minutes: 80, status: 404, endpoint: nil, function: nil, group: "222222222222") { failure in
            failure.request?.responseType = "MISSING_AUTHENTICATION_TOKEN"
            failure.invocation = nil
            failure.strip[4].state = .notReached
        }
        night.add(.authorizerCrashed, minutes: 90, status: 500, function: nil, group: "333333333333") { failure in
            var run = InvocationDetails(id: "40c70000-0000-4000-8000-000000000001", function: "session-authorizer")
            run.status = .error
            run.durationMs = 9.81
            run.start = failure.time + 2
            failure.authorizer = run
            failure.strip[4].state = .notReached
        }
        night.add(.unknown, minutes: 100, status: 502, group: "444444444444") { failure in
            failure.invocation = nil
            failure.verdict.missing = ["the execution log of this API", "the function's log"]
            failure.verdict.confidence = .likely
            failure.verdict.proof = []
            failure.strip[4].state = .noLog
            failure.lines = []
        }
        return night
    }
}
