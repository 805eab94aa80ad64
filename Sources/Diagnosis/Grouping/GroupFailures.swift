// Failures with one fingerprint become one group.

package import Model

/// Puts failures together by fingerprint and a team's own rules. Sets each failure's `group`; groups come by count, then id. The
/// ids, titles and members do not depend on the order of the failures.
package func groupFailures(_ failures: inout [Failure], rules: GroupRules = GroupRules()) -> [FailureGroup] {
    let prints = failures.map { Fingerprint($0) }
    var members: [String: [Int]] = [:]
    for index in failures.indices {
        failures[index].group = rules.id(of: prints[index], failures[index])
        members[failures[index].group, default: []].append(index)
    }
    return members.keys.sorted().compactMap { id in
        guard let places = members[id] else { return nil }
        // Groups that were merged go by the fingerprint of the one that stays, or of the least id when it has no failure tonight.
        let leader = places.map { prints[$0].id }.min { left, right in (left == id ? "" : left) < (right == id ? "" : right) }
        let alike = places.filter { prints[$0].id == leader }
        guard let first = alike.first else { return nil }
        var values: [[MaskedValue: Int]] = Array(repeating: [:], count: prints[first].message.values.count)
        // Equal masked messages have the same masks in the same places, unless a message itself holds a placeholder's text.
        for place in alike {
            for (mask, value) in prints[place].message.values.enumerated() where mask < values.count {
                values[mask][value, default: 0] += 1
            }
        }
        var result = group(id, prints[first], places, values, failures)
        if let part = rules.splitPart(of: prints[first], failures[first]) { result.fingerprint.append(part) }
        return result
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
