// One failing run whose log holds one event of N bytes of something that a reader, a rule or a renderer might stumble over.

extension WorstInput {
    static var lines: [WorstInput] {
        [
            line("one line of letters", "a"), line("table pipes", "|"), line("backticks", "`a"), line("brackets", "["),
            line("asterisks", "*a "), line("tags", "<a "), line("backslashes", "\\"), line("quotes", "\""), line("`eyJ`", "eyJ"),
            line("`AKIA`", "AKIA"), line("`\"password\":`", "\"password\":"), line("`cookie: a=`", "cookie: a="),
            line("a long hex number", "0f"), line("base64", "QUJD"), line("addresses (`a@`, `://a@`)", "a@b://a@"),
            line("stack frames", "    at f (/var/task/a.js:1:2)\n", heading: "Error: x\n"),
            line("causes", "Caused by: a.B: c\n\tat a.B.c(D.java:1)\n", heading: "a.B: x\n\tat a.B.c(D.java:1)\n"),
            line("nested JSON", "{\"a\":", heading: "{\"level\":\"ERROR\",\"message\":"),
            line("nested brackets in JSON", "[", heading: "{\"level\":\"ERROR\",\"message\":"),
            message("a message of quoted words", "'a "), message("a message of ids", "1f-"),
        ]
    }

    private static func line(_ name: String, _ part: String, heading: String = "") -> WorstInput {
        event(name) { id, size in
            let text = heading + String(repeating: part, count: size / part.utf8.count)
            return heading.hasPrefix("{") ? text : "2026-03-12T09:14:00.002Z\t\(id)\tERROR\t\(text)"
        }
    }

    private static func message(_ name: String, _ part: String) -> WorstInput {
        event(name) { id, size in worstError(id, message: String(repeating: part, count: size / part.utf8.count)) }
    }

    private static func event(_ name: String, _ text: @escaping (_ id: String, _ size: Int) -> String) -> WorstInput {
        WorstInput(name: name, unit: "MB", smallest: 1_000_000) { size in
            let run = worstID(0, kind: 2)
            var access: [UInt8] = []
            WorstRow(requestID: worstID(0, kind: 1), status: 502, run: run).append(to: &access)
            var runs: [UInt8] = []
            appendStream(worstRun(run, printing: [text(run, size), worstError(run, message: "no user")]), to: &runs)
            return [("access.json", access), ("runs.json", runs)]
        }
    }
}

extension WorstInput {
    static var compressed: [WorstInput] {
        [
            WorstInput(name: "compressed lines of one letter", unit: "MB", smallest: 32_000_000, gzip: true) { size in
                var text = [UInt8](repeating: UInt8(ascii: "a"), count: size)
                for place in stride(from: 99, to: size, by: 100) { text[place] = UInt8(ascii: "\n") }
                return [("bomb.gz", text)]
            }
        ]
    }
}
