// Failures with one fingerprint become one group.

package import Model

/// Puts failures together by fingerprint. Sets each failure's `group`; groups come by count, then id. The ids, titles and
/// members do not depend on the order of the failures.
package func groupFailures(_ failures: inout [Failure]) -> [FailureGroup] {
    var prints: [String: Fingerprint] = [:]
    var values: [String: [[MaskedValue: Int]]] = [:]
    var members: [String: [Int]] = [:]
    for index in failures.indices {
        let print = Fingerprint(failures[index])
        let id = print.id
        failures[index].group = id
        members[id, default: []].append(index)
        if prints[id] == nil {
            prints[id] = print
            values[id] = Array(repeating: [:], count: print.message.values.count)
        }
        // Equal masked messages have the same masks in the same places, unless a message itself holds a placeholder's text.
        for (place, value) in print.message.values.enumerated() where place < values[id]?.count ?? 0 {
            values[id]?[place][value, default: 0] += 1
        }
    }
    return members.keys.sorted().compactMap { id in
        guard let print = prints[id], let places = members[id] else { return nil }
        return group(id, print, places, values[id] ?? [], failures)
    }.sorted { left, right in
        left.members.count == right.members.count ? left.id < right.id : left.members.count > right.members.count
    }
}

private func group(
    _ id: String, _ print: Fingerprint, _ places: [Int], _ values: [[MaskedValue: Int]], _ failures: [Failure]
) -> FailureGroup {
    let members = places.sorted { left, right in
        failures[left].time == failures[right].time
            ? failures[left].id < failures[right].id : failures[left].time < failures[right].time
    }
    var group = FailureGroup(id: id, title: print.title, cause: failures[members[0]].verdict.cause)
    group.members = members
    group.endpoints = Set(members.compactMap { failures[$0].endpoint }).sorted()
    group.functions = Set(members.compactMap { failures[$0].function }).sorted()
    group.firstSeen = failures[members[0]].time
    group.lastSeen = failures[members[members.count - 1]].time
    group.fingerprint = print.parts
    group.maskedValues = zip(print.message.values, values).map { first, counts in
        MaskedValues(mask: first.mask.rawValue, values: commonest(counts))
    }
    group.example = members.max { left, right in weight(failures[left]) < weight(failures[right]) } ?? members[0]
    // `max` answers the last of equals; the earliest is wanted.
    let best = weight(failures[group.example])
    group.example = members.first { weight(failures[$0]) == best } ?? group.example
    return group
}

private func commonest(_ counts: [MaskedValue: Int]) -> [(value: String, count: Int)] {
    counts.map { (value: $0.key.value, count: $0.value) }.sorted { left, right in
        left.count == right.count ? left.value < right.value : left.count > right.count
    }.prefix(5).map { $0 }
}

/// How much evidence a failure shows: an error with frames first, then certainty, then lines.
private func weight(_ failure: Failure) -> Int {
    let frames = failure.error.map { $0.frames.isEmpty ? 1 : 2 } ?? 0
    let certain = failure.verdict.confidence == .certain ? 1 : 0
    return (frames * 2 + certain) * 1_000_000 + min(failure.lines.count + failure.omittedLines, 999_999)
}
