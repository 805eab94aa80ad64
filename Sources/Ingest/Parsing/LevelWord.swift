// The levels of all runtimes' loggers in one scale.

import Model

/// nil when it is no level's name.
func levelWord(_ word: Span<UInt8>) -> LogLevel? {
    guard word.count >= 3, word.count <= 11 else { return nil }
    switch lowercased(word[0]) {
    case UInt8(ascii: "t"):
        return word.equalsIgnoringCase("trace") || word.equalsIgnoringCase("trce") ? .trace : nil
    case UInt8(ascii: "d"):
        return word.equalsIgnoringCase("debug") || word.equalsIgnoringCase("dbug") ? .debug : nil
    case UInt8(ascii: "v"):
        return word.equalsIgnoringCase("verbose") ? .debug : nil
    case UInt8(ascii: "i"):
        return word.equalsIgnoringCase("info") || word.equalsIgnoringCase("information") ? .info : nil
    case UInt8(ascii: "n"):
        return word.equalsIgnoringCase("notice") ? .info : nil
    case UInt8(ascii: "w"):
        return word.equalsIgnoringCase("warn") || word.equalsIgnoringCase("warning") ? .warning : nil
    case UInt8(ascii: "e"):
        if word.equalsIgnoringCase("emergency") { return .fatal }
        return word.equalsIgnoringCase("error") || word.equalsIgnoringCase("err") ? .error : nil
    case UInt8(ascii: "f"):
        if word.equalsIgnoringCase("fail") { return .error }
        return word.equalsIgnoringCase("fatal") ? .fatal : nil
    case UInt8(ascii: "s"):
        return word.equalsIgnoringCase("severe") ? .error : nil
    case UInt8(ascii: "c"):
        return word.equalsIgnoringCase("critical") || word.equalsIgnoringCase("crit") ? .fatal : nil
    case UInt8(ascii: "a"):
        return word.equalsIgnoringCase("alert") ? .fatal : nil
    default: return nil
    }
}
