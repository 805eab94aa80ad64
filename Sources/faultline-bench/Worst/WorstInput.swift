// An input made to hurt, in any size: what `faultline-bench worst` measures.

/// Files of a night by their names, which tell the time of a run by their size.
typealias NightFiles = [(name: String, bytes: [UInt8])]

struct WorstInput {
    /// As the table names it.
    var name: String
    /// What its size counts, with the smallest size measured.
    var unit: String
    var smallest: Int
    var gzip = false
    var files: (_ size: Int) -> NightFiles

    /// Every one, in the order of a run's stages.
    static var all: [WorstInput] { compressed + lines + sharedIDs + manyNames }
}

/// The time of the made-up nights: 2026-03-12 09:14:00 UTC.
let worstStart: Int64 = 1_773_306_840_000

/// `kind` keeps the ids of requests, runs and others apart.
func worstID(_ number: Int, kind: Int) -> String {
    let digits = String(number, radix: 16)
    return "\(kind)0000000-0000-4000-8000-\(String(repeating: "0", count: 12 - digits.count))\(digits)"
}

/// A row of a REST API's access log; nil leaves a field out.
struct WorstRow {
    var requestID: String
    var extendedID: String?
    var time = worstStart
    var path = "/users/{id}"
    var status = 200
    var run: String?
    var agent: String?
    var latency: Int?

    func append(to text: inout [UInt8]) {
        text.append(
            "{\"requestId\":\"\(requestID)\",\"requestTimeEpoch\":\"\(time)\",\"httpMethod\":\"GET\",\"resourcePath\":\"\(path)\""
        )
        text.append(",\"status\":\"\(status)\",\"apiId\":\"a1b2c3\",\"stage\":\"prod\"")
        if let extendedID { text.append(",\"extendedRequestId\":\"\(extendedID)\"") }
        if let run { text.append(",\"integration.requestId\":\"\(run)\",\"integration.status\":\"200\"") }
        if let agent { text.append(",\"userAgent\":\"\(agent)\"") }
        if let latency { text.append(",\"responseLatency\":\"\(latency)\",\"integrationLatency\":\"\(latency)\"") }
        text.append("}\n")
    }
}

/// One document of a subscription: events of one stream.
func appendStream(
    group: String = "/aws/lambda/users-get", stream: String = "2026/03/12/[7]0123456789abcdef0123456789abcdef",
    _ events: [(time: Int64, message: String)], to text: inout [UInt8]
) {
    text.append("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"111122223333\",\"logGroup\":")
    text.appendJSON(group)
    text.append(",\"logStream\":")
    text.appendJSON(stream)
    text.append(",\"subscriptionFilters\":[\"all\"],\"logEvents\":[")
    for (number, event) in events.enumerated() {
        text.append(
            "\(number == 0 ? "" : ","){\"id\":\"\(eventID(LogEntry(time: event.time, order: number, stream: 0, message: event.message)))\",\"timestamp\":\(event.time),\"message\":"
        )
        text.appendJSON(event.message)
        text.append("}")
    }
    text.append("]}\n")
}

/// The platform's lines around what a run prints.
func worstRun(_ id: String, at time: Int64 = worstStart, printing lines: [String] = []) -> [(time: Int64, message: String)] {
    [(time, "START RequestId: \(id) Version: 7\n")] + lines.map { (time + 2, $0) } + [
        (time + 9, "END RequestId: \(id)\n"),
        (
            time + 9,
            "REPORT RequestId: \(id)\tDuration: 8.00 ms\tBilled Duration: 8 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n"
        ),
    ]
}

/// The line of an error that nobody caught.
func worstError(_ id: String, type: String = "TypeError", message: String) -> String {
    var text = Array("2026-03-12T09:14:00.002Z\t\(id)\tERROR\tInvoke Error \t{\"errorType\":\"\(type)\",\"errorMessage\":".utf8)
    text.appendJSON(message)
    text.append(",\"stack\":[\"\(type): x\",\"    at f (/var/task/a.js:1:2)\"]}")
    return String(decoding: text, as: UTF8.self)
}
