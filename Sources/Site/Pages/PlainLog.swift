// The whole log of a failure as plain text, beside a page that had to cut it.

import Model

enum PlainLog {
    /// `failures/1f/1f3a....txt`.
    static func path(_ failure: Failure) -> String { String(failure.page.dropLast(5)) + ".txt" }

    /// The page cut its log, its stack or its raw blocks.
    static func isNeeded(_ failure: Failure, _ log: LogFence, _ raw: [RawText]) -> Bool {
        log.isCut || rawCost(raw) > RawBlock.maximumCost
            || failure.error.map { htmlCost($0.raw) > 14_000 } ?? false
    }

    static func text(_ failure: Failure, zone: DisplayZone) -> String {
        var text = ""
        for (index, line) in failure.lines.enumerated() {
            let time = line.line.time.isKnown ? zone.dateAndClock(line.line.time) : "no time"
            text += "--- L\(index + 1) \(time) \(zone.name) \(line.role.rawValue), \(line.line.source.words)\n"
            text += line.line.text + "\n"
        }
        if let error = failure.error { text += "--- error as read\n\(error.raw)\n" }
        return text
    }
}
