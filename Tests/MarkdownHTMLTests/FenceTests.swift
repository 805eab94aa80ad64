// The fenced blocks `layers`, `log`, `stack` and `json`.

import MarkdownHTML
import Testing

private func fence(_ kind: String, _ text: String) -> HTMLReader {
    HTMLReader(html("# T\n\n```\(kind)\n\(text)\n```\n"))
}

@Test func `a log row has its number, time, gap, source, level and message`() {
    let reader = fence("log", "L17 | 02:17:49.868 | +2.002 s | function | ERROR | a | b  c")
    #expect(reader.all("td").map(\.text) == ["17", "02:17:49.868", "+2.002 s", "function", "ERROR", "a | b  c"])
    #expect(reader.all("tr").last?.attributes["id"] == "L17")
    #expect(reader.all("tr").last?.attributes["class"] == "function error late")
    #expect(reader.first("a")?.attributes["href"] == "#L17")
}

@Test func `a log row may lack a gap and a level`() {
    let reader = fence("log", "L1 | 02:17:49.868 |  | gateway |  | START RequestId: x")
    #expect(reader.all("td").map(\.text) == ["1", "02:17:49.868", "", "gateway", "", "START RequestId: x"])
    #expect(reader.all("tr").last?.attributes["class"] == "gateway plat")
}

@Test func `a proof row is marked and says which proof it is`() {
    let reader = fence("log", "L21 proof 2 | 02:17:49.884 | +999 ms | authorizer | WARN | x")
    #expect(reader.all("tr").last?.attributes["class"] == "authorizer warn proof")
    #expect(reader.all("td").last?.text == "x proof 2")
}

@Test func `further lines of a message lose their indent of four and keep the rest`() {
    let reader = fence("log", "L1 | 0 | 0 | function | ERROR | first\n    {\n      \"a\": 1\n    }\nno indent")
    #expect(reader.first("div", class: "more")?.text == "{\n  \"a\": 1\n}\nno indent")
}

@Test func `a long message is folded behind its first line`() {
    let reader = fence("log", "L1 | 0 | 0 | function | ERROR | first" + String(repeating: "\n    x", count: 20))
    #expect(reader.first("summary")?.text == "20 more lines")
    #expect(reader.first("td", class: "m")?.text.hasPrefix("first") == true)
}

@Test func `fields after the message are set apart and lose nothing`() {
    let reader = fence("log", "L1 | 0 | 0 | function | INFO | created order items=3 url=http://x/?a=b currency=EUR")
    #expect(reader.first("span", class: "msg")?.text == "created order ")
    #expect(reader.all("i").map(\.text) == ["items=", "url=", "currency="])
    #expect(reader.first("td", class: "m")?.text == "created order items=3 url=http://x/?a=b currency=EUR")
}

@Test func `a value in quotes is one value, whatever stands in it`() {
    let text = #"access log row agent="Shop \"x=1\" y=2" status=500 open="a b=c"#
    let reader = fence("log", "L1 | 0 | 0 | gateway |  | \(text)")
    #expect(reader.first("span", class: "msg")?.text == "access log row ")
    #expect(reader.all("i").map(\.text) == ["agent=", "status=", "open="])
    #expect(reader.first("td", class: "m")?.text == text)
}

@Test func `a cut names the plain text`() {
    let reader = fence("log", "L1 | 0 | 0 | function | INFO | x\n... | 1,234 lines left out | logs/a b.txt")
    #expect(reader.first("tr", class: "cut")?.text == "1,234 lines left out")
    #expect(reader.all("a").last?.attributes["href"] == "logs/a%20b.txt")
}

@Test func `two logs on a page do not share an anchor`() {
    let reader = HTMLReader(
        html("# T\n\n```log\nL1 | 0 | 0 | function | INFO | x\n```\n\n```log\nL1 | 0 | 0 | function | INFO | y\n```\n"))
    #expect(reader.elements.filter { $0.attributes["id"] == "L1" }.count == 1)
}

@Test func `redaction tokens are marked and placeholders are not`() {
    let reader = fence("log", "L1 | 0 | 0 | function | INFO | [user#7] and ‹n› and [user#")
    #expect(reader.all("span", class: "redacted").map(\.text) == ["[user#7]"])
    let text = HTMLReader(html("# T\n\nby \\[email#12\\] and `[jwt#1]`\n"))
    #expect(text.all("span", class: "redacted").map(\.text) == ["[email#12]", "[jwt#1]"])
}

