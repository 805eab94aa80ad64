// From a template's key to the variable it stands for, remembered per input.

struct AccessKeys {
    struct Match {
        var variable: AccessVariable?
        /// The whole key names the variable; else only the last part of a nested key is known, and any better match goes before it.
        var isExact = false

        static let none = Match()
        static func exact(_ variable: AccessVariable) -> Match { Match(variable: variable, isExact: true) }
        static func lastPart(_ variable: AccessVariable) -> Match { Match(variable: variable) }
    }

    /// Made once: an input may be a few lines, and there may be thousands.
    private static let exact: [String: AccessVariable] = Dictionary(
        uniqueKeysWithValues: AccessVariable.allCases.map { ($0.name, $0) })
    private static let loose: [String: AccessVariable] = {
        var loose: [String: AccessVariable] = [:]
        for (key, variable) in accessAliases { loose[key] = variable }
        for variable in AccessVariable.allCases { loose[reduced(variable.name)] = variable }
        // `integration-status` is `integration.status` with another separator; written without one it is the other variable.
        loose["integrationstatus"] = .integrationStatus
        return loose
    }()

    private var known = ByteTable()

    /// `path` is a key, or nested keys joined with points.
    mutating func match(_ path: Span<UInt8>) -> Match {
        let hash = byteHash(path)
        if let value = known.find(path, hash: hash) { return Self.decoded(value) }
        let found = path.count > 120 ? Match.none : search(path.decoded)
        if path.count <= 120 { known.insert(path, hash: hash, value: Self.encoded(found)) }
        return found
    }

    private func search(_ path: String) -> Match {
        if let variable = Self.exact[path] { return .exact(variable) }
        var parts = path.split(separator: ".").map(String.init)
        while parts.count > 1, ["context", "$context", "ctx"].contains(parts[0].lowercased()) { parts.removeFirst() }
        let joined = parts.joined(separator: ".")
        if let variable = Self.exact[joined] { return .exact(variable) }
        let key = Self.reduced(joined)
        if key == "integrationstatus", !joined.contains(where: { "_-. ".contains($0) }) { return .exact(.serviceStatus) }
        if let variable = Self.loose[key] { return .exact(variable) }
        if parts.count > 1, let last = parts.last, let variable = Self.loose[Self.reduced(last)] { return .lastPart(variable) }
        return .none
    }

    private static func reduced(_ key: String) -> String {
        String(key.lowercased().filter { !"_-. $".contains($0) })
    }

    private static func encoded(_ match: Match) -> UInt32 {
        guard let variable = match.variable else { return 0 }
        return UInt32(variable.rawValue) + (match.isExact ? 1 : 257)
    }

    private static func decoded(_ value: UInt32) -> Match {
        if value == 0 { return .none }
        let number = UInt8(truncatingIfNeeded: (value - 1) & 0xff)
        guard let variable = AccessVariable(rawValue: number) else { return .none }
        return value > 256 ? .lastPart(variable) : .exact(variable)
    }
}
