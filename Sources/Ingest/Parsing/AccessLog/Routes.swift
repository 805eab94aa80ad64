// The routes that a deployment file names, for rows that log a path and no route.

/// Route keys as the gateway writes them: `GET /orders/{id}`, `ANY /files/{proxy+}`.
struct Routes: Sendable {
    private struct Route: Sendable {
        var method: Substring
        var parts: [Substring]
        var template: String
    }

    private let routes: [Route]

    init(_ keys: [String]) {
        routes = keys.compactMap { key in
            guard let space = key.firstIndex(of: " "), key[space...].hasPrefix(" /") else { return nil }
            let template = String(key[key.index(after: space)...])
            return Route(method: key[..<space], parts: template.split(separator: "/"), template: template)
        }
    }

    var isEmpty: Bool { routes.isEmpty }

    /// The template that a request took; with `stage` in front of the path, as `$context.path` has it, or without. Of two that fit, the one
    /// with more fixed parts; nil when none fits or two fit as well.
    func template(method: String, path: String, stage: String) -> String? {
        let whole = path.prefix { $0 != "?" }.split(separator: "/")
        let hasStage = !stage.isEmpty && whole.first == stage[...]
        return best(method, whole) ?? (hasStage ? best(method, Array(whole.dropFirst())) : nil)
    }

    private func best(_ method: String, _ path: [Substring]) -> String? {
        var found: String?
        var most = -1
        for route in routes where route.method == method || route.method == "ANY" {
            guard let fixed = fixedParts(route.parts, path) else { continue }
            if fixed == most, found != route.template { found = nil }
            if fixed > most {
                most = fixed
                found = route.template
            }
        }
        return found
    }

    private func fixedParts(_ route: [Substring], _ path: [Substring]) -> Int? {
        var fixed = 0
        for (number, part) in route.enumerated() {
            if part.hasPrefix("{"), part.hasSuffix("+}") { return path.count > number ? fixed : nil }
            guard number < path.count else { return nil }
            if part.hasPrefix("{") { continue }
            guard part == path[number] else { return nil }
            fixed += 1
        }
        return route.count == path.count ? fixed : nil
    }
}