@Test func `a stack has its exception, own frames and folded library frames`() {
    let reader = fence(
        "stack",
        """
        TypeError: cannot read
            on two lines
        F1 own handler | src/a.js:1:2
        F2 lib run | /var/task/node_modules/@middy/core/index.js:3
        F3 lib tick | node:internal/process/task_queues:95
        F4 own <anonymous> | src/b.js:4:5
        """)
    #expect(reader.first("p", class: "exception")?.text == "TypeError: cannot read\non two lines")
    #expect(reader.all("li", class: "own").map { $0.attributes["id"] } == ["F1", "F4"])
    #expect(reader.all("li", class: "own").map(\.text) == ["1handlersrc/a.js:1:2", "4<anonymous>src/b.js:4:5"])
    #expect(reader.first("summary")?.text == "2 library frames, @middy/core, node:internal")
    #expect(reader.first("li", class: "folded")?.text.hasPrefix("2–32 library frames") == true)
    #expect(reader.all("li", class: "lib").map { $0.attributes["id"] } == ["F2", "F3"])
}

@Test func `causes follow behind a line of their own`() {
    let reader = fence("stack", "A: a\nF1 own f | x.py:1\ncaused by\nB: b\nF2 lib g | y.py:2\ncaused by\nC")
    #expect(reader.all("p", class: "exception").map(\.text) == ["A: a", "B: b", "C"])
    #expect(reader.all("div", class: "cause").count == 2)
    #expect(reader.all("summary").map(\.text) == ["1 library frame; no frame is own code"])
}

@Test func `without own frames only the middle of the error is folded`() {
    let reader = fence("stack", "A: a\n" + (1...6).map { "F\($0) lib f | x:\($0)" }.joined(separator: "\n"))
    #expect(reader.first("summary")?.text == "3 library frames; no frame is own code")
    #expect(reader.all("li", class: "lib").count == 6)
}

@Test func `a stack without text is an empty one`() {
    #expect(fence("stack", "").first("ol") == nil)
}

@Test func `the strip shows every layer, breaks once and displaces what follows`() {
    let reader = fence(
        "layers",
        """
        Client | fine | sent 412 B | 0 ms
        WAF | not configured | no web ACL | –
        Gateway | broke 4xx | a | b | 9 ms
        Authorizer | not reached | not reached | –
        Function | no log | no log | ?
        Response | carried | passed on | at 31 ms
        """)
    #expect(
        reader.all("li").map { $0.attributes["class"] } == [
            "fine", "absent", "broke c4 fault", "unreached after", "nolog after", "carried after",
        ])
    #expect(reader.all("li")[2].text == "Gatewaya | b9 ms")
}

@Test func `a layer leads to its first log line`() {
    let source = """
        # T

        ```layers
        Gateway | fine | x | 0 ms
        Function | broke 5xx | y | 1 ms
        ```

        ## Log

        ```log
        L1 | 0 | 0 | gateway |  | a
        L2 | 0 | 0 | function |  | b
        L3 | 0 | 0 | function |  | c
        ```
        """
    let links = HTMLReader(html(source)).all("a").prefix(2)
    #expect(links.map { $0.attributes["href"] } == ["#L1", "#L2"])
}

@Test func `JSON on one line is opened`() {
    let reader = fence("json", #"{"a":1,"b":{"c":"x,{y\"","d":[]},"e":{}}"#)
    #expect(
        reader.first("code")?.text == """
            {
              "a": 1,
              "b": {
                "c": "x,{y\\"",
                "d": []
              },
              "e": {}
            }
            """ + "")
    #expect(reader.all("span", class: "k").map(\.text) == [#""a""#, #""b""#, #""c""#, #""d""#, #""e""#])
}

@Test func `JSON that is laid out stays so, and what is no JSON comes out whole`() {
    #expect(fence("json", "{\n \"a\" : 1\n}").first("code")?.text == "{\n \"a\" : 1\n}\n")
    #expect(fence("json", "\"open \\").first("code")?.text.contains("\"open \\") == true)
    #expect(fence("json", "]]]}}}").first("code")?.text.filter { !$0.isWhitespace } == "]]]}}}")
}

@Test func `other fences are plain blocks`() {
    #expect(fence("sh", "aws logs <x>").first("code")?.text == "aws logs <x>\n")
}
