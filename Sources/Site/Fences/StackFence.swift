// An error and its causes as a `stack` fence.

import MarkdownHTML
import Model

struct StackFence {
    static let maximumFrames = 120
    static let maximumCost = 20_000

    let markdown: Markdown
    /// Frames left out at the end; the raw text has them.
    let omitted: Int

    init(_ error: ErrorDetails) {
        var writer = StackWriter()
        writer.add(error)
        markdown = .fenced("stack", writer.lines.joined(separator: "\n"))
        omitted = writer.omitted
    }
}

private struct StackWriter {
    var lines: [String] = []
    var omitted = 0
    private var frames = 0
    private var cost = 0

    mutating func add(_ error: ErrorDetails) {
        let type = error.type.map { $0 + ": " } ?? ""
        append(indented(type + cut(error.message)))
        for frame in error.frames {
            frames += 1
            guard frames <= StackFence.maximumFrames, cost < StackFence.maximumCost else {
                omitted += 1
                continue
            }
            append(line(frame))
        }
        for cause in error.causes {
            append("caused by")
            add(cause)
        }
    }

    private mutating func append(_ line: String) {
        cost += htmlCost(line)
        lines.append(line)
    }

    private func line(_ frame: ErrorFrame) -> String {
        let name = fenceColumn(frame.function ?? "(anonymous)")
        var text = "F\(frames) \(frame.own ? "own" : "lib") \(name)"
        if let file = frame.file {
            text += " | " + fenceColumn(file)
            if let line = frame.line { text += ":\(line)" }
            if let column = frame.column, frame.line != nil { text += ":\(column)" }
        }
        return text
    }

    /// A message may be a whole document; what is cut here stands in the raw text below.
    private func cut(_ message: String) -> String {
        message.utf8.count <= 3000 ? message : String(decoding: Array(message.utf8.prefix(3000)), as: UTF8.self) + " \u{2026}"
    }
}
