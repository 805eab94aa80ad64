// Platform lines of the text log format, and the uncaught-error events of the runtimes that use it.

private let runtimeARN =
    "arn:aws:lambda:eu-central-1::runtime:"
    + "0000000000000000000000000000000000000000000000000000000000000022"

extension RunLines {
    mutating func writeText(_ random: inout SplitMix64) {
        if run.coldStart { writeInit(&random) }
        put("START RequestId: \(run.id) Version: \(run.versionLabel)\n", at: run.start)
        writeApplicationLines(&random)
        if run.fault == .exception || run.fault == .initFailure { writeUncaught(at: run.end, duringInit: false) }
        writeDeath()
        put("END RequestId: \(run.id)\n", at: run.end)
        put(report, at: run.end)
        if case .timeout(announced: true) = run.fault {
            put(
                "\(isoTime(run.end)) \(run.id) Task timed out after \(function.timeoutMs / 1000).00 seconds\n\n", at: run.end)
        }
    }

    private var runtimeName: String {
        switch function.runtime {
        case .nodeText, .nodeJSON: "nodejs:22.v40"
        case .pythonText, .pythonJSON: "python:3.12.v71"
        case .java: "java:21.v30"
        case .dotnet: "dotnet:8.v24"
        case .go: "provided:al2023.v90"
        }
    }

    private func writeInit(_ random: inout SplitMix64) {
        put("INIT_START Runtime Version: \(runtimeName)\tRuntime Version ARN: \(runtimeARN)\n", at: initStart)
        if run.fault == .initFailure {
            writeUncaught(at: initStart + 40, duringInit: true)
            put(
                "INIT_REPORT Init Duration: \(hundredths(run.initDuration)) ms\tPhase: init\tStatus: error\t"
                    + "Error Type: \(platformErrorType ?? "Runtime.Unknown")\n", at: run.start - 1)
        } else if function.runtime == .java {
            put("Picked up JAVA_TOOL_OPTIONS: -XX:+TieredCompilation -XX:TieredStopAtLevel=1\n", at: initStart + 20)
        } else if function.runtime == .nodeText, random.chance(0.5) {
            put("\(isoTime(run.start - 2))\tundefined\tINFO\tconfiguration loaded for stage prod\n", at: run.start - 2)
        }
    }

    private func writeDeath() {
        switch run.fault {
        case .outOfMemory(killed: true):
            put("RequestId: \(run.id) Error: Runtime exited with error: signal: killed\nRuntime.ExitError\n", at: run.end)
        case .exit:
            put("RequestId: \(run.id) Error: Runtime exited with error: exit status 1\nRuntime.ExitError\n", at: run.end)
        case .responseTooLarge:
            put(
                "LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413. "
                    + "{\"errorMessage\":\"Exceeded maximum allowed payload size (6291556 bytes).\","
                    + "\"errorType\":\"RequestEntityTooLarge\"}\n", at: run.end)
        case .none, .exception, .initFailure, .timeout, .outOfMemory(killed: false): break
        }
    }

    private var report: String {
        var text = "REPORT RequestId: \(run.id)\tDuration: \(hundredths(run.duration)) ms\tBilled Duration: \(billedMs) ms\t"
        text += "Memory Size: \(function.memoryMB) MB\tMax Memory Used: \(memoryUsedMB) MB\t"
        if run.coldStart, run.fault != .initFailure { text += "Init Duration: \(hundredths(run.initDuration)) ms\t" }
        if case .timeout = run.fault {
            text += "Status: timeout"
        } else if let type = platformErrorType {
            text += "Status: error\tError Type: \(type)"
        }
        text += "\n"
        if let trace = run.traceID, function.traced {
            text += "XRAY TraceId: \(trace)\tSegmentId: \(run.id.prefix(8))\(run.id.suffix(8))\tSampled: true\t\n"
        }
        return text
    }

    private func writeUncaught(at time: Int64, duringInit: Bool) {
        guard let error = run.error else { return }
        switch function.runtime {
        case .nodeText, .nodeJSON:
            let label = run.fault == .initFailure ? "Uncaught Exception" : "Invoke Error"
            put(
                "\(isoTime(time))\t\(duringInit ? "undefined" : run.id)\tERROR\t\(label) \t{\"errorType\":\(json(error.type)),"
                    + "\"errorMessage\":\(json(error.message)),\"stack\":\(json(error.nodeStack))}\n", at: time)
        case .pythonText, .pythonJSON:
            if duringInit {
                put(
                    "[WARNING]\t\(isoTime(time))\t\tLAMBDA_WARNING: Unhandled exception. The most likely cause is an issue in the "
                        + "function code. However, in rare cases, a Lambda runtime update can cause unexpected function "
                        + "behavior.\n", at: time)
            }
            let frames = error.pythonFrames(space: "\u{A0}").joined()
            put("[ERROR] \(error.bareType): \(error.message)\nTraceback (most recent call last):\n" + frames, at: time)
        case .java:
            put("\(error.message): \(error.type)\n\(error.javaStack)\n", at: time)
        case .dotnet:
            put("\(isoTime(time))\t\(run.id)\tfail\t\(error.dotnetStack)\n\(dotnetRuntimeFrames)\n", at: time)
        case .go:
            let seconds = isoTime(time).prefix(19).map { $0 == "-" ? "/" : $0 == "T" ? " " : String($0) }.joined()
            put("\(seconds) {\"errorMessage\":\(json(error.message)),\"errorType\":\(json(error.type))}\n", at: time)
        }
    }
}
