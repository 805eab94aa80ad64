// Every group of a night walks over its own members, and nothing has to be merged but the sums.

import Model
import Workers

/// How many walks over the same facts are made.
package struct Walking: Sendable {
    let jobs: Int
    /// Groups that one job has in hand at a time, side by side.
    fileprivate let together: Int
    /// Members of all groups that they come by before the next group follows.
    fileprivate let stride: Int

    /// On all these threads, one group after the other on each, which takes the least memory.
    package static func inMemory(jobs: Int) -> Walking { Walking(jobs: jobs, together: 1, stride: .max) }

    /// Where facts come back from a disk they are gone through as seldom as can be, and on one thread: two were faster than they can be
    /// taken out of memory again.
    package static let inFile = Walking(jobs: 1, together: 16, stride: 1 << 14)
}

/// What comes of one group's walks.
protocol Tally: Sendable {
    /// What members are looked up in.
    associatedtype Facts: Sendable
    /// Memory that one group leaves for the next.
    associatedtype Desk

    mutating func add(_ members: ArraySlice<Int32>, of facts: Facts, desk: inout Desk)
    /// When all members were added.
    mutating func needsSecondWalk(desk: inout Desk) -> Bool
    /// The same members once more, in the second walk.
    mutating func addAgain(_ members: ArraySlice<Int32>, of facts: Facts, desk: inout Desk)
    mutating func finish(names: NameTable, desk: inout Desk)
}

extension Chains {
    /// One for each of the groups, in their order; `begin` is asked with a place among the groups.
    func tallies<Result: Tally>(
        of groups: [Int], in facts: Result.Facts, names: NameTable, by walking: Walking, desk: @Sendable () -> Result.Desk,
        begin: @Sendable (Int) -> Result
    ) -> [Result] {
        let hands = (groups.count + walking.together - 1) / walking.together
        return mapped(hands, jobs: walking.jobs, desk: { [Result.Desk]() }) { hand, desks in
            let places = hand * walking.together..<min((hand + 1) * walking.together, groups.count)
            while desks.count < places.count { desks.append(desk()) }
            var tallies = places.map(begin)
            go(through: places.map { groups[$0] }, stride: walking.stride) { number, members in
                tallies[number].add(members, of: facts, desk: &desks[number])
            }
            let again = tallies.indices.filter { tallies[$0].needsSecondWalk(desk: &desks[$0]) }
            go(through: again.map { groups[places.lowerBound + $0] }, stride: walking.stride) { number, members in
                tallies[again[number]].addAgain(members, of: facts, desk: &desks[again[number]])
            }
            for number in tallies.indices { tallies[number].finish(names: names, desk: &desks[number]) }
            return tallies
        }.flatMap(\.self)
    }

    /// Side by side, as many members of all groups at a time as `stride` says.
    private func go(through groups: [Int], stride: Int, _ body: (Int, ArraySlice<Int32>) -> Void) {
        var walks = groups.map { walk(of: $0) }
        var limit = 0
        while limit < members {
            limit += min(stride, members - limit)
            for number in walks.indices { go(on: &walks[number], below: limit) { body(number, $0) } }
        }
    }
}
