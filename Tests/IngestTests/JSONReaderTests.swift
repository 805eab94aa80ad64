import Ingest
import Testing

@Suite struct JSONReaderTests {
    @Test func `a document becomes a flat list with keys, kinds, texts and ends`() {
        var reader = JSONReader()
        let document = Array(#"{"a": "x\"y", "b": [1, -2.5e3 , {"c": null}] , "d": true, "e": {} }"#.utf8)
        let wellFormed = reader.read(document.span)
        let indices = 0..<reader.count
        let keys = indices.map { reader.key($0) }
        let texts = indices.map { reader.text($0) }
        let ends = indices.map { reader.next($0) }
        let depths = indices.map { reader.depth($0) }
        let array = reader.json(2)
        #expect(wellFormed)
        #expect(keys == ["", "a", "b", "", "", "", "c", "d", "e"])
        #expect(texts == ["", #"x"y"#, "", "1", "-2500.0", "", "null", "true", ""])
        #expect(array == #"[1,-2500.0,{"c":null}]"#)
        #expect(ends == [9, 2, 7, 4, 5, 7, 7, 8, 9])
        #expect(depths == [0, 1, 1, 2, 2, 2, 3, 1, 1])
    }

    @Test func `empty containers, a scalar alone and a second document are as good as any`() {
        var reader = JSONReader()
        var seen: [[String]] = []
        for text in [
            #"{"a":{},"b":[],"":[[],{"c":[18446744073709551615,-9]}]}"#, " 1e300 ", #""é\u00e9""#, "[]", #"{"k":false}"#,
        ] {
            let bytes = Array(text.utf8)
            guard reader.read(bytes.span) else { continue }
            seen.append((0..<reader.count).map { "\(reader.key($0)):\(reader.kind($0)):\(reader.text($0)):\(reader.next($0))" })
        }
        #expect(
            seen == [
                [
                    ":object::9", "a:object::2", "b:array::3", ":array::9", ":array::5", ":object::9", "c:array::9",
                    ":number:18446744073709551615:8", ":number:-9:9",
                ], [":number:1e+300:1"], [":string:éé:1"], [":array::1"], [":object::2", "k:false_:false:2"],
            ])
    }

    @Test func `the text of each object and array is its own, in whatever order they are asked for`() {
        var reader = JSONReader()
        let bytes = Array(#"[{"a": [1, 2]}, "x", [ ], [true, {"b": "y"}]]"#.utf8)
        let wellFormed = reader.read(bytes.span)
        let texts = [9, 7, 6, 2, 1, 0].map { reader.json($0) }
        #expect(wellFormed)
        #expect(
            texts == [
                #"{"b":"y"}"#, #"[true,{"b":"y"}]"#, "[]", "[1,2]", #"{"a":[1,2]}"#,
                #"[{"a":[1,2]},"x",[],[true,{"b":"y"}]]"#,
            ])
    }

    @Test func `the deepest nesting that is read comes out whole`() {
        var reader = JSONReader()
        var deepest = 0
        for depth in 1...80 {
            let text = String(repeating: #"{"k":["#, count: depth / 2) + String(repeating: "]}", count: depth / 2)
            let bytes = Array(text.utf8)
            if reader.read(bytes.span) { deepest = reader.depth(reader.count - 1) }
        }
        #expect(deepest == 63)
    }

    @Test(arguments: ["", "{", #"{"a":-}"#, #"{"a":1}{"b":2}"#, #"{"a" 1}"#, "nonsense", #"{"a":"\q"}"#, "[1,]"])
    func `what is not one well-formed document is refused`(text: String) {
        var reader = JSONReader()
        let bytes = Array(text.utf8)
        let wellFormed = reader.read(bytes.span)
        #expect(!wellFormed)
    }

    @Test func `deep nesting is refused, not followed`() {
        var reader = JSONReader()
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        let wellFormed = reader.read(bytes.span)
        #expect(!wellFormed)
    }
}
