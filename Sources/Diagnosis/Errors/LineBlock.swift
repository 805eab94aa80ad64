// Log events that are one error: a stack that was printed line by line is put together again.

import Model

struct LineBlock {
    /// At least one; the first is the head.
    var lines: [EvidenceLine]

    var head: EvidenceLine { lines[0] }

    /// The complete text, one event a line.
    var text: String { lines.count == 1 ? lines[0].text : lines.map(\.text).joined(separator: "\n") }

    /// What to parse: the message of the head and all text after it. The Python runtime's `[ERROR] ` is no level before a message but
    /// how its heading of an uncaught error begins.
    var message: String {
        let first = head.text.hasPrefix("[ERROR] ") ? head.text : head.message
        return lines.count == 1 ? first : ([first] + lines.dropFirst().map(\.text)).joined(separator: "\n")
    }

    /// Lines in order of time into blocks; every line is in exactly one.
    static func split(_ lines: [EvidenceLine]) -> [LineBlock] {
        var blocks: [LineBlock] = []
        var follow = Follow.indented
        for line in lines {
            if let last = blocks.last?.lines.last, continues(line, last, follow) {
                blocks[blocks.count - 1].lines.append(line)
                if follow == .traceback, !startsIndented(line.text), !isLink(line.text) { follow = .indented }
            } else {
                blocks.append(LineBlock(lines: [line]))
                follow = Follow(head: line.text)
            }
        }
        return blocks
    }

    private static func continues(_ line: EvidenceLine, _ last: EvidenceLine, _ follow: Follow) -> Bool {
        // Ruby prints a heading and then the error as a JSON document of its own.
        guard line.source == .functionLog, last.source == .functionLog,
            (line.level == nil && line.fields.isEmpty) || (follow == .everything && line.text.hasPrefix("{")),
            line.duringInit == last.duringInit, line.time.isKnown, last.time.isKnown, line.time - last.time <= maximumGapMs
        else { return false }
        switch follow {
        case .everything: return true
        case .traceback: return true
        case .indented: return startsIndented(line.text) || isLink(line.text)
        }
    }
}

/// The parts of one stack are written in one go; more time between them makes them two things.
private let maximumGapMs: Int64 = 20

private enum Follow {
    case indented
    /// A Python traceback: its last line, which names the error, is not indented.
    case traceback
    /// A Go panic or a crash report: frames and headings of many shapes, to the end of the burst.
    case everything

    init(head: String) {
        if head.hasPrefix("Traceback (most recent call last)") {
            self = .traceback
        } else if head.hasPrefix("panic: ") || head.hasPrefix("fatal error: ") || head.hasPrefix("goroutine ")
            || head.hasPrefix("Fatal error: ") || head.holds("Error raised from handler method")
            || head.holds("Critical exception from handler") || head.holds("Init error when loading handler")
        {
            self = .everything
        } else {
            self = .indented
        }
    }
}

private func startsIndented(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    return first == " " || first == "\t" || first == "\u{A0}"
}

/// A heading inside a chain of causes.
private func isLink(_ text: String) -> Bool {
    text.hasPrefix("Caused by: ") || text.hasPrefix("Suppressed: ") || text.hasPrefix("During handling of the above")
        || text.hasPrefix("The above exception was") || text.hasPrefix("Traceback (most recent call last)")
        || text.hasPrefix("created by ") || text.hasPrefix("goroutine ")
}
