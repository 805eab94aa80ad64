// A long list that is done: whoever holds it shares its memory with all others.

/// What `GrowingColumn.freeze` gives. An array to all who ask it, whatever its chunks.
public struct Column<Element: BitwiseCopyable & Sendable>: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    @usableFromInline let chunks: ContiguousArray<ColumnChunk>
    @usableFromInline let addresses: ContiguousArray<UInt>
    public let count: Int

    init(chunks: ContiguousArray<ColumnChunk>, addresses: ContiguousArray<UInt>, count: Int) {
        self.chunks = chunks
        self.addresses = addresses
        self.count = count
    }

    public init(_ elements: some Sequence<Element>, in memory: ColumnMemory = ColumnMemory()) {
        var column = GrowingColumn<Element>(in: memory)
        for element in elements { column.append(element) }
        self = column.freeze()
    }

    public init(arrayLiteral elements: Element...) { self.init(elements) }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }

    @inlinable public subscript(place: Int) -> Element {
        precondition(place >= 0 && place < count)
        // An address does not keep its chunk.
        return withExtendedLifetime(chunks) { unsafe ColumnLayout.pointer(place, addresses).pointee }
    }
}
