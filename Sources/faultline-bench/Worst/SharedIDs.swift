// N things that share an id or a time, or stand in no order, where an honest night tells them apart.

extension WorstInput {
    static var sharedIDs: [WorstInput] {
        [
            WorstInput(name: "requests with one id", unit: "requests", smallest: 25_000) { size in
                [("access.json", rows(size) { WorstRow(requestID: "chosen", time: worstStart + Int64($0)) })]
            },
            WorstInput(name: "requests and execution logs with one request id", unit: "requests", smallest: 5_000) { size in
                [
                    (
                        "access.json",
                        rows(size) {
                            WorstRow(requestID: worstID(0, kind: 1), extendedID: "Ext\($0)IAMFq=", time: worstStart + Int64($0))
                        }
                    ),
                    ("execution.json", executions(size)),
                ]
            },
            WorstInput(name: "requests that name one failing run", unit: "requests", smallest: 25_000) { size in
                let run = worstID(0, kind: 2)
                let access = rows(size) {
                    WorstRow(requestID: worstID($0, kind: 1), time: worstStart + Int64($0), run: run)
                }
                return [
                    ("access.json", access),
                    ("runs.json", runs(1) { _ in worstRun(run, printing: [worstError(run, message: "x")]) }),
                ]
            },
            WorstInput(name: "runs that logged one gateway id", unit: "runs", smallest: 5_000) { size in
                let access = rows(size) { WorstRow(requestID: worstID(0, kind: 1), time: worstStart + Int64($0)) }
                let runs = runs(size) { number in
                    let id = worstID(number, kind: 2)
                    let line = "2026-03-12T09:14:00.002Z\t\(id)\tINFO\t{\"correlation_id\":\"\(worstID(0, kind: 1))\"}"
                    return worstRun(id, at: worstStart + Int64(number), printing: [line])
                }
                return [("access.json", access), ("runs.json", runs)]
            },
            WorstInput(name: "failing runs with one id", unit: "runs", smallest: 100) { size in
                let id = worstID(0, kind: 2)
                return [
                    (
                        "runs.json",
                        runs(size) { worstRun(id, at: worstStart + Int64($0) * 1000, printing: [worstError(id, message: "x")]) }
                    )
                ]
            },
            WorstInput(name: "requests in no order of time", unit: "requests", smallest: 25_000) { size in
                [
                    (
                        "access.json",
                        rows(size) { WorstRow(requestID: worstID($0, kind: 1), time: worstStart + Int64($0 * 7919 % size)) }
                    )
                ]
            },
            WorstInput(name: "requests without ids of their runs, all at once", unit: "requests", smallest: 5_000) { size in
                let known = worstID(0, kind: 2)
                var access: [UInt8] = []
                WorstRow(requestID: "known", run: known, latency: 9).append(to: &access)
                for number in 0..<size {
                    var row: [UInt8] = []
                    WorstRow(requestID: worstID(number, kind: 1), time: worstStart, latency: 900).append(to: &row)
                    // Another API, whose rows do not tell.
                    access += String(decoding: row, as: UTF8.self).replacing("a1b2c3", with: "d4e5f6").utf8
                }
                var execution: [UInt8] = []
                appendExecution(worstID(0, kind: 1), api: "d4e5f6", at: worstStart, to: &execution)
                let runs = runs(size + 1) { worstRun(worstID($0, kind: 2), at: worstStart + Int64($0 % 100)) }
                return [("access.json", access), ("execution.json", execution), ("runs.json", runs)]
            },
            WorstInput(name: "lines of one failing run", unit: "lines", smallest: 10_000) { size in
                let run = worstID(0, kind: 2)
                let lines = (0..<size).map { "2026-03-12T09:14:00.002Z\t\(run)\tINFO\tline \($0)" }
                return [
                    ("access.json", rows(1) { _ in WorstRow(requestID: worstID(0, kind: 1), status: 502, run: run) }),
                    ("runs.json", runs(1) { _ in worstRun(run, printing: lines + [worstError(run, message: "x")]) }),
                ]
            },
        ]
    }

    static func rows(_ count: Int, _ row: (Int) -> WorstRow) -> [UInt8] {
        var text: [UInt8] = []
        for number in 0..<count { row(number).append(to: &text) }
        return text
    }

    /// A document each, all of one stream.
    static func runs(_ count: Int, _ run: (Int) -> [(time: Int64, message: String)]) -> [UInt8] {
        var text: [UInt8] = []
        for number in 0..<count { appendStream(run(number), to: &text) }
        return text
    }

    private static func executions(_ count: Int) -> [UInt8] {
        var text: [UInt8] = []
        for number in 0..<count {
            appendExecution(worstID(0, kind: 1), extendedID: "Ext\(number)IAMFq=", at: worstStart + Int64(number), to: &text)
        }
        return text
    }

    private static func appendExecution(
        _ id: String, api: String = "a1b2c3", extendedID: String = "Ext0IAMFq=", at time: Int64, to text: inout [UInt8]
    ) {
        let lines = [
            "Extended Request Id: \(extendedID)", "Starting execution for request: \(id)",
            "HTTP Method: GET, Resource Path: /users/{id}",
            "Endpoint request URI: https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:users-get/invocations",
            "Method completed with status: 200",
        ]
        appendStream(
            group: "API-Gateway-Execution-Logs_\(api)/prod", stream: "0123456789abcdef0123456789abcdef",
            lines.map { (time, "(\(id)) \($0)") }, to: &text)
    }
}
