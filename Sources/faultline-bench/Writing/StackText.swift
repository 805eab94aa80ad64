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

    /// A stack as `console.error` prints it, with its cause.
    var nodeInspection: String {
        let own = nodeStack.joined(separator: "\n")
        guard let cause = causes.first else { return own }
        return own + " {\n  [cause]: " + cause.nodeStack.joined(separator: "\n  ") + "\n}"
    }

    /// A traceback as `logger.exception` prints it, its cause first.
    var pythonTraceback: String {
        let lead = causes.map { cause in
            cause.pythonTraceback + "\n\nThe above exception was the direct cause of the following exception:\n\n"
        }
        return lead.joined() + "Traceback (most recent call last):\n" + pythonFrames(space: " ").joined()
            + "\(bareType): \(message)"
    }

    var javaStack: String {
        "\(type): \(message)\n"
            + frames.map { frame in
                "\tat \(frame.function)(\(frame.file)" + (frame.line > 0 ? ":\(frame.line)" : "") + ")\n"
            }.joined() + causes.map { "Caused by: " + $0.javaStack }.joined()
    }

    var dotnetStack: String {
        "\(type): \(message)\n"
            + causes.map { " ---> \($0.dotnetStack)\n   --- End of inner exception stack trace ---\n" }.joined()
            + frames.map { frame in
                "   at \(frame.function)" + (frame.line > 0 ? " in \(frame.file):line \(frame.line)" : "")
            }.joined(separator: "\n")
    }
}

/// Below the handler's frames of an error that nothing caught; the stack of a caught one ends where it was caught.
let dotnetRuntimeFrames =
    "   at Amazon.Lambda.RuntimeSupport.HandlerWrapper.<>c__DisplayClass8_0.<GetHandlerWrapper>b__0(InvocationRequest invocation)\n"
    + "   at Amazon.Lambda.RuntimeSupport.LambdaBootstrap.InvokeOnceAsync(CancellationToken cancellationToken)"
