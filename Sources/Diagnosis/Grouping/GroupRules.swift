// What a team decided about its groups: which ones are one, which one is several.

import Model

/// By which property a group's failures are told apart.
package enum GroupSplit: String, CaseIterable, Sendable {
    case endpoint, function, version

    fileprivate func value(of failure: Failure) -> String {
        switch self {
        case .endpoint: failure.endpoint ?? ""
        case .function: failure.function ?? ""
        case .version: failure.invocation?.version ?? ""
        }
    }
}

/// Ids are those of the groups as they are without rules; a merge may also name the parts of a split.
package struct GroupRules: Sendable {
    /// The group that each merged group goes to; the one that stays is not a key.
    package var merged: [String: String] = [:]
    package var splits: [String: GroupSplit] = [:]

    package init() {}

    /// Splits come first, then merges.
    func id(of print: Fingerprint, _ failure: Failure) -> String {
        var id = print.id
        if let split = splits[id] {
            var hash = StableHash()
            for part in [id, split.rawValue, split.value(of: failure)] { hash.add(part) }
            id = hash.groupID
        }
        return merged[id] ?? id
    }

    func splitPart(of print: Fingerprint, _ failure: Failure) -> LogField? {
        splits[print.id].map { LogField(name: $0.rawValue, value: $0.value(of: failure)) }
    }
}
