// One `faultline build --timings` as a child, and the figures that it printed.

struct SiteRun {
    var child: ChildRun
    /// Of the site's files.
    let hash: String
    /// Seconds by the stage's name, as the table of `--timings` gives them.
    var stages: [String: Double] = [:]
    /// What stands behind `name: ` below that table.
    private var values: [String: String] = [:]

    /// - Throws: `ChildProblem` when there is no such program, `ChildFailure` when it fails, `NoHash` when it is another program.
    init(_ program: String, _ arguments: [String], site: String, jobs: Int? = nil) throws {
        // A fixed moment of the run: it is printed on every page and part of the hash.
        child = try ChildRun.succeeding(
            [program, "build", "--timings", "--output", site] + (jobs.map { ["--jobs", "\($0)"] } ?? []) + arguments,
            environment: ["SOURCE_DATE_EPOCH=1773360000"])
        for line in child.errors.split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
            if line.hasPrefix("|"), cells.count == 3, let seconds = Double(cells[1]) { stages[String(cells[0])] = seconds }
            if let colon = line.firstRange(of: ": ") {
                values[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
            }
        }
        guard let hash = values["hash"] else { throw NoHash(program: program) }
        self.hash = hash
    }

    var seconds: Double { child.seconds }
    /// Bytes of log text.
    var textBytes: Double { (values["text"].flatMap { Double($0.prefix { $0 != " " }) } ?? 0) * 1e6 }
    /// HTML pages of the site.
    var pages: Int { number(after: "pages: ") }
    var failures: Int { number(after: "failures: ") }

    private func number(after name: String) -> Int {
        guard let line = values["requests"], let place = line.firstRange(of: name) else { return 0 }
        return Int(line[place.upperBound...].prefix { $0.isNumber }) ?? 0
    }
}

struct NoHash: Error, CustomStringConvertible {
    var program: String

    var description: String { "'\(program) build --timings' printed no hash" }
}
