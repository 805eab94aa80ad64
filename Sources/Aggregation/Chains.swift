// Members of many groups in their order, four bytes a member: each member names the next one of its group.

struct Chains: Sendable {
    private var next: [Int32] = []
    private var ends: [(first: Int32, last: Int32)] = []

    init(capacity: Int) { next.reserveCapacity(capacity) }

    /// Groups are numbered from 0; one without members has no chain.
    var groups: Int { ends.count }

    /// Members of all groups together.
    var members: Int { next.count }

    /// The next member, counted from 0, is one of the group.
    mutating func append(to group: Int) {
        let member = Int32(next.count)
        next.append(-1)
        while group >= ends.count { ends.append((-1, -1)) }
        if ends[group].first < 0 {
            ends[group] = (member, member)
        } else {
            next[Int(ends[group].last)] = member
            ends[group].last = member
        }
    }

    func isEmpty(_ group: Int) -> Bool { ends[group].first < 0 }

    /// How far a group's members have been gone through.
    struct Walk: Sendable {
        fileprivate var member: Int32
    }

    func walk(of group: Int) -> Walk { Walk(member: ends[group].first) }

    /// The members below `limit` that the walk has not come by yet, in their order, some at a time: to fetch them all before any is looked at
    /// costs a fraction of the waits for memory, because the members of a group lie far from each other.
    func go(on walk: inout Walk, below limit: Int, _ body: (ArraySlice<Int32>) -> Void) {
        var batch = [Int32](repeating: -1, count: 64)
        while walk.member >= 0, walk.member < limit {
            var used = 0
            while walk.member >= 0, walk.member < limit, used < batch.count {
                batch[used] = walk.member
                used += 1
                walk.member = next[Int(walk.member)]
            }
            body(batch[..<used])
        }
    }
}
