// An error as its text tells it: type, message, frames, causes.

package enum Runtime: String, CaseIterable, Sendable {
    case nodejs, python, java, dotnet, go, ruby, rust, swift
}

package struct Frame: Hashable, Sendable {
    package var function: String?
    package var file: String?
    package var line: Int?
    package var column: Int?
    /// False for frames of the runtime and of libraries.
    package var own: Bool

    package init(function: String? = nil, file: String? = nil, line: Int? = nil, column: Int? = nil, own: Bool = true) {
        self.function = function
        self.file = file
        self.line = line
        self.column = column
        self.own = own
    }
}

package struct ParsedError: Hashable, Sendable {
    package var type: String?
    package var message: String
    package var runtime: Runtime?
    /// Innermost call first, whatever order the language prints.
    package var frames: [Frame]
    /// The chain of causes, nearest first; each may have causes of its own (exception groups, AggregateError).
    package var causes: [ParsedError]

    package init(
        type: String?, message: String, runtime: Runtime?, frames: [Frame] = [], causes: [ParsedError] = []
    ) {
        self.type = type
        self.message = message
        self.runtime = runtime
        self.frames = frames
        self.causes = causes
    }
}
