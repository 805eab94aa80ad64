// The events with which a runtime says in text that an error was not caught: the shapes of section 5 of the format reference.

import Model

/// Sets `fault` when the event is a runtime's last word on an error. What the code logs itself is never one.
func uncaughtText(_ message: Span<UInt8>, _ line: inout LambdaLine) {
    let found = fault(inEvent: message, line)
    guard found != .none else { return }
    line.fault = found
    line.level = max(line.level ?? .error, .error)
}

private func fault(inEvent message: Span<UInt8>, _ line: LambdaLine) -> InvocationFault {
    let start = line.messageStart
    guard start < message.count else { return .none }
    if line.level == .error, line.time.isKnown {
        let node = nodeFault(message, start)
        return node == .none ? dotNetFault(message, start) : node
    }
    switch message[start] {
    case UInt8(ascii: "{"): return line.time.isKnown ? documentFault(message, start) : .none
    case UInt8(ascii: "E"):
        if message.has("Error raised from handler method", at: start) { return .uncaughtError }
        if message.has("Error loading ", at: start) { return message.find(": java.") == nil ? .none : .initError }
        if message.has("Exception in thread ", at: start) {
            return message.find("java.lang.OutOfMemoryError") == nil ? .none : .outOfMemory
        }
    case UInt8(ascii: "C"):
        if message.has("Critical exception from handler", at: start) { return .uncaughtError }
        if message.has("Class not found: ", at: start) { return .initError }
    case UInt8(ascii: "I"):
        if message.has("Init error when loading handler", at: start) { return .initError }
    case UInt8(ascii: "U"):
        if message.has("Unable to import module '", at: start) { return .initError }
    case UInt8(ascii: "T"):
        if message.has("Terminating due to java.lang.OutOfMemoryError", at: start) { return .outOfMemory }
    case UInt8(ascii: "m"):
        if message.has("module initialization error", at: start) { return .initError }
    case UInt8(ascii: "c"):
        if message.has("calling the handler function resulted in a panic", at: start) { return .uncaughtError }
    case UInt8(ascii: "f"):
        if message.has("fatal error: runtime: out of memory", at: start) { return .outOfMemory }
        if message.has("failed to allocate memory (NoMemoryError)", at: start) { return .outOfMemory }
    case UInt8(ascii: "F"):
        if message.has("FATAL ERROR: ", at: start) {
            return message.find("JavaScript heap out of memory", from: start) == nil ? .none : .outOfMemory
        }
    default: break
    }
    if line.level == .error, message[0] == UInt8(ascii: "[") { return pythonFault(message, start) }
    if line.level == .error, line.idStrength == .strong {
        return message.find("}: user handler panicked", from: start) == nil ? .none : .uncaughtError
    }
    return javaFault(message, start)
}

/// `Invoke Error 	{"errorType":"X",...}`: label, space, tab, JSON.
private func nodeFault(_ message: Span<UInt8>, _ start: Int) -> InvocationFault {
    var cursor = ByteCursor(at: start)
    guard
        cursor.skip("Invoke Error ", in: message) || cursor.skip("Uncaught Exception ", in: message)
            || cursor.skip("Unhandled Promise Rejection ", in: message)
    else { return .none }
    cursor.skipSpaces(in: message)
    guard cursor.at < message.count, message[cursor.at] == UInt8(ascii: "{") else { return .none }
    return documentFault(message, cursor.at)
}

/// An error document, its `errorType` found without reading the JSON: in all runtimes the first or second key.
private func documentFault(_ message: Span<UInt8>, _ start: Int) -> InvocationFault {
    guard message.has("{\"errorType\":", at: start) || message.has("{\"errorMessage\":", at: start) else { return .none }
    guard let key = message.find("\"errorType\":", from: start),
        let open = message.find(byte: UInt8(ascii: "\""), from: key + 12),
        let close = message.find(byte: UInt8(ascii: "\""), from: open + 1)
    else { return .uncaughtError }
    return fault(ofErrorType: message.extracting((open + 1)..<close))
}

/// `System.X: text` with the runtime's own frames below, which the stack of a caught exception never has.
private func dotNetFault(_ message: Span<UInt8>, _ start: Int) -> InvocationFault {
    guard message.find("   at Amazon.Lambda.RuntimeSupport.", from: start) != nil else { return .none }
    var end = start
    while end < message.count, isTypeByte(message[end]) { end += 1 }
    guard end > start, end < message.count, message[end] == UInt8(ascii: ":") else { return .none }
    return fault(ofErrorType: message.extracting(start..<end))
}

/// `[ERROR] X: text` and `Traceback (most recent call last):`, without stamp or id.
private func pythonFault(_ message: Span<UInt8>, _ start: Int) -> InvocationFault {
    guard message.find("Traceback (most recent call last):", from: start) != nil else { return .none }
    var end = start
    while end < message.count, isTypeByte(message[end]) { end += 1 }
    return fault(ofErrorType: message.extracting(start..<end))
}

/// `<message>: <class>`, newline, `<class>` again and the stack trace.
private func javaFault(_ message: Span<UInt8>, _ start: Int) -> InvocationFault {
    guard let newline = message.find(byte: UInt8(ascii: "\n"), from: start), newline > start + 4 else { return .none }
    var type = newline
    while type > start, isTypeByte(message[type - 1]) { type -= 1 }
    let length = newline - type
    guard length > 2, type >= start + 2, message.has(": ", at: type - 2), newline + 1 + length <= message.count else {
        return .none
    }
    for index in 0..<length where message[type + index] != message[newline + 1 + index] { return .none }
    guard message.find("\n\tat ", from: newline) != nil else { return .none }
    return fault(ofErrorType: message.extracting(type..<newline))
}

private func isTypeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || decimalDigit(byte) != nil || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "$")
}
