import Testing
import Workers

/// Something that has one owner.
private struct Numbers: ~Copyable, Sendable {
    var all: [Int]
}

@Suite struct `Work on several threads` {
    @Test(arguments: [1, 2, 8])
    func `results are taken in the order of the work, whoever is faster`(jobs: Int) {
        let taken = inOrder(100, jobs: jobs, into: [Int](), desk: { 0 }) { number, worked in
            worked += 1
            // The first ones take longest.
            return (0..<(100 - number) * 50).reduce(number) { $0 &+ $1 } &- (0..<(100 - number) * 50).reduce(0) { $0 &+ $1 }
        } take: {
            $0.append($1)
        }
        #expect(taken == Array(0..<100))
    }

    @Test func `a desk is handed from one piece of work to the next`() {
        let uses = mapped(5, jobs: 1, desk: { 0 }) { _, uses in
            uses += 1
            return uses
        }
        #expect(uses == [1, 2, 3, 4, 5])
    }

    @Test(arguments: [1, 2])
    func `two values are changed side by side and both come back`(jobs: Int) {
        var one = Numbers(all: [1])
        var other = Numbers(all: [10, 20])
        sideBySide(jobs: jobs, &one, { $0.all.append(2) }, &other, { $0.all.removeFirst() })
        #expect(one.all == [1, 2])
        #expect(other.all == [20])
    }

    private struct Failed: Error, Equatable {
        var number: Int
    }

    @Test(arguments: [1, 2, 8])
    func `of work that fails the first error in order is told`(jobs: Int) {
        #expect(throws: Failed(number: 3)) {
            try inParallel(4, jobs: jobs) { number in
                if number == 3 { throw Failed(number: number) }
            }
        }
        #expect(throws: Never.self) { try inParallel(100, jobs: jobs) { _ in } }
    }

    @Test func `no work gives no result`() {
        #expect(mapped(0, jobs: 4, desk: {}) { number, _ in number }.isEmpty)
    }
}
