// The JSON log format: platform events and the lines of the Node.js and Python runtimes.

extension RunLines {
    mutating func writeJSON(_ random: inout SplitMix64) {
        if run.coldStart {
            platform(
                "initStart",
                "\"initializationType\":\"on-demand\",\"phase\":\"init\",\"runtimeVersion\":\"\(runtimeVersion)\","
                    + "\"functionName\":\"\(function.name)\",\"functionVersion\":\"\(run.versionLabel)\"", at: initStart)
            if run.fault == .initFailure {
                writeUncaughtJSON(at: initStart + 40, duringInit: true)
                platform(
                    "initReport",
                    "\"initializationType\":\"on-demand\",\"phase\":\"init\",\"status\":\"error\",\"errorType\":"
                        + "\"\(platformErrorType ?? "Runtime.Unknown")\",\"metrics\":{\"durationMs\":\(hundredths(run.initDuration))}",
                    at: run.start - 1)
            }
        }
        platform("start", "\"requestId\":\"\(run.id)\",\"version\":\"\(run.versionLabel)\"\(tracing)", at: run.start)
        writeApplicationJSON(&random)
        if run.fault == .exception || run.fault == .initFailure { writeUncaughtJSON(at: run.end, duringInit: false) }
        if case .responseTooLarge = run.fault {
            put("LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413.\n", at: run.end)
        }
        let failure = failureFields
        platform(
            "runtimeDone",
            "\"requestId\":\"\(run.id)\",\"status\":\"\(status)\"\(failure),\"metrics\":{\"durationMs\":\(hundredths(run.duration))}",
            at: run.end)
        let initField = run.coldStart && run.fault != .initFailure ? ",\"initDurationMs\":\(hundredths(run.initDuration))" : ""
        platform(
            "report",
            "\"requestId\":\"\(run.id)\",\"status\":\"\(status)\"\(failure),\"metrics\":{\"durationMs\":"
                + "\(hundredths(run.duration)),\"billedDurationMs\":\(billedMs),\"memorySizeMB\":\(function.memoryMB),"
                + "\"maxMemoryUsedMB\":\(memoryUsedMB)\(initField)}\(tracing)", at: run.end)
    }

    private var runtimeVersion: String { function.runtime == .nodeJSON ? "nodejs:22.v40" : "python:3.12.v71" }

    private var tracing: String {
        guard function.traced, let trace = run.traceID else { return "" }
        let span = run.id.prefix(8) + run.id.suffix(8)
        return
            ",\"tracing\":{\"spanId\":\"\(span)\",\"type\":\"X-Amzn-Trace-Id\",\"value\":\"Root=\(trace);Parent=\(span);Sampled=1\"}"
    }

    private var status: String {
        switch run.fault {
        case .none: "success"
        case .timeout: "timeout"
        case .outOfMemory, .exit: "failure"
        case .exception, .initFailure, .responseTooLarge: "error"
        }
    }

    private var failureFields: String {
        if let type = platformErrorType { return ",\"errorType\":\(json(type))" }
        if run.fault == .exception, let error = run.error { return ",\"errorType\":\(json(error.bareType))" }
        return ""
    }

    private func platform(_ type: String, _ record: String, at time: Int64) {
        put("{\"time\":\"\(isoTime(time))\",\"type\":\"platform.\(type)\",\"record\":{\(record)}}", at: time)
    }

    private func writeApplicationJSON(_ random: inout SplitMix64) {
        if run.fault == .initFailure { return }
        // A function that logs the gateway's id does so in its first line, whatever happens later.
        let least = function.logsCorrelationID || run.failed ? 1 : 0
        let count = least + random.below(max(1, 2 * linesPerRun))
        for index in 0..<count {
            let share = Double(index + 1) / Double(count + 1)
            var time = moment(share * 0.85)
            if case .timeout = run.fault { time = moment(share * 0.1) }
            let text = random.chance(0.01) ? random.leakedSecret() : random.progressLine()
            put(jsonLine(text, random.chance(0.04) ? .warning : .info, at: time), at: time)
        }
        if run.fault == .none, let error = run.error { writeCaughtJSON(error, at: moment(0.9)) }
    }

    private func jsonLine(_ text: String, _ level: LevelWord, at time: Int64) -> String {
        if function.runtime == .nodeJSON {
            return
                "{\"timestamp\":\"\(isoTime(time))\",\"level\":\"\(level.node)\",\"requestId\":\"\(run.id)\",\"message\":\(json(text))}"
        }
        return "{\"timestamp\":\"\(isoTime(time).prefix(19))Z\",\"level\":\"\(level.python)\",\"message\":\(json(text)),"
            + "\"logger\":\"root\",\"requestId\":\"\(run.id)\"\(correlation)}"
    }

    private var correlation: String {
        guard function.logsCorrelationID, let id = run.gatewayID else { return "" }
        return ",\"correlation_id\":\(json(id))"
    }

    private func writeCaughtJSON(_ error: ErrorSample, at time: Int64) {
        if function.runtime == .nodeJSON {
            put(
                "{\"timestamp\":\"\(isoTime(time))\",\"level\":\"ERROR\",\"requestId\":\"\(run.id)\",\"message\":"
                    + json("request failed " + error.nodeInspection) + ",\"errorType\":\(json(error.type)),"
                    + "\"errorMessage\":\(json(error.message)),\"stackTrace\":\(json(error.nodeStack))}", at: time)
        } else {
            put(
                "{\"timestamp\":\"\(isoTime(time).prefix(19))Z\",\"level\":\"ERROR\",\"message\":\"request failed\","
                    + "\"logger\":\"root\",\"stackTrace\":\(json(error.pythonFrames(space: " "))),\"errorType\":"
                    + "\(json(error.bareType)),\"errorMessage\":\(json(error.message)),\"requestId\":\"\(run.id)\",\"location\":"
                    + "\"/var/task/\(function.pythonModule).py:handler:41\"\(correlation)}", at: time)
        }
    }

    private func writeUncaughtJSON(at time: Int64, duringInit: Bool) {
        guard let error = run.error else { return }
        if function.runtime == .nodeJSON {
            let id = duringInit ? "" : "\"requestId\":\"\(run.id)\","
            put(
                "{\"timestamp\":\"\(isoTime(time))\",\"level\":\"ERROR\",\(id)\"message\":{\"errorType\":\(json(error.type)),"
                    + "\"errorMessage\":\(json(error.message)),\"stackTrace\":\(json(error.nodeStack))}}", at: time)
        } else {
            put(
                "{\"timestamp\":\"\(isoTime(time).prefix(19))Z\",\"log_level\":\"ERROR\",\"errorMessage\":\(json(error.message)),"
                    + "\"errorType\":\(json(error.bareType)),\"requestId\":\"\(duringInit ? "" : run.id)\",\"stackTrace\":"
                    + json(error.pythonFrames(space: " ")) + "}", at: time)
        }
    }
}
