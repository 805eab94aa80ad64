// Facts of a night in about three quarters of their room: what thousands of them have in common, their shape, is held once.

/// Facts that are held as a record each and a shape for many. All that a fact tells is in the two.
public protocol ShapedFact: BitwiseCopyable, Sendable {
    associatedtype Shape: Hashable, BitwiseCopyable, Sendable
    associatedtype Record: BitwiseCopyable, Sendable

    var shape: Shape { get }
    /// Neighbours in a log with the same hint mostly have the same shape.
    var shapeHint: UInt32 { get }
    func record(shape number: Int32) -> Record
    static func number(ofShapeOf record: Record) -> Int32
    init(_ record: Record, _ shape: Shape)
}

/// A column of facts to all who ask for one of them. Who goes through all of them asks for what it needs of the records and shapes.
public struct FactColumn<Fact: ShapedFact>: Sendable, RandomAccessCollection {
    public let records: Column<Fact.Record>
    /// By the number that is in the records.
    public let shapes: [Fact.Shape]

    public init(records: Column<Fact.Record>, shapes: [Fact.Shape]) {
        self.records = records
        self.shapes = shapes
    }

    public init(_ facts: some Sequence<Fact>) {
        var column = GrowingFactColumn<Fact>(in: ColumnMemory())
        for fact in facts { column.append(fact) }
        self = column.freeze()
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { records.count }

    @inlinable public subscript(place: Int) -> Fact {
        let record = records[place]
        return Fact(record, shapes[Int(Fact.number(ofShapeOf: record))])
    }
}

/// A column of facts in the making.
public struct GrowingFactColumn<Fact: ShapedFact>: ~Copyable, Sendable {
    public var records: GrowingColumn<Fact.Record>
    @usableFromInline var known: [Fact.Shape] = []
    @usableFromInline var numbers: [Fact.Shape: Int32] = [:]
    /// By hint: the number of the shape that came last. To look a shape up takes longer than to compare it with another.
    @usableFromInline var latest = [Int32](repeating: -1, count: 1 << 10)

    public init(in memory: ColumnMemory) { records = GrowingColumn(in: memory) }

    /// By the number that is in the records.
    @inlinable public var shapes: [Fact.Shape] { known }
    @inlinable public var count: Int { records.count }
    @inlinable public var indices: Range<Int> { records.indices }

    @inlinable public subscript(place: Int) -> Fact {
        get {
            let record = records[place]
            return Fact(record, known[Int(Fact.number(ofShapeOf: record))])
        }
        set { records[place] = newValue.record(shape: number(ofShapeOf: newValue)) }
    }

    @inlinable public mutating func append(_ fact: Fact) { records.append(fact.record(shape: number(ofShapeOf: fact))) }

    @inlinable mutating func number(ofShapeOf fact: Fact) -> Int32 {
        let shape = fact.shape
        let hint = Int(fact.shapeHint) & (latest.count - 1)
        if latest[hint] >= 0, known[Int(latest[hint])] == shape { return latest[hint] }
        let number = numbers[shape] ?? Int32(known.count)
        if number == known.count {
            known.append(shape)
            numbers[shape] = number
        }
        latest[hint] = number
        return number
    }

    /// What facts have in common, changed for all of them.
    public mutating func changeShapes(_ change: (inout Fact.Shape) -> Void) {
        for number in known.indices { change(&known[number]) }
        // Two that were different may be the same now, and one what another was.
        numbers = Dictionary(zip(known, 0...), uniquingKeysWith: { first, _ in first })
        latest = [Int32](repeating: -1, count: latest.count)
    }

    /// The facts as they are, to be shared and never changed. Nothing is left here.
    public mutating func freeze() -> FactColumn<Fact> {
        let memory = records.memory
        let column = FactColumn<Fact>(records: records.freeze(), shapes: known)
        self = GrowingFactColumn(in: memory)
        return column
    }
}
