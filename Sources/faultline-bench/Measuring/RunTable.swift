// The table of `run`: one row a stage, with the rates that mean something there.

import Pipeline

struct RunTable {
    var work: Workload
    var measured: Measurement
    var peakMemory: Int64?
    var hash: String

    var text: String {
        var lines = ["| Stage | Seconds | Rate |", "|---|---:|---|"]
        for stage in Stage.allCases {
            let seconds = measured.stages[stage] ?? 0
            lines.append("| \(stage.rawValue) | \(fixed(seconds, 3)) | \(rates(of: stage, seconds)) |")
        }
        let all = [
            rate(Double(work.textBytes) / 1e6, "MB", measured.total), rate(Double(work.requests), "requests", measured.total),
        ]
        lines.append("| all | \(fixed(measured.total, 3)) | \(all.joined(separator: ", ")) |")
        lines += [
            "",
            "requests: \(work.requests), failures: \(work.failures), events: \(work.events), pages: \(work.pages)",
            "text: \(fixed(Double(work.textBytes) / 1e6, 1)) MB, on disk: \(fixed(Double(work.compressedBytes) / 1e6, 1)) MB",
            "processor: \(fixed(measured.cpu, 3)) s",
        ]
        if let peakMemory {
            let share = work.requests == 0 ? "" : ", \(peakMemory / Int64(work.requests)) bytes a request"
            lines.append("peak memory: \(fixed(Double(peakMemory) / 1e6, 1)) MB\(share)")
        }
        lines.append("hash: \(hash)")
        return lines.joined(separator: "\n")
    }

    private func rates(of stage: Stage, _ seconds: Double) -> String {
        switch stage {
        case .scanning:
            [
                rate(Double(work.textBytes) / 1e6, "MB", seconds), rate(Double(work.events), "events", seconds),
                rate(Double(work.requests), "requests", seconds),
            ].joined(separator: ", ")
        case .collecting: rate(Double(work.textBytes) / 1e6, "MB", seconds)
        case .joining, .summarising: rate(Double(work.requests), "requests", seconds)
        case .judging: rate(Double(work.failures), "failures", seconds)
        case .publishing: rate(Double(work.pages), "pages", seconds)
        }
    }

    private func rate(_ amount: Double, _ unit: String, _ seconds: Double) -> String {
        seconds > 0 ? "\(fixed(amount / seconds, 0)) \(unit)/s" : "-"
    }
}

/// A number that is not negative with so many digits behind the point.
func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
}
