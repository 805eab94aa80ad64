// Reads a traceback line by line.
//
// 1. `Traceback (most recent call last):` opens an error; `File "...", line n, in f` are its frames.
// 2. The first line that stands as far left as `Traceback` and is no frame is its type and message.
// 3. Two phrases say that the error before is the cause of the one after; so the last error of a chain is the root.
// 4. In an exception group the text stands behind bars, and each `+---- n ----` begins a member of the group to its left.

struct PythonReader {
    private enum State {
        case idle, frames, message, done
    }

    /// One chain of errors: the whole text, or a member of a group.
    private struct Level {
        var bar: Int
        var errors: [ParsedError] = []
        var message: [Substring] = []
        var state = State.idle
        var margin = 0

        mutating func close() {
            guard let last = errors.indices.last else { return }
            while message.count > 1, message.last?.isEmpty == true { message.removeLast() }
            if !message.isEmpty { errors[last].message = message.joined(separator: "\n") }
            message = []
        }

        mutating func open() {
            close()
            errors.append(ParsedError(type: nil, message: "", runtime: .python))
            // The nearest causes are the last ones.
            if errors.count > TraceTree.deepest + 1 { errors.removeFirst() }
        }

        /// The last error, with its members and then the chain as causes.
        mutating func finish() -> ParsedError? {
            close()
            for index in errors.indices { errors[index].frames.reverse() }
            guard var root = errors.popLast() else { return nil }
            root.causes += errors.reversed()
            return root
        }
    }

    private var levels = [Level(bar: -1)]
    private var members = 0
    /// A group was seen: bars are no part of a message any more.
    private var hasBars = false

    mutating func read(_ line: TraceLine) {
        if hasBars, line.text.starts("+-") {
            readRule(line)
        } else if PythonTrace.isTraceback(line.text), let text = line.text.after("+ ") {
            hasBars = true
            readText(TraceLine(text), bar: line.indent)
        } else if line.text.starts("|"), hasBars {
            readText(TraceLine(Substring(line.text.utf8.dropFirst(2))), bar: line.indent)
        } else {
            readText(line, bar: -1)
        }
    }

    mutating func finish() -> ParsedError? {
        while levels.count > 1 { closeLevel() }
        return levels[0].finish()
    }

    /// `+-+---- 1 ----` and `+---- 2 ----` begin a member, `+--------` ends the last one.
    private mutating func readRule(_ line: TraceLine) {
        let bar = line.text.starts("+-+") ? line.indent + 2 : line.indent
        while levels.count > 1, levels[levels.count - 1].bar >= bar { closeLevel() }
        guard line.text.utf8.contains(where: \.isDigit), levels.count <= TraceTree.deepest, members < Self.mostMembers else {
            return
        }
        members += 1
        levels.append(Level(bar: bar))
    }

    private mutating func closeLevel() {
        var level = levels.removeLast()
        let top = levels.count - 1
        guard let member = level.finish(), let group = levels[top].errors.indices.last else { return }
        levels[top].errors[group].causes.append(member)
    }

    private mutating func readText(_ line: TraceLine, bar: Int) {
        // Text to the left of a member's bars belongs to the chain that holds the group.
        if bar >= 0 { while levels.count > 1, levels[levels.count - 1].bar > bar { closeLevel() } }
        if bar < 0, !line.isBlank { while levels.count > 1 { closeLevel() } }
        let top = levels.count - 1
        let text = line.text
        if text.ends("Traceback (most recent call last):"), levels[top].state != .done {
            if levels[top].state == .message {
                // A worker's traceback within a message stands in triple quotes; any other one is an error of its own.
                if levels[top].message.last == "\"\"\"" { levels[top].message.append(text) } else { levels[top].state = .done }
                return
            }
            levels[top].open()
            levels[top].state = .frames
            levels[top].margin = line.indent
            return
        }
        switch levels[top].state {
        case .done: break
        case .idle:
            if top > 0, !line.isBlank { readHeading(text, level: top, opening: true) }
        case .frames:
            if let frame = PythonTrace.frame(text) {
                let last = levels[top].errors.count - 1
                if levels[top].errors[last].frames.count < Self.mostFrames { levels[top].errors[last].frames.append(frame) }
            } else if line.indent <= levels[top].margin, !line.isBlank {
                readHeading(text, level: top, opening: false)
            }
        case .message:
            if Self.phrases.contains(text) { levels[top].state = .idle } else { levels[top].message.append(text) }
        }
    }

    private mutating func readHeading(_ text: Substring, level: Int, opening: Bool) {
        if opening { levels[level].open() }
        let heading = Heading(text)
        let last = levels[level].errors.count - 1
        levels[level].errors[last].type = heading.map { String($0.type) }
        levels[level].message = [heading?.message ?? text]
        levels[level].state = .message
    }

    private static let phrases: Set<Substring> = [
        "The above exception was the direct cause of the following exception:",
        "During handling of the above exception, another exception occurred:",
    ]
    private static let mostMembers = 256
    private static let mostFrames = 1000
}
