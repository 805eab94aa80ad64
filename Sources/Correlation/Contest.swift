// Several requests name one run: a run answers one request.

import Model

extension Join {
    /// Rows that a stage logs twice in different shapes, or copies that someone edited, name the run of another row. The run is linked to the
    /// request with the strongest rung, and among those to the first that the gateway received; the others are judged by their own lines.
    mutating func keepOneRequestPerRun() {
        var isLinked = [Bool](repeating: false, count: facts.invocations.count)
        var contested: Set<Int32> = []
        for place in requests.indices where requests[place].invocation >= 0 {
            let request = requests[place]
            if isLinked[Int(request.invocation)] { contested.insert(request.invocation) }
            isLinked[Int(request.invocation)] = true
        }
        guard !contested.isEmpty else { return }

        var owners: [Int32: (place: Int, rank: Rank)] = [:]
        for place in requests.indices where contested.contains(requests[place].invocation) {
            let run = requests[place].invocation
            let rank = Rank(requests[place], view(requests[place]))
            var loser = place
            if let owner = owners[run] {
                if rank < owner.rank { loser = owner.place }
                requests[loser].invocation = -1
                requests[loser].link = nil
                displaced += 1
            }
            if loser != place || owners[run] == nil { owners[run] = (place, rank) }
        }
    }

    /// Nothing in it depends on the order of the inputs.
    private struct Rank: Comparable {
        var rung: UInt8
        var time: Timestamp
        var id: ID128
        var event: UInt64

        init(_ request: JoinedRequest, _ view: RequestView) {
            rung = request.link?.rawValue ?? .max
            time = view.time
            id = view.primaryID
            event = view.access?.eventHash ?? 0
        }

        static func < (left: Rank, right: Rank) -> Bool {
            (left.rung, left.time, left.id, left.event) < (right.rung, right.time, right.id, right.event)
        }
    }
}
