// Names are said once and then carried as numbers: log groups, streams, functions, routes, user agents.

/// An index into a `NameTable`; `.none` is "not known".
package struct Name: BitwiseCopyable, Hashable, Sendable {
    package var index: UInt32

    package init(index: UInt32) { self.index = index }

    package static let none = Name(index: 0)

    package var isNone: Bool { index == 0 }
}

/// Strings met in one input, or in all inputs after merging. Index 0 is the empty name.
package struct NameTable: Sendable {
    package private(set) var texts: [String] = [""]
    private var indices: [String: UInt32] = ["": 0]

    package init() {}

    /// The number of a text; the empty text and the access log's `-` are `.none`.
    package mutating func intern(_ text: String) -> Name {
        if text == "-" { return .none }
        if let index = indices[text] { return Name(index: index) }
        let index = UInt32(texts.count)
        texts.append(text)
        indices[text] = index
        return Name(index: index)
    }

    /// The name of a text that may never have been met.
    package func find(_ text: String) -> Name? {
        indices[text].map(Name.init(index:))
    }

    package subscript(name: Name) -> String { texts[Int(name.index)] }

    /// The text, or nil for `.none`.
    package func text(_ name: Name) -> String? {
        name.isNone ? nil : texts[Int(name.index)]
    }

    /// Adds every name of another table; the answer maps the other table's indices to this one's.
    package mutating func absorb(_ other: NameTable) -> [Name] {
        other.texts.map { intern($0) }
    }
}
