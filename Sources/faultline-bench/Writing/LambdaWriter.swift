// A run's lines in its log stream, in order: init, START, the code's own lines, the error, END and REPORT.

struct LambdaWriter {
    let landscape: Landscape
    /// Log group by function; nil when it is not part of the night.
    let groups: [LogGroupWriter?]
    /// About so many lines the code of a healthy run logs.
    let linesPerRun: Int
    var random: SplitMix64

    mutating func write(_ run: RunPlan, loss: LineLoss? = nil) {
        guard let group = groups[run.function] else { return }
        let function = landscape.functions[run.function]
        var lines = RunLines(run: run, function: function, group: group, linesPerRun: linesPerRun, loss: loss)
        if function.runtime.isJSON {
            lines.writeJSON(&random)
        } else {
            lines.writeText(&random)
        }
    }
}

/// The lines of one run and where they go.
struct RunLines {
    let run: RunPlan
    let function: FunctionSpec
    let group: LogGroupWriter
    let linesPerRun: Int
    let loss: LineLoss?

    func put(_ message: String, at time: Int64) {
        if loss?.drops(message) ?? false { return }
        group.write(message, at: time, stream: run.stream)
    }

    /// A moment at a share of the run.
    func moment(_ share: Double) -> Int64 { run.start + Int64(Double(run.duration / 100) * share) }

    var initStart: Int64 { run.start - Int64(run.initDuration / 100) - 1 }

    /// The init phase is billed too.
    var billedMs: Int { (run.duration + run.initDuration + 99) / 100 }

    var memoryUsedMB: Int {
        switch run.fault {
        case .outOfMemory: function.memoryMB
        default: function.memoryMB * 30 / 100 + Int(run.id.utf8.first ?? 48) % 16
        }
    }

    var platformErrorType: String? {
        switch run.fault {
        case .none, .exception, .timeout: nil
        case .outOfMemory(killed: false): "Runtime.OutOfMemory"
        case .outOfMemory(killed: true), .exit: "Runtime.ExitError"
        case .initFailure: run.error?.type.hasPrefix("Runtime.") == true ? run.error?.type : "Runtime.Unknown"
        case .responseTooLarge: "Function.ResponseSizeTooLarge"
        }
    }
}
