// A trace as logged and what is read from it, written as text.
//
//     TypeError: x is not a function          type and message; a message's further lines begin with `> `
//     * handler /var/task/index.js:5:9        a frame of the function's own code
//     - Module.load node:internal/x:1:2       a frame of the runtime or of a library
//       RangeError: deep                      a cause, two spaces further in

import StackTraces
import Testing

struct Trace: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let read: String

    init(_ name: String, _ text: String, _ read: String) {
        self.name = name
        self.text = text
        self.read = read
    }

    var testDescription: String { name }
}

func written(_ error: ParsedError?, indent: String = "") -> String {
    guard let error else { return "nothing" }
    let message = error.message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n\(indent)> ")
    var lines = ["\(indent)\(error.type ?? "?"): \(message)"]
    for frame in error.frames {
        let place = [frame.file, frame.line.map(String.init), frame.column.map(String.init)].compactMap { $0 }.joined(
            separator: ":")
        let parts = [frame.own ? "*" : "-", frame.function, place.isEmpty ? nil : place].compactMap { $0 }
        lines.append(indent + parts.joined(separator: " "))
    }
    for cause in error.causes { lines.append(written(cause, indent: indent + "  ")) }
    return lines.joined(separator: "\n")
}

func check(_ trace: Trace, _ runtime: Runtime?, sourceLocation: SourceLocation = #_sourceLocation) {
    let error = parseError(in: trace.text)
    #expect(written(error) == trace.read, sourceLocation: sourceLocation)
    #expect(error?.runtime == runtime, sourceLocation: sourceLocation)
}
