// serverless.yml: functions with their events, and the access-log formats of the provider. Variables are put in as far as the file itself
// tells them; the rest is not known.

import Yams

/// Documented by the Serverless Framework: `<service>-<stage>-<key>` is a function's name unless it has one, an `http` path has no slash in
/// front.
struct ServerlessReader {
    private let root: Node
    private let folder: String

    init(_ root: Node, folder: String) {
        self.root = root
        self.folder = folder
    }

    func description() -> ServiceDescription {
        var description =
            root["resources"].flatMap { included($0)["Resources"] == nil ? nil : cloudFormation(included($0)) }
            ?? ServiceDescription()
        let service = resolved(root["service"]?["name"]?.string ?? root["service"]?.string ?? "${}")
        let stage = resolved(root["provider"]?["stage"]?.string ?? "${}")
        for (key, value) in functions {
            guard let name = key.string else { continue }
            let function = included(value)
            let deployed = function["name"]?.string.map { resolved($0) } ?? "\(service)-\(stage)-\(name)"
            description.functions.append((wildcards(deployed), name))
            for event in function["events"]?.sequence ?? [] {
                if let route = route(event), !description.routes.contains(route) { description.routes.append(route) }
            }
        }
        for api in ["restApi", "httpApi", "websocket"] {
            guard let format = root["provider"]?["logs"]?[api]?["format"]?.string else { continue }
            description.accessLogFormats.append(resolved(format))
        }
        return description
    }

    /// A map, or a list of maps, or either in another file.
    private var functions: [(key: Node, value: Node)] {
        guard let node = root["functions"].map({ included($0) }) else { return [] }
        let maps = node.sequence.map { $0.map { included($0) } } ?? [node]
        return maps.flatMap { $0.mapping.map(Array.init) ?? [] }.map { ($0.key, $0.value) }
    }

    private func route(_ event: Node) -> String? {
        if let http = event["http"] ?? event["httpApi"] {
            if let text = http.string { return text == "*" ? nil : key(text) }
            guard let path = http["path"]?.string else { return nil }
            return key("\(http["method"]?.string ?? "ANY") \(path)")
        }
        return nil
    }

    private func key(_ text: String) -> String? {
        let parts = text.split(separator: " ")
        guard parts.count == 2 else { return nil }
        let method = parts[0] == "*" ? "ANY" : parts[0].uppercased()
        return "\(method) \(parts[1].hasPrefix("/") ? "" : "/")\(parts[1])"
    }

    /// `${file(functions.yml)}` and `${file(functions.yml):key.key}` when the file lies below the folder; else the node itself.
    private func included(_ node: Node) -> Node {
        guard let text = node.scalar?.string, let match = text.wholeMatch(of: /\$\{file\(([^)]+)\)(?::([A-Za-z0-9_.-]+))?\}/),
            var found = includedDocument(String(match.1).trimmed, folder: folder)
        else { return node }
        for key in match.2?.split(separator: ".") ?? [] {
            guard let inner = found[String(key)] else { return node }
            found = inner
        }
        return found
    }

    /// `${self:service}`, `${opt:stage, 'dev'}`, `${sls:stage}`: what the file says, else the default that stands behind a comma, else as it is.
    private func resolved(_ text: String, depth: Int = 0) -> String {
        guard depth < 8 else { return text }
        return text.replacing(/\$\{([^{}]*)\}/) { match in
            let parts = match.1.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
            guard let name = parts.first else { return String(match.0) }
            if name.hasPrefix("self:"), let value = value(at: String(name.dropFirst(5))) {
                return resolved(value, depth: depth + 1)
            }
            // The stage of a run is chosen when it is deployed: any.
            if name == "sls:stage" || name == "opt:stage" { return "${stage}" }
            guard parts.count == 2, let first = parts[1].first, first == "'" || first == "\"" else { return String(match.0) }
            return String(parts[1].dropFirst().dropLast())
        }
    }

    private func value(at path: String) -> String? {
        var node: Node? = root
        for key in path.split(separator: ".") { node = node?[String(key)] }
        return node?.string ?? node?["name"]?.string
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
