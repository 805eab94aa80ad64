// The input's name table behind a lookup by bytes: a name met before costs one hash and one comparison.

import Model

struct InternedNames {
    private(set) var names = NameTable()
    private var known = ByteTable()
    private var scratch: [UInt8] = []
    /// Hash of a name's text by its index, for the identity of events; 0 is "not computed yet".
    private var hashes: [UInt64] = []
    /// Endpoints made lately, by the names they were made of; a newer one may push out an older.
    private var endpoints: [Endpoint] = []

    private struct Endpoint {
        var method = Name.none
        var route = Name.none
        var name = Name.none
    }

    /// The empty text and the access log's `-` are `.none`.
    mutating func intern(_ text: Span<UInt8>) -> Name {
        if text.isEmpty { return .none }
        let hash = byteHash(text)
        if let index = known.find(text, hash: hash) { return Name(index: index) }
        let name = names.intern(text.decoded)
        known.insert(text, hash: hash, value: name.index)
        return name
    }

    /// The name of a text met before through `intern` of bytes.
    func find(_ text: Span<UInt8>) -> Name? {
        known.find(text, hash: byteHash(text)).map(Name.init(index:))
    }

    mutating func intern(_ text: String) -> Name { names.intern(text) }

    /// `GET` and `/orders` as `GET /orders`; the two names are those of the two texts.
    mutating func endpoint(
        _ methodName: Name, _ routeName: Name, method: Span<UInt8>, route: Span<UInt8>
    ) -> Name {
        // A text without a name may be one of several.
        guard !methodName.isNone, !routeName.isNone else { return endpoint(method: method, route: route) }
        if endpoints.isEmpty { endpoints = [Endpoint](repeating: Endpoint(), count: 64) }
        let slot = Int((methodName.index &* 7 &+ routeName.index) & 63)
        if endpoints[slot].method == methodName, endpoints[slot].route == routeName { return endpoints[slot].name }
        let name = endpoint(method: method, route: route)
        endpoints[slot] = Endpoint(method: methodName, route: routeName, name: name)
        return name
    }

    private mutating func endpoint(method: Span<UInt8>, route: Span<UInt8>) -> Name {
        scratch.removeAll(keepingCapacity: true)
        scratch.append(method)
        scratch.append(UInt8(ascii: " "))
        scratch.append(route)
        let text = scratch
        return intern(text.span)
    }

    /// The same number for the same text in every input.
    mutating func hash(of name: Name) -> UInt64 {
        let index = Int(name.index)
        while hashes.count <= index { hashes.append(0) }
        if hashes[index] == 0 {
            let bytes = Array(names[name].utf8)
            hashes[index] = byteHash(bytes.span) | 1
        }
        return hashes[index]
    }
}
