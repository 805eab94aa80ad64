// All lines of a failure in one order, with the proofs marked, and a very long log cut in its middle.

import Model

enum Lines {
    /// What one page carries; the site links the whole text beside it.
    static let maximumCount = 2_000
    static let maximumBytes = 1_000_000

    /// Gateway, authorizer and function lines by time. Lines of one time keep the order in which a request passes the three,
    /// and each log keeps its own order.
    static func interleaved(_ evidence: Evidence) -> [FailureLine] {
        var gateway = evidence.execution
        if let row = evidence.access { gateway.insert(row, at: position(of: row, in: gateway)) }
        return merge(
            merge(timed(gateway, .gateway), timed(evidence.authorizer, .authorizer)), timed(evidence.function, .function)
        ).map(\.line)
    }

    static func mark(_ proofs: [ProofLine], in lines: inout [FailureLine]) {
        for index in lines.indices {
            let line = lines[index].line
            if let number = proofs.firstIndex(where: { $0.place == line.place && $0.source == line.source }) {
                lines[index].proof = number + 1
            }
        }
    }

    /// Keeps head and tail within the limits, and every proof; answers how many lines were left out.
    static func cut(_ lines: inout [FailureLine]) -> Int {
        var count = 0
        var bytes = 0
        for line in lines where line.proof != nil {
            count += 1
            bytes += line.line.text.utf8.count
        }
        var head = 0
        var tail = lines.count
        func take(_ index: Int) -> Bool {
            if lines[index].proof != nil { return true }
            let size = lines[index].line.text.utf8.count
            guard count < maximumCount, bytes + size <= maximumBytes else { return false }
            count += 1
            bytes += size
            return true
        }
        while head < tail {
            guard take(head) else { break }
            head += 1
            guard head < tail, take(tail - 1) else { break }
            tail -= 1
        }
        guard head < tail else { return 0 }
        let middle = lines[head..<tail]
        let kept = middle.filter { $0.proof != nil }
        let omitted = middle.count - kept.count
        lines.replaceSubrange(head..<tail, with: kept)
        return omitted
    }

    /// Where the access row stands among the execution lines: after those of its time and before.
    private static func position(of row: EvidenceLine, in lines: [EvidenceLine]) -> Int {
        guard row.time.isKnown else { return lines.count }
        return lines.firstIndex { $0.time.isKnown && $0.time > row.time } ?? lines.count
    }

    /// A line without a time stands at the time of the line before it in its own log.
    private static func timed(_ lines: [EvidenceLine], _ role: LineRole) -> [(time: Timestamp, line: FailureLine)] {
        var last = Timestamp.unknown
        return lines.map { line in
            if line.time.isKnown, !last.isKnown || line.time > last { last = line.time }
            return (last, FailureLine(role: role, line: line))
        }
    }

    private static func merge(
        _ left: [(time: Timestamp, line: FailureLine)], _ right: [(time: Timestamp, line: FailureLine)]
    ) -> [(time: Timestamp, line: FailureLine)] {
        var merged: [(time: Timestamp, line: FailureLine)] = []
        merged.reserveCapacity(left.count + right.count)
        var one = 0
        var other = 0
        while one < left.count || other < right.count {
            if other == right.count || (one < left.count && left[one].time <= right[other].time) {
                merged.append(left[one])
                one += 1
            } else {
                merged.append(right[other])
                other += 1
            }
        }
        return merged
    }
}
