// Text made to hurt: any bytes, any length. Linear time shows as a run that ends; a quadratic one would take hours.

import StackTraces
import Testing

/// How many errors hang below, on the deepest path.
private func depth(_ error: ParsedError) -> Int {
    var deepest = 0
    var level = [error]
    while true {
        level = level.flatMap(\.causes)
        if level.isEmpty { return deepest }
        deepest += 1
    }
}

@Test(
    .timeLimit(.minutes(30)),
    arguments: [
        "at ", "at\n", "    at f (/a.js:1:2)\n", "at (", "(", ")", ":1", "\n", " ", "\t", "\u{A0}", "Error: ", "Error: x\n",
        "[cause]: Error: x\n",
        "[errors]: [\n", "Traceback (most recent call last):\n", "  File \"a.py\", line 1, in f\n", "| ", "  +-+---- 1 ----\n",
        "+ Exception Group Traceback (most recent call last):\n",
        "Caused by: a.B: c\n", "\tSuppressed: a.B: c\n", "\tat a.B.c(D.java:1)\n", " ---> A.B: c\n", " ---> ",
        "   at A.B() in /x.cs:line 1\n",
        "panic: x\n", "goroutine 1 [running]:\n", "main.f(\n", "a.rb:1:in `x'\n", "thread 'main' panicked at ", "0: f\n",
        "Fatal error: ", "Thread 0 crashed:\n",
        "{\"errorType\":\"x\",", "{\"errorMessage\":", "[", "{\"cause\":", "\"", "\\", "\u{E4}", "a.", "a::", "A",
    ])
func `a hundred kilobytes of one thing takes linear time`(part: String) {
    let text = String(repeating: part, count: 100_000 / part.utf8.count)
    if let error = parseError(in: text) { #expect(depth(error) <= 20) }
    if let error = parseError(in: "Error: x\n    at f (/a.js:1:2)\n" + text) { #expect(depth(error) <= 20) }
}

@Test(
    .timeLimit(.minutes(30)),
    arguments: [
        ("a.B: x\n\tat a.B.c(D.java:1)\n", "Caused by: a.C: y\n"),
        ("A.BException: x\n", " ---> A.CException: y\n"),
        (
            "Traceback (most recent call last):\nKeyError: 1\n",
            "\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\nKeyError: 2\n"
        ),
    ])
func `of a hundred thousand causes twenty are kept`(start: String, cause: String) throws {
    let error = try #require(parseError(in: start + String(repeating: cause, count: 100_000)))
    #expect(error.causes.count == 20)
    #expect(error.causes.allSatisfy { $0.causes.isEmpty })
}

@Test(.timeLimit(.minutes(30)), arguments: ["at ", "at at at\n", "    at f (/a.js:1:2)\n"])
func `a megabyte of frames, or of what looks like some, takes linear time`(part: String) {
    let error = parseError(in: "Error: x\n" + String(repeating: part, count: 1_000_000 / part.utf8.count))
    #expect(error?.type == "Error")
}

@Test(.timeLimit(.minutes(30))) func `causes ever further in are kept to a depth of twenty`() throws {
    var text = "Error: x\n    at f (/a.js:1:2) {\n"
    for level in 1...1000 { text += String(repeating: " ", count: level * 2) + "[cause]: Error: y\n" }
    let error = try #require(parseError(in: text))
    #expect(error.causes.count == 20)
}

@Test(.timeLimit(.minutes(30))) func `groups ever further in are kept to a depth of twenty`() throws {
    var text = "  + Exception Group Traceback (most recent call last):\n  | ExceptionGroup: x\n"
    for level in 1...1000 {
        let bar = String(repeating: " ", count: level * 2)
        text += "\(bar)+-+---- 1 ----\n\(bar)  | ExceptionGroup: y\n"
    }
    let error = try #require(parseError(in: text))
    #expect(depth(error) == 20)
}

@Test func `a document nested deeper than any error is no error`() {
    let text = String(repeating: "{\"cause\":", count: 1000) + "{\"errorType\":\"x\"}"
    #expect(written(parseError(in: text)) == "x: ")
}
