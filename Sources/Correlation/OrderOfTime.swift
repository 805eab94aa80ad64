// The order in which a night happened: elements by time, those of one time by their ids.

import Model

/// What tells elements of one time apart.
struct TieBreaker: Comparable, Sendable {
    var id: ID128
    var attempt: UInt8 = 0

    static func < (left: TieBreaker, right: TieBreaker) -> Bool {
        (left.id, left.attempt) < (right.id, right.attempt)
    }
}

/// The places of a list in order of time. A night is some hundreds of streams, each of them in order: their stretches are merged, so that
/// each element is asked for once, and of each stretch one after the other.
struct OrderOfTime {
    /// Where a stretch is, and the time of the element there.
    private struct Head: Comparable {
        var time: Timestamp
        var place: Int32
        var end: Int32

        static func < (left: Head, right: Head) -> Bool { left.time < right.time }
    }

    /// A heap: each is no later than those at twice its place.
    private var heads: [Head] = []

    /// The list is `count` long and has these times. A time that is not known is before all others.
    init(below count: Int, time: (Int) -> Timestamp) {
        var last = Timestamp.unknown
        for place in 0..<count {
            let time = time(place)
            if place == 0 || time < last { heads.append(Head(time: time, place: Int32(place), end: 0)) }
            heads[heads.count - 1].end = Int32(place + 1)
            last = time
        }
        for head in heads.indices.reversed() { sink(head) }
    }

    /// All places by their time, then by `tie`, then as they stand.
    consuming func forEach(time: (Int) -> Timestamp, tie: (Int) -> TieBreaker, _ body: (Int32) -> Void) {
        var tied: [(tie: TieBreaker, place: Int32)] = []
        while let head = heads.first {
            advance(time)
            guard tied.isEmpty, heads.first?.time != head.time else {
                tied.append((tie(Int(head.place)), head.place))
                if heads.first?.time != head.time {
                    for element in tied.sorted(by: { ($0.tie, $0.place) < ($1.tie, $1.place) }) { body(element.place) }
                    tied.removeAll(keepingCapacity: true)
                }
                continue
            }
            body(head.place)
        }
    }

    /// Past the earliest element.
    private mutating func advance(_ time: (Int) -> Timestamp) {
        heads[0].place += 1
        if heads[0].place < heads[0].end {
            heads[0].time = time(Int(heads[0].place))
        } else {
            heads.swapAt(0, heads.count - 1)
            heads.removeLast()
        }
        sink(0)
    }

    private mutating func sink(_ start: Int) {
        var head = start
        while true {
            var earliest = head
            for child in 2 * head + 1...2 * head + 2 where child < heads.count && heads[child] < heads[earliest] {
                earliest = child
            }
            guard earliest != head else { return }
            heads.swapAt(head, earliest)
            head = earliest
        }
    }
}
