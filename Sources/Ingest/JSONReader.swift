// simdjson as a Swift value: one document at a time, read into a flat list that is walked by index.

import CSimdJSON

/// Owns a parser and its buffers. Values are valid until the next `read`.
@safe package struct JSONReader: ~Copyable {
    package enum Kind: UInt8 {
        case null, false_, true_, number, string, object, array

        var isScalar: Bool { rawValue < Kind.object.rawValue }
    }

    private let parser: OpaquePointer
    private var values: UnsafePointer<fl_json_value>?
    private var strings = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Number of values of the document read last; 0 after a broken one.
    package private(set) var count = 0

    package init() {
        unsafe parser = fl_json_create()
        unsafe values = nil
    }

    deinit { unsafe fl_json_destroy(parser) }

    /// Reads one whole document; false when it is not well-formed JSON.
    package mutating func read(_ document: Span<UInt8>) -> Bool {
        let result = unsafe document.withUnsafeBufferPointer { bytes in
            unsafe bytes.baseAddress.map { unsafe fl_json_read(parser, $0, bytes.count) } ?? -1
        }
        unsafe values = fl_json_values(parser)
        var length = 0
        let start = unsafe fl_json_strings(parser, &length)
        unsafe strings = UnsafeBufferPointer(start: start, count: length)
        count = max(0, Int(result))
        return result >= 0
    }

    package func kind(_ index: Int) -> Kind {
        precondition(index < count)
        return unsafe Kind(rawValue: values![index].kind) ?? .null
    }

    /// 0 for the document's own value.
    package func depth(_ index: Int) -> Int {
        precondition(index < count)
        return unsafe Int(values![index].depth)
    }

    /// Index of the value after this one and all that it holds.
    package func next(_ index: Int) -> Int {
        precondition(index < count)
        return unsafe Int(values![index].next)
    }

    /// Strings unescaped; numbers and words as their JSON text; empty for objects and arrays (see `json`).
    package func withText<Result>(_ index: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        precondition(index < count)
        let value = unsafe values![index]
        let buffer = unsafe UnsafeBufferPointer(start: value.text, count: Int(value.text_length))
        return try unsafe body(buffer.span)
    }

    /// The unescaped key inside an object; an empty span elsewhere.
    package func withKey<Result>(_ index: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        precondition(index < count)
        let value = unsafe values![index]
        let buffer = unsafe UnsafeBufferPointer(start: value.key, count: Int(value.key_length))
        return try unsafe body(buffer.span)
    }

    /// All strings of the document, keys too, one behind the other with a few bytes between them.
    func withStrings<Result>(_ body: (Span<UInt8>) -> Result) -> Result { unsafe body(strings.span) }

    /// Where a value's key stands among the strings. Only inside an object.
    @inline(__always)
    func keyInStrings(_ index: Int) -> Range<Int> {
        precondition(index < count)
        let value = unsafe values![index]
        let start = unsafe value.key - strings.baseAddress!
        return unsafe start..<(start + Int(value.key_length))
    }

    /// Where the text of a string stands among the strings.
    @inline(__always)
    func textInStrings(_ index: Int) -> Range<Int> {
        precondition(kind(index) == .string)
        let value = unsafe values![index]
        let start = unsafe value.text - strings.baseAddress!
        return unsafe start..<(start + Int(value.text_length))
    }

    /// The JSON text of an object or array, minified.
    package func json(_ index: Int) -> String {
        precondition(index < count && kind(index).rawValue >= Kind.object.rawValue)
        var length = 0
        let text = unsafe fl_json_text(parser, UInt32(index), &length)
        return unsafe String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
    }

    package func text(_ index: Int) -> String {
        withText(index) { unsafe $0.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
    }

    package func key(_ index: Int) -> String {
        withKey(index) { unsafe $0.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) } }
    }
}
