// The table of `faultline build --timings` and `faultline-bench run`: one row a stage, with the rates that mean something there.

package struct StageTable: Sendable {
    private let work: Workload
    private let measured: BuildTimes
    private let peakMemory: Int64?
    private let hash: String

    /// - Parameters:
    ///   - peakMemory: Bytes; nil where the kernel does not tell.
    ///   - hash: Of the site's files.
    package init(work: Workload, measured: BuildTimes, peakMemory: Int64?, hash: String) {
        self.work = work
        self.measured = measured
        self.peakMemory = peakMemory
        self.hash = hash
    }

    /// Lines without a line feed at the end: a Markdown table, then `name: value` lines.
    package var text: String {
        var rows = [("Stage", "Seconds", "Rate")]
        for stage in Stage.allCases {
            let seconds = measured.stages[stage] ?? 0
            rows.append((stage.rawValue, fixed(seconds, 3), rates(of: stage, seconds)))
        }
        let all = [
            rate(megabytes(work.textBytes), "MB", measured.total), rate(Double(work.requests), "requests", measured.total),
        ]
        rows.append(("all", fixed(measured.total, 3), all.joined(separator: ", ")))
        let width = rows.map(\.0.count).max() ?? 0
        var lines = rows.map { "| \(padded($0.0, width)) | \(padded($0.1, 8, right: true)) | \($0.2) |" }
        lines.insert("|\(String(repeating: "-", count: width + 2))|---------:|---|", at: 1)
        lines += [
            "",
            "requests: \(work.requests), failures: \(work.failures), events: \(work.events), pages: \(work.pages)",
            "text: \(fixed(megabytes(work.textBytes), 1)) MB, on disk: \(fixed(megabytes(work.compressedBytes), 1)) MB",
            "processor: \(fixed(measured.cpu, 3)) s",
        ]
        if let peakMemory {
            let share = work.requests == 0 ? "" : ", \(peakMemory / Int64(work.requests)) bytes a request"
            lines.append("peak memory: \(fixed(megabytes(peakMemory), 1)) MB\(share)")
        }
        lines.append("hash: \(hash)")
        return lines.joined(separator: "\n")
    }

    private func rates(of stage: Stage, _ seconds: Double) -> String {
        switch stage {
        case .scanning:
            [
                rate(megabytes(work.textBytes), "MB", seconds), rate(Double(work.events), "events", seconds),
                rate(Double(work.requests), "requests", seconds),
            ].joined(separator: ", ")
        case .collecting: rate(megabytes(work.textBytes), "MB", seconds)
        case .joining, .summarising: rate(Double(work.requests), "requests", seconds)
        case .judging: rate(Double(work.failures), "failures", seconds)
        case .publishing: rate(Double(work.pages), "pages", seconds)
        }
    }

    private func rate(_ amount: Double, _ unit: String, _ seconds: Double) -> String {
        seconds > 0 ? "\(fixed(amount / seconds, 0)) \(unit)/s" : "-"
    }
}

private func megabytes(_ bytes: Int64) -> Double { Double(bytes) / 1e6 }

private func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return right ? blanks + text : text + blanks
}

/// A number that is not negative with so many digits behind the point.
package func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((value * Double(scale)).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
}
