// What the platform's own lines say about the end of a run: REPORT, INIT_REPORT, fault lines, in text and in JSON.

import Model

struct PlatformSigns {
    private(set) var timeout: EvidenceLine?
    private(set) var timedOutReport: EvidenceLine?
    private(set) var failedReport: EvidenceLine?
    private(set) var failedInit: EvidenceLine?
    private(set) var failedInitDuringInvoke: EvidenceLine?
    private(set) var killed: EvidenceLine?
    private(set) var exit: EvidenceLine?
    private(set) var tooLarge: EvidenceLine?
    private(set) var errorType: String?
    /// A JSON report says `success`; a text REPORT never says so.
    private(set) var reportedSuccess = false

    init(_ lines: [EvidenceLine]) {
        for line in lines {
            if line.source != .platformLog {
                if line.text.holds("Failed to post handler success response. Http response code: 413") { tooLarge = line }
                continue
            }
            if line.isInitReport {
                readInit(line)
            } else if line.isReport {
                readReport(line)
            } else if line.text.holds(" Task timed out after ") {
                timeout = line
            } else if line.text.holds(responseTooLargeText) {
                tooLarge = line
            } else if line.text.holds("signal: killed") || line.text.holds("Runtime.OutOfMemory") {
                killed = line
            } else if line.isExit {
                exit = line
            }
        }
    }

    var saysFailed: Bool {
        timeout != nil || timedOutReport != nil || failedReport != nil || killed != nil || exit != nil || tooLarge != nil
            || failedInitDuringInvoke != nil
    }

    private mutating func readReport(_ line: EvidenceLine) {
        switch line.platformStatus {
        case "timeout":
            timedOutReport = line
        case "error", "failure":
            failedReport = line
            let type = line.platformErrorType
            if type == "Function.ResponseSizeTooLarge" { tooLarge = line }
            if type == "Runtime.OutOfMemory" { killed = killed ?? line }
            errorType = type ?? errorType
        case "success":
            reportedSuccess = true
        default:
            break
        }
    }

    private mutating func readInit(_ line: EvidenceLine) {
        guard let status = line.platformStatus, status != "success" else { return }
        failedInit = line
        if line.text.holds("Phase: invoke") || line["record.phase"] == "invoke" { failedInitDuringInvoke = line }
    }
}

extension EvidenceLine {
    var isReport: Bool {
        source == .platformLog
            && (text.hasPrefix("REPORT RequestId:") || self["type"] == "platform.report"
                || self["type"] == "platform.runtimeDone")
    }

    var isInitReport: Bool {
        source == .platformLog && (text.hasPrefix("INIT_REPORT") || self["type"] == "platform.initReport")
    }

    /// `timeout`, `error`, `failure`, `success`; nil when the line does not say.
    var platformStatus: String? {
        if let status = self["record.status"] ?? self["status"] { return status }
        return text.text(after: "Status: ").map { String($0.prefix { $0.isLetter }) }
    }

    var platformErrorType: String? {
        if let type = self["record.errorType"] ?? self["errorType"] { return type }
        return text.text(after: "Error Type: ").map { String($0.prefix { !$0.isWhitespace }) }
    }

    var isExit: Bool {
        source == .platformLog
            && (text.holds("Runtime exited") || text.holds("Process exited before completing request")
                || text.holds("Runtime.ExitError") || text.holds("Error: fork/exec"))
    }

    /// `exit status 1` of `RequestId: <id> Error: Runtime exited with error: exit status 1`.
    var exitReason: String {
        let line = (self["record"] ?? text).firstLine
        return line.text(after: "Runtime exited with error: ") ?? line.text(after: " Error: ")
            ?? (line.holds("Process exited before completing request") ? "no reason given" : line)
    }
}
