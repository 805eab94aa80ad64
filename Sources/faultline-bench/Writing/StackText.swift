// An error's text as each language prints it.

extension ErrorSample {
    /// Without the module: what Python's uncaught-error event shows.
    var bareType: String { type.hasPrefix("Runtime.") ? type : String(type.split(separator: ".").last ?? "") }

    /// Header and frames, a line each, as in the `stack` array of an uncaught error.
    var nodeStack: [String] {
        let header = "\(type): \(message)".split(separator: "\n").map(String.init)
        return header + frames.map { "    at \($0.function) (\($0.file):\($0.line):\($0.column))" }
    }

    /// `  File "...", line n, in f\n    code\n`, outermost first. `space` is the runtime's blank: U+00A0 in its text event.
    func pythonFrames(space: String) -> [String] {
        frames.reversed().map { frame in
            "\(space)\(space)File \"\(frame.file)\", line \(frame.line), in \(frame.function)\n"
                + "\(space)\(space)\(space)\(space)\(frame.code)\n"
        }
    }

    /// A traceback as `logger.exception` prints it, with the driver's error as its cause.
    var pythonTraceback: String {
        "Traceback (most recent call last):\n" + pythonFrames(space: " ").joined() + "\(bareType): \(message)"
    }

    var javaStack: String {
        "\(type): \(message)\n"
            + frames.map { frame in
                "\tat \(frame.function)(\(frame.file)" + (frame.line > 0 ? ":\(frame.line)" : "") + ")\n"
            }.joined()
    }

    var dotnetStack: String {
        "\(type): \(message)\n"
            + frames.map { frame in
                "   at \(frame.function)" + (frame.line > 0 ? " in \(frame.file):line \(frame.line)" : "")
            }.joined(separator: "\n")
    }
}
