// N different names of something that has a few in an honest night.

extension WorstInput {
    static var manyNames: [WorstInput] {
        [
            WorstInput(name: "log groups with a stream each", unit: "groups", smallest: 1_000) { size in
                var text: [UInt8] = []
                for number in 0..<size {
                    appendStream(
                        group: "/aws/lambda/users-\(number)", stream: "2026/03/12/[7]\(number)",
                        worstRun(worstID(number, kind: 2)), to: &text)
                }
                return [("runs.json", text)]
            },
            WorstInput(name: "streams of one log group", unit: "streams", smallest: 5_000) { size in
                var text: [UInt8] = []
                for number in 0..<size {
                    appendStream(stream: "2026/03/12/[7]\(number)", worstRun(worstID(number, kind: 2)), to: &text)
                }
                return [("runs.json", text)]
            },
            WorstInput(name: "endpoints", unit: "endpoints", smallest: 1_000) { size in
                [("access.json", rows(size) { WorstRow(requestID: worstID($0, kind: 1), path: "/users/\(word($0))") })]
            },
            WorstInput(name: "user agents", unit: "agents", smallest: 25_000) { size in
                [("access.json", rows(size) { WorstRow(requestID: worstID($0, kind: 1), agent: "agent/\(word($0))") })]
            },
            WorstInput(name: "failure groups", unit: "groups", smallest: 250) { size in
                failing(size) { worstError($0, message: "cannot find \(word($1))") }
            },
            WorstInput(name: "failures of one group", unit: "failures", smallest: 1_000) { size in
                failing(size) { worstError($0, message: "cannot find '\(word($1))'") }
            },
        ]
    }

    private static func failing(_ count: Int, _ error: (_ run: String, _ number: Int) -> String) -> NightFiles {
        let access = rows(count) {
            WorstRow(requestID: worstID($0, kind: 1), time: worstStart + Int64($0), status: 502, run: worstID($0, kind: 2))
        }
        let runs = runs(count) { number in
            let id = worstID(number, kind: 2)
            return worstRun(id, at: worstStart + Int64(number), printing: [error(id, number)])
        }
        return [("access.json", access), ("runs.json", runs)]
    }

    /// Letters only, so that nothing in it is taken for a number or an id.
    private static func word(_ number: Int) -> String {
        var rest = number
        var letters = ""
        repeat {
            letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 20)))
            rest /= 20
        } while rest > 0
        return letters + "word"
    }
}
