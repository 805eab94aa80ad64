// Time and memory against the size of the night: both have to grow as the requests do, and no faster.

extension Bench {
    /// The largest night with little memory, and the same bytes out of it.
    private func limited(_ requests: Int, hashes: Set<String>) throws -> ComparisonRow {
        let run = try build(folder.night(BenchNight(requests: requests)), options: ["--memory", "512M"])
        var row = ComparisonRow("curve: \(grouped(requests)) requests with --memory 512M", [run])
        row.rate = "\(twoPlaces(run.seconds / Double(requests) * 1e6)) µs a request"
        row.aim = "512 MB"
        row.hashes.formUnion(hashes)
        return row
    }

    func measureCurve() throws -> [ComparisonRow] {
        let sizes = [10_000, 100_000, 1_000_000, 10_000_000].filter { $0 <= largest }
        var rows: [ComparisonRow] = []
        var smaller: (requests: Int, memory: Int64)?
        for size in sizes {
            let night = try folder.night(BenchNight(requests: size))
            // The largest takes minutes, and no program beside it needs its rounds.
            let runs = try (1...(size > 1_000_000 ? 1 : rounds)).map { _ in try build(night) }
            let seconds = runs.children.seconds
            let memory = runs.children.peakMemory
            var row = ComparisonRow("curve: \(grouped(size)) requests", runs)
            row.rate = "\(twoPlaces(seconds / Double(size) * 1e6)) µs and \(memory / Int64(size)) bytes a request"
            if let smaller {
                let more = (memory - smaller.memory) / Int64(size - smaller.requests)
                row.ratio = "\(more) bytes for each further request"
                row.aim = "250 bytes"
            }
            rows.append(row)
            smaller = (size, memory)
        }
        if let largest = smaller?.requests { rows.append(try limited(largest, hashes: rows[rows.count - 1].hashes)) }
        return rows
    }
}
