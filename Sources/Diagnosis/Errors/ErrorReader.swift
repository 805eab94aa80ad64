// An error out of a log event: from the fields of a structured line, else from its text.

import Model
import StackTraces

enum ErrorReader {
    /// The error that a block of lines holds; nil when it holds none.
    static func read(_ block: LineBlock, caught: Bool) -> ErrorDetails? {
        if let parsed = block.lines.lazy.prefix(8).compactMap({ fromFields($0) }).first {
            return ErrorDetails(parsed, raw: block.text, caught: caught)
        }
        let text = block.message
        if let parsed = parseError(in: text).flatMap({ isBelievable($0, block.head.level) ? $0 : nil }) ?? headed(text) {
            return ErrorDetails(parsed, raw: block.text, caught: caught)
        }
        return document(in: text).map { ErrorDetails($0, raw: block.text, caught: caught) }
    }

    /// Printed text without a level may say "Warning: deprecated": it takes a stack, or a name as errors have it.
    private static func isBelievable(_ parsed: ParsedError, _ level: LogLevel?) -> Bool {
        if level != nil || !parsed.frames.isEmpty || !parsed.causes.isEmpty { return true }
        guard let type = parsed.type else { return false }
        return type == "panic" || ["Error", "Exception", "Fault", "Failure"].contains { type.hasSuffix($0) }
    }

    /// An error document (`errorType`, `errorMessage`, a stack), maybe cut off, inside a line of an execution log.
    static func document(_ line: EvidenceLine) -> ErrorDetails? {
        document(in: line.message).map { ErrorDetails($0, raw: line.text, caught: false) }
    }

    private static func document(in text: String) -> ParsedError? {
        let json = JSONText(text)
        guard let message = json.string("errorMessage") else { return nil }
        let stack = json.lines("stackTrace") ?? json.lines("trace") ?? json.lines("stack")
        return parseError(type: json.string("errorType"), message: message, stack: stack ?? "")
    }

    /// A line of level ERROR that holds no exception: its message is the error.
    static func plain(_ line: EvidenceLine, caught: Bool) -> ErrorDetails {
        ErrorDetails(type: nil, message: line.message, runtime: nil, raw: line.text, caught: caught)
    }

    /// The last exception that the code caught and logged, else its last line of level ERROR.
    static func lastLogged(_ blocks: [LineBlock]) -> (block: LineBlock, error: ErrorDetails)? {
        for block in blocks.reversed() where block.head.source == .functionLog && mayHoldException(block) {
            if let error = read(block, caught: true) { return (block, error) }
        }
        guard let block = blocks.last(where: { $0.head.source == .functionLog && ($0.head.level ?? .trace) >= .error }) else {
            return nil
        }
        return (block, plain(block.head, caught: true))
    }

    /// Worth parsing for an exception that the code caught: of level ERROR or of none, or with an error in its fields.
    static func mayHoldException(_ block: LineBlock) -> Bool {
        guard let level = block.head.level else { return true }
        return level >= .error || shape(of: block.head) != nil
    }

    private static func fromFields(_ line: EvidenceLine) -> ParsedError? {
        guard let shape = shape(of: line) else { return nil }
        var error = shape.error(in: line)
        if error.message.isEmpty { error.message = line["message"] ?? "" }
        if error.causes.isEmpty { error.causes = shape.causes(in: line) }
        return error
    }

    private static func shape(of line: EvidenceLine) -> ErrorFields? {
        guard !line.fields.isEmpty else { return nil }
        return knownErrorFields.first {
            line[$0.type] != nil && (line[$0.message] != nil || $0.stack.contains { line[$0] != nil })
        }
    }

    /// The first line of a runtime's event names type and message in a fixed form: `[ERROR] KeyError: 'order_id'`.
    private static func headed(_ text: String) -> ParsedError? {
        guard text.hasPrefix("[ERROR] ") else { return nil }
        let heading = text.firstLine.slice(8)
        guard let colon = heading.offset(of: ": ") else { return nil }
        let type = heading.slice(0, colon)
        guard type.utf8.allSatisfy({ isNameByte($0) }), !type.isEmpty else { return nil }
        return ParsedError(type: type, message: heading.slice(colon + 2), runtime: nil)
    }
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        true
    default: false
    }
}

extension ErrorDetails {
    init(_ parsed: ParsedError, raw: String, caught: Bool) {
        self.init(
            type: parsed.type, message: parsed.message, runtime: parsed.runtime?.rawValue, raw: raw, caught: caught)
        frames = parsed.frames.map {
            ErrorFrame(function: $0.function, file: $0.file, line: $0.line, column: $0.column, own: $0.own)
        }
        // A cause's own text is part of its parent's.
        causes = parsed.causes.map { ErrorDetails($0, raw: "", caught: caught) }
    }
}
