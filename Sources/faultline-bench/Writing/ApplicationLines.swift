// What the code itself logs in a text format: a few lines of progress, sometimes a secret by mistake, and errors it caught.

private let progress = [
    "validated request in % ms", "loaded % rows from the read replica", "cache hit for key catalog:%", "sent event % to the bus",
    "customer % has an open basket", "price list version % in use", "response is % bytes",
]

extension SplitMix64 {
    /// A line of progress with a number of its own.
    mutating func progressLine() -> String {
        let parts = pick(progress).split(separator: "%", omittingEmptySubsequences: false)
        return parts[0] + String(within(1...9999)) + parts[1]
    }

    /// A secret that somebody logs by mistake; rare. The values are put together here and open nothing.
    mutating func leakedSecret() -> String {
        switch below(3) {
        case 0: return "retrying login with password=example-" + letters(10) + " for service account"
        case 1: return "calling partner with token eyJ" + letters(20) + ".eyJ" + letters(24) + ".fake" + letters(12)
        default: return "signed URL https://files.example/report?X-Amz-Security-Token=FAKE" + letters(24) + "&part=2"
        }
    }
}

extension RunLines {
    /// In order of time, within the run.
    mutating func writeApplicationLines(_ random: inout SplitMix64) {
        if run.fault == .initFailure { return }
        let count = run.failed ? 1 + random.below(4) : random.below(2 * linesPerRun + 1)
        for index in 0..<count {
            let text = random.chance(0.01) ? random.leakedSecret() : random.progressLine()
            let level = random.chance(0.04) ? LevelWord.warning : .info
            put(line(text, level, at: moment(lineShare(index, of: count))), at: moment(lineShare(index, of: count)))
        }
        if run.fault == .none, let error = run.error { writeCaught(error, at: moment(0.9)) }
    }

    /// A run that died was silent for most of its time.
    private func lineShare(_ index: Int, of count: Int) -> Double {
        let share = Double(index + 1) / Double(count + 1)
        if case .timeout = run.fault { return share * 0.1 }
        return share * 0.85
    }

    private func line(_ text: String, _ level: LevelWord, at time: Int64) -> String {
        switch function.runtime {
        case .nodeText, .nodeJSON: "\(isoTime(time))\t\(run.id)\t\(level.node)\t\(text)\n"
        case .pythonText, .pythonJSON: "[\(level.python)]\t\(isoTime(time))\t\(run.id)\t\(text)\n"
        case .java: "[\(level.node)] \(text)"
        case .dotnet: "\(isoTime(time))\t\(run.id)\t\(level.dotnet)\t\(text)\n"
        case .go: "\(goTime(time)) \(text)\n"
        }
    }

    private func goTime(_ time: Int64) -> String {
        isoTime(time).prefix(19).map { $0 == "-" ? "/" : $0 == "T" ? " " : String($0) }.joined()
    }

    private func writeCaught(_ error: ErrorSample, at time: Int64) {
        switch function.runtime {
        case .nodeText, .nodeJSON:
            put("\(isoTime(time))\t\(run.id)\tERROR\trequest failed \(error.nodeInspection)\n", at: time)
        case .pythonText, .pythonJSON:
            put("[ERROR]\t\(isoTime(time))\t\(run.id)\trequest failed\n\(error.pythonTraceback)\n", at: time)
        case .java:
            put("[ERROR] request failed\n\(error.javaStack)", at: time)
        case .dotnet:
            put("\(isoTime(time))\t\(run.id)\tfail\trequest failed: \(error.dotnetStack)\n", at: time)
        case .go:
            put("\(goTime(time)) request failed: \(error.message)\n", at: time)
        }
    }
}

enum LevelWord {
    case info, warning, error

    var node: String {
        switch self {
        case .info: "INFO"
        case .warning: "WARN"
        case .error: "ERROR"
        }
    }

    var python: String {
        switch self {
        case .info: "INFO"
        case .warning: "WARNING"
        case .error: "ERROR"
        }
    }

    var dotnet: String {
        switch self {
        case .info: "info"
        case .warning: "warn"
        case .error: "fail"
        }
    }
}
