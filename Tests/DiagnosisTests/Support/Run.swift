// One run of a function as a test states it: its fact and the lines of its log.

import Model

struct Run {
    var function: String
    var fault = InvocationFault.none
    var status = InvocationStatus.unknown
    var durationMs: Int32 = 41
    var memoryMB: Int32 = 256
    var memoryUsedMB: Int32 = 91
    var hasReport = true
    var attempt: UInt8 = 1
    /// From the gateway's receipt to the end of the run.
    var endsAfterMs: Int64 = 50
    var lines: [Line] = []

    init(_ function: String, _ fault: InvocationFault = .none, _ lines: Line...) {
        self.function = function
        self.fault = fault
        self.lines = lines
    }

    func with(_ change: (inout Run) -> Void) -> Run {
        var copy = self
        change(&copy)
        return copy
    }

    func fact(id: String, _ names: inout NameTable) -> InvocationFact {
        var fact = InvocationFact()
        fact.id = ID128(id)
        fact.function = names.intern(function)
        fact.logGroup = names.intern("/aws/lambda/\(function)")
        fact.start = receipt + 5
        fact.end = hasReport ? receipt + endsAfterMs : .unknown
        fact.hasStart = true
        fact.hasReport = hasReport
        fact.durationHundredths = hasReport ? durationMs * 100 : -1
        fact.memoryMB = memoryMB
        fact.memoryUsedMB = memoryUsedMB
        fact.fault = fault
        fact.status = status
        fact.attempt = attempt
        return fact
    }

    func evidence(input: UInt32) -> [EvidenceLine] {
        lines.enumerated().map { number, line in
            var evidence = EvidenceLine(
                source: line.source, time: receipt + (line.atMs ?? Int64(5 + number)), level: line.level, text: line.text,
                message: line.message ?? line.text, fields: line.fields,
                place: EventPlace(input: input, event: UInt32(number)))
            evidence.duringInit = line.duringInit
            return evidence
        }
    }
}

struct Line {
    var source: LogSource
    var level: LogLevel?
    var text: String
    var message: String?
    var fields: [LogField] = []
    var duringInit = false
    var atMs: Int64?

    static let start = platform("START RequestId: \(runID) Version: $LATEST")
    static let report = platform(
        "REPORT RequestId: \(runID)\tDuration: 41.00 ms\tBilled Duration: 42 ms\tMemory Size: 256 MB\tMax Memory Used: 91 MB\t")

    static func platform(_ text: String, _ fields: KeyValuePairs<String, String> = [:]) -> Line {
        Line(source: .platformLog, level: nil, text: text, fields: fields.map { LogField(name: $0.key, value: $0.value) })
    }

    static func plain(_ text: String, atMs: Int64? = nil) -> Line {
        Line(source: .functionLog, level: nil, text: text, atMs: atMs)
    }

    /// A line of Node.js's console: time, id, level and message with tabs.
    static func console(_ level: LogLevel, _ message: String, _ fields: KeyValuePairs<String, String> = [:]) -> Line {
        Line(
            source: .functionLog, level: level, text: "2026-03-12T09:14:05.128Z\t\(runID)\t\(level.word)\t\(message)",
            message: message, fields: fields.map { LogField(name: $0.key, value: $0.value) })
    }

    /// A structured line.
    static func json(_ level: LogLevel?, _ fields: KeyValuePairs<String, String>) -> Line {
        let list = fields.map { LogField(name: $0.key, value: $0.value) }
        let text = "{" + list.map { "\"\($0.name)\":\"\($0.value)\"" }.joined(separator: ",") + "}"
        return Line(
            source: .functionLog, level: level, text: text, message: list.first { $0.name == "message" }?.value, fields: list)
    }

    func inInit() -> Line {
        var copy = self
        copy.duringInit = true
        return copy
    }

    func at(_ ms: Int64) -> Line {
        var copy = self
        copy.atMs = ms
        return copy
    }
}

/// Node.js's event for an error that its handler threw.
let nodeInvokeError = Line.console(
    .error,
    "Invoke Error \t{\"errorType\":\"OrderError\",\"errorMessage\":\"stock gone\",\"stack\":[\"OrderError: stock gone\"]}",
    [
        "errorType": "OrderError", "errorMessage": "stock gone",
        "stack": "OrderError: stock gone\n    at exports.handler (/var/task/index.js:5:9)",
    ])
