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
