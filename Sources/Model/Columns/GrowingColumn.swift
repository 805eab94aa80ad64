// A long list in the making: at the worst moment of a run, facts are most of its memory.

/// An array in chunks of equal size. Appending never moves what is there, so that a growing column takes what its elements take and not
/// twice that. It has one owner, who may change it; `freeze` makes of it what can be shared. Public, because the compiler specializes
/// generic code of another module only if it is.
public struct GrowingColumn<Element: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
    /// Chunk by chunk; the same chunks by their addresses, which an access needs at once.
    @usableFromInline var chunks: ContiguousArray<ColumnChunk> = []
    @usableFromInline var addresses: ContiguousArray<UInt> = []
    @usableFromInline var used = 0
    public let memory: ColumnMemory

    public init(in memory: ColumnMemory = ColumnMemory()) { self.memory = memory }

    @inlinable public var count: Int { used }
    @inlinable public var isEmpty: Bool { used == 0 }
    @inlinable public var indices: Range<Int> { 0..<used }
    @inlinable public var last: Element? { used == 0 ? nil : self[used - 1] }

    @inlinable public subscript(place: Int) -> Element {
        get { unsafe pointer(place).pointee }
        _modify { yield unsafe &pointer(place).pointee }
    }

    @inlinable public mutating func append(_ element: Element) {
        if used == chunks.count << ColumnLayout.shift { addChunk() }
        used += 1
        unsafe pointer(used - 1).initialize(to: element)
    }

    @inlinable public mutating func swapAt(_ left: Int, _ right: Int) {
        let element = self[left]
        self[left] = self[right]
        self[right] = element
    }

    /// To be told before elements of a column in a file are taken from many places in turn.
    public func willBeReadInNoOrder() { for chunk in chunks { chunk.isReadInNoOrder() } }

    /// Leaves the first `kept` elements.
    public mutating func truncate(to kept: Int) {
        precondition(kept <= used)
        used = kept
        let spare = chunks.count - ColumnLayout.chunks(for: kept)
        chunks.removeLast(spare)
        addresses.removeLast(spare)
    }

    /// The elements as they are, to be shared and never changed. Nothing is left here.
    public mutating func freeze() -> Column<Element> {
        let column = Column<Element>(chunks: chunks, addresses: addresses, count: used)
        self = GrowingColumn(in: memory)
        return column
    }

    /// Nobody else has the chunks, so what is done through this is done to this column alone.
    @inlinable func pointer(_ place: Int) -> UnsafeMutablePointer<Element> {
        precondition(place >= 0 && place < used)
        return unsafe ColumnLayout.pointer(place, addresses)
    }

    @usableFromInline mutating func addChunk() {
        let chunk = memory.chunk(bytes: MemoryLayout<Element>.stride << ColumnLayout.shift)
        chunks.append(chunk)
        addresses.append(chunk.address)
    }
}

/// How elements lie in chunks.
@usableFromInline enum ColumnLayout {
    /// Elements in a chunk as a power of two: some megabytes of facts.
    @inlinable static var shift: Int { 14 }
    @inlinable static var mask: Int { 1 << shift - 1 }

    static func chunks(for count: Int) -> Int { (count + mask) >> shift }

    /// Chunks begin at pages of memory, which is aligned enough for any element.
    @inlinable static func pointer<Element>(_ place: Int, _ addresses: ContiguousArray<UInt>) -> UnsafeMutablePointer<Element> {
        let chunk = unsafe UnsafeMutablePointer<Element>(bitPattern: addresses[place >> shift])
        return unsafe chunk.unsafelyUnwrapped + (place & mask)
    }
}
