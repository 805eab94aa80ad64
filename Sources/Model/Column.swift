// A long list of facts that grows without a copy of itself: at the worst moment of a run, facts are most of its memory.

/// An array in chunks of equal size. Appending never moves what is there, so that a growing column takes what its elements take and not
/// twice that; asking for an element costs one more step than with an array. Public, because the compiler specializes generic code of
/// another module only if it is.
public struct Column<Element: Sendable>: Sendable, RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
    @usableFromInline var chunks: [ContiguousArray<Element>] = []
    @usableFromInline var used = 0

    /// Elements in a chunk as a power of two: some megabytes of facts.
    @inlinable static var shift: Int { 14 }
    @inlinable static var mask: Int { 1 << shift - 1 }

    @inlinable public init() {}

    @inlinable public init(_ elements: some Sequence<Element>) {
        for element in elements { append(element) }
    }

    @inlinable public init(arrayLiteral elements: Element...) { self.init(elements) }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { used }
    @inlinable public var count: Int { used }

    @inlinable public subscript(place: Int) -> Element {
        get { chunks[place >> Self.shift][place & Self.mask] }
        _modify { yield &chunks[place >> Self.shift][place & Self.mask] }
    }

    @inlinable public mutating func append(_ element: Element) {
        if used == chunks.count << Self.shift {
            var chunk = ContiguousArray<Element>()
            chunk.reserveCapacity(1 << Self.shift)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(element)
        used += 1
    }

    /// Leaves the first `kept` elements.
    @inlinable public mutating func truncate(to kept: Int) {
        chunks.removeLast(chunks.count - (kept + Self.mask) >> Self.shift)
        used = kept
        guard let last = chunks.indices.last else { return }
        chunks[last].removeLast(chunks[last].count - (kept - last << Self.shift))
    }
}
