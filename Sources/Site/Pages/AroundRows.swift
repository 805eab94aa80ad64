// What else failed near a failure: in its container, and on its endpoint within a minute.

import MarkdownHTML
import Model

private let rowsEachSide = 4

func aroundRows(_ index: Int, in night: Night, root: String) -> [FailureRow] {
    let failure = night.failure(index)
    var reasons: [Int: Markdown] = [:]
    let container = night.container(of: failure)
    if let position = container.binarySearch(index) {
        for near in [position - 1, position + 1] where container.indices.contains(near) {
            reasons[container[near]] = "same container, \(near < position ? "before" : "after")"
        }
    }
    if let members = night.endpoint(of: index)?.failures, let position = members.binarySearch(index) {
        let near = max(0, position - rowsEachSide)..<min(members.count, position + rowsEachSide + 1)
        for other in members[near] where other != index {
            let distance = night.failure(other).time - failure.time
            guard distance.magnitude <= minuteMs.magnitude else { continue }
            reasons[other] = reasons[other].map { "\($0), same endpoint" } ?? "same endpoint"
        }
    }
    reasons[index] = "**this one**"
    return reasons.keys.sorted().map { FailureRow($0, in: night, root: root, reason: reasons[$0] ?? "", isThis: $0 == index) }
}
