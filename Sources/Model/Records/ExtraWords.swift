// What few rows and runs have lies beside them: up to three words of 16 bytes for each, and of those only what is there.

/// What lies beside rows, or beside runs.
package struct ExtraWords: Sendable {
    fileprivate let words: Column<ID128>

    fileprivate init(words: Column<ID128>) { self.words = words }

    /// None at all.
    package init() { words = [] }

    /// Of a row; -1 for one that has none.
    package func accessExtras(at place: Int32) -> AccessExtras {
        var extras = AccessExtras()
        guard place >= 0 else { return extras }
        let place = ExtrasPlace(place)
        if let word = word(0, place) { extras.traceID = word }
        if let word = word(1, place) { extras.authorizerID = word }
        if let word = word(2, place) { extras.authorizerLatencyMs = Int32(truncatingIfNeeded: word.low) }
        return extras
    }

    /// The same as `accessExtras` tells: the numbers ask each request for it.
    package func authorizerLatencyMs(at place: Int32) -> Int32 {
        guard place >= 0, let word = word(2, ExtrasPlace(place)) else { return -1 }
        return Int32(truncatingIfNeeded: word.low)
    }

    /// Of a run; -1 for one that has none.
    package func invocationExtras(at place: Int32) -> InvocationExtras {
        InvocationExtras(at: place) { words[$0] }
    }

    private func word(_ number: Int32, _ place: ExtrasPlace) -> ID128? { place.place(of: number).map { words[$0] } }
}

package struct GrowingExtraWords: ~Copyable, Sendable {
    private var words: GrowingColumn<ID128>

    package init(in memory: ColumnMemory) { words = GrowingColumn(in: memory) }

    /// Where they lie: what a row has to name them by; -1 when there is nothing.
    package mutating func append(_ extras: AccessExtras) -> Int32 {
        let latency = extras.authorizerLatencyMs
        return append(
            extras.traceID, extras.authorizerID,
            latency < 0 ? .none : ID128(high: 1, low: UInt64(UInt32(bitPattern: latency))))
    }

    /// Where they lie: what a run has to name them by; -1 when there is nothing.
    package mutating func append(_ extras: InvocationExtras) -> Int32 {
        append(extras.traceID, extras.gatewayID, extras.initPlaces?.word ?? .none)
    }

    /// Of a run; -1 for one that has none.
    package func invocationExtras(at place: Int32) -> InvocationExtras {
        InvocationExtras(at: place) { words[$0] }
    }

    /// The words of others that lie there.
    package mutating func append(at place: Int32, of others: borrowing GrowingExtraWords) -> Int32 {
        let source = ExtrasPlace(place)
        let copy = ExtrasPlace(first: words.count, kinds: source.kinds)
        for number in 0..<source.kinds.nonzeroBitCount { words.append(others.words[source.first + number]) }
        return copy.code
    }

    private mutating func append(_ first: ID128, _ second: ID128, _ third: ID128) -> Int32 {
        let place = ExtrasPlace(
            first: words.count, kinds: (first.isNone ? 0 : 1) | (second.isNone ? 0 : 2) | (third.isNone ? 0 : 4))
        if !first.isNone { words.append(first) }
        if !second.isNone { words.append(second) }
        if !third.isNone { words.append(third) }
        return place.kinds == 0 ? -1 : place.code
    }

    /// To be told before extras of a column in a file are taken from many places in turn.
    package func willBeReadInNoOrder() { words.willBeReadInNoOrder() }

    /// The words as they are, to be shared and never changed. Nothing is left here.
    package mutating func freeze() -> ExtraWords { ExtraWords(words: words.freeze()) }
}

extension InvocationExtras {
    fileprivate init(at place: Int32, in words: (Int) -> ID128) {
        self.init()
        guard place >= 0 else { return }
        let place = ExtrasPlace(place)
        if let first = place.place(of: 0) { traceID = words(first) }
        if let second = place.place(of: 1) { gatewayID = words(second) }
        if let third = place.place(of: 2) { initPlaces = PlaceRange(word: words(third)) }
    }
}

/// Where the words of one row or run begin, and which of the three they are.
private struct ExtrasPlace {
    let first: Int
    /// Bit by bit.
    let kinds: Int32

    init(first: Int, kinds: Int32) {
        self.first = first
        self.kinds = kinds
    }

    init(_ code: Int32) { self.init(first: Int(code >> 3), kinds: code & 7) }

    /// Traps beyond 268 million words, as other places do beyond two thousand million.
    var code: Int32 { Int32(first << 3) | kinds }

    /// nil for a word that is not there.
    func place(of number: Int32) -> Int? {
        guard kinds & 1 << number != 0 else { return nil }
        return first + (kinds & (1 << number - 1)).nonzeroBitCount
    }
}

extension PlaceRange {
    /// Never `.none`, which is the word that is not there.
    fileprivate var word: ID128 { ID128(high: UInt64(input) << 32 | UInt64(first), low: 1 << 32 | UInt64(last)) }

    fileprivate init(word: ID128) {
        self.init(
            input: UInt32(truncatingIfNeeded: word.high >> 32), first: UInt32(truncatingIfNeeded: word.high),
            last: UInt32(truncatingIfNeeded: word.low))
    }
}
