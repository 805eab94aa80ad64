// The list that facts stand in: an array to all who ask it, whatever its chunks.

import Model
import Testing

@Suite struct `A column` {
    private static let chunk = 1 << 14

    @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5])
    func `holds what was appended, in order, across the borders of its chunks`(count: Int) {
        let column = Column(0..<count)
        #expect(column.count == count)
        #expect(Array(column) == Array(0..<count))
        #expect(column.isEmpty == (count == 0))
        #expect(column.last == (count == 0 ? nil : count - 1))
    }

    @Test func `elements are changed in place`() {
        var column = Column(0..<chunkAndAHalf)
        for place in column.indices { column[place] *= 2 }
        column.swapAt(3, chunkAndAHalf - 1)
        #expect(column[3] == 2 * (chunkAndAHalf - 1))
        #expect(column[chunkAndAHalf - 1] == 6)
        #expect(column[Self.chunk] == 2 * Self.chunk)
    }

    @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk])
    func `it is cut to its first elements and grows on from there`(kept: Int) {
        var column = Column(0..<2 * Self.chunk)
        column.truncate(to: kept)
        #expect(Array(column) == Array(0..<kept))
        for number in 0..<Self.chunk { column.append(-number) }
        #expect(column.count == kept + Self.chunk)
        #expect(Array(column.prefix(kept)) == Array(0..<kept))
        #expect(Array(column.suffix(Self.chunk)) == (0..<Self.chunk).map { -$0 })
    }

    private var chunkAndAHalf: Int { Self.chunk * 3 / 2 }
}
