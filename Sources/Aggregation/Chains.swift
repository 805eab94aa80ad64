// Members of many groups in their order, four bytes a member: each member names the next one of its group.

struct Chains: Sendable {
    private var next: [Int32] = []
    private var ends: [(first: Int32, last: Int32)] = []

    init(capacity: Int) { next.reserveCapacity(capacity) }

    /// Groups are numbered from 0; one without members has no chain.
    var groups: Int { ends.count }

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

    /// Members in their order, some at a time: to fetch them all before any is looked at costs a fraction of the waits for memory, because
    /// the members of a group lie far from each other.
    func forEach(of group: Int, _ body: (ArraySlice<Int32>) -> Void) {
        var batch = [Int32](repeating: -1, count: 64)
        var member = ends[group].first
        while member >= 0 {
            var used = 0
            while member >= 0, used < batch.count {
                batch[used] = member
                used += 1
                member = next[Int(member)]
            }
            body(batch[..<used])
        }
    }
}
