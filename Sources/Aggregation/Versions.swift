// When each version of a function ran, and how often it failed.

import Model

extension VersionCount {
    init(firstAt time: Timestamp) { self.init(version: "", firstSeen: time, lastSeen: time, invocations: 0, errors: 0) }

    mutating func add(at time: Timestamp, failed: Bool) {
        firstSeen = min(firstSeen, time)
        lastSeen = max(lastSeen, time)
        invocations += 1
        if failed { errors += 1 }
    }
}

extension ByName<VersionCount> {
    /// With their names, in the order in which they were first seen, then by name.
    func named(_ names: NameTable) -> [VersionCount] {
        met.map { name, count in
            var count = count
            count.version = names[name]
            return count
        }.sorted { ($0.firstSeen, $0.version) < ($1.firstSeen, $1.version) }
    }
}
