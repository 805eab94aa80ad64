// `faultline.yml`: what a team writes down once. Unknown keys are errors with a suggestion.

package import Diagnosis
import Ingest
import Model
package import Redaction
import Yams

/// A file that is not a configuration: where, and why.
package struct ConfigurationProblem: Error, CustomStringConvertible {
    package var file: String
    package var line: Int?
    package var reason: String

    package var description: String {
        "cannot use '\(file)'\(line.map { " line \($0)" } ?? ""): \(reason)"
    }
}

package struct Configuration: Sendable {
    package var title: String?
    package var timezone: String?
    package var inputs: [InputEntry] = []
    package var gates: [String] = []
    package var redactionRulesOff: [String] = []
    package var redactionRulesOn: [String] = []
    package var redactionRulesAdded: [AddedRule] = []
    package var apiNames: [String: String] = [:]
    package var functionNames: [String: String] = [:]
    package var endpointNames: [String: String] = [:]
    /// Deployment files: serverless.yml, SAM and CloudFormation templates.
    package var sources: [String] = []
    package var groupTitles: [String: String] = [:]
    package var groupRules = GroupRules()
    package var markers: [Marker] = []
    package var theme: String?
    package var templates: String?
    /// Folder of the file: paths in it are relative to this one.
    package var folder = "."

    package init() {}

    /// What holds for everything at or below a path.
    package struct InputEntry: Sendable {
        package var path: String
        package var logGroup: String?
        package var api: String?
        package var stage: String?
        package var format: String?
        /// The template of the stage's access log, as it was deployed.
        package var accessLogFormat: String?
    }

    /// Something that happened and that the charts should show.
    package struct Marker: Sendable {
        package var time: String
        package var label: String
    }
}

extension Configuration {
    /// - Throws: `ConfigurationProblem`.
    package static func parse(_ text: String, file: String) throws(ConfigurationProblem) -> Configuration {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationProblem(file: file, line: nil, reason: "not YAML: \(firstLine("\(error)"))")
        }
        var configuration = Configuration()
        configuration.folder = folder(of: file)
        guard let node else { return configuration }
        var reader = NodeReader(file: file)
        try reader.read(node, into: &configuration)
        return configuration
    }

    private static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    private static func firstLine(_ text: String) -> String {
        String(text.split(separator: "\n", maxSplits: 1).first ?? "")
    }
}

/// Walks the document; every value is asked for by its key, and keys that nobody asks for are errors.
private struct NodeReader {
    let file: String

    mutating func read(_ node: Node, into configuration: inout Configuration) throws(ConfigurationProblem) {
        for (key, value) in try entries(
            node,
            known: ["title", "timezone", "inputs", "gates", "redaction", "services", "groups", "markers", "theme", "templates"])
        {
            switch key {
            case "title": configuration.title = try string(value)
            case "timezone": configuration.timezone = try string(value)
            case "theme": configuration.theme = try string(value)
            case "templates": configuration.templates = try string(value)
            case "gates": configuration.gates = try strings(value)
            case "inputs": for item in try list(value) { configuration.inputs.append(try inputEntry(item)) }
            case "markers":
                for item in try list(value) {
                    let fields = try stringEntries(item, known: ["time", "label"], needed: ["time", "label"])
                    configuration.markers.append(
                        Configuration.Marker(time: fields["time"] ?? "", label: fields["label"] ?? ""))
                }
            case "redaction":
                for (key, value) in try entries(value, known: ["off", "on", "added"]) {
                    switch key {
                    case "off": configuration.redactionRulesOff = try strings(value)
                    case "on": configuration.redactionRulesOn = try strings(value)
                    default: configuration.redactionRulesAdded = try addedRules(value)
                    }
                }
            case "services":
                for (key, value) in try entries(value, known: ["apis", "functions", "endpoints", "sources"]) {
                    switch key {
                    case "apis": configuration.apiNames = try names(value)
                    case "functions": configuration.functionNames = try names(value)
                    case "endpoints": configuration.endpointNames = try names(value)
                    default: configuration.sources = try strings(value)
                    }
                }
            default:
                for (key, value) in try entries(value, known: ["rename", "merge", "split"]) {
                    switch key {
                    case "rename": configuration.groupTitles = try names(value)
                    case "merge": configuration.groupRules.merged = try merges(value)
                    default: configuration.groupRules.splits = try splits(value)
                    }
                }
            }
        }
    }

    private func inputEntry(_ node: Node) throws(ConfigurationProblem) -> Configuration.InputEntry {
        let fields = try stringEntries(
            node, known: ["path", "log-group", "api", "stage", "format", "access-log-format"], needed: ["path"])
        if let template = fields["access-log-format"], !isAccessTemplate(template) {
            throw problem(node, "'access-log-format' names no variable, or two with nothing between them")
        }
        return Configuration.InputEntry(
            path: fields["path"] ?? "", logGroup: fields["log-group"], api: fields["api"], stage: fields["stage"],
            format: fields["format"],
            accessLogFormat: fields["access-log-format"])
    }

    private func addedRules(_ node: Node) throws(ConfigurationProblem) -> [AddedRule] {
        var rules: [AddedRule] = []
        for item in try list(node) {
            var texts: [String: String] = [:]
            var valueNames: [String] = []
            for (key, value) in try entries(item, known: ["name", "pattern", "names", "test"]) {
                if key == "names" { valueNames = try strings(value) } else { texts[key] = try string(value) }
            }
            guard let name = texts["name"], let test = texts["test"] else {
                throw problem(item, "an added rule needs a 'name' and a 'test', a text that it must change")
            }
            guard !rules.contains(where: { $0.name == name }) else { throw problem(item, "the rule '\(name)' is added twice") }
            do {
                rules.append(try AddedRule(name: name, pattern: texts["pattern"], names: valueNames, test: test))
            } catch {
                throw problem(item, error.description)
            }
        }
        return rules
    }

    /// Lists of ids; the first of each list is the group that stays.
    private func merges(_ node: Node) throws(ConfigurationProblem) -> [String: String] {
        var merged: [String: String] = [:]
        var seen: Set<String> = []
        for item in try list(node) {
            var ids: [String] = []
            for id in try list(item) { ids.append(try groupID(id)) }
            guard ids.count >= 2 else { throw problem(item, "a merge needs two group ids or more") }
            for id in ids {
                guard seen.insert(id).inserted else { throw problem(item, "the group '\(id)' is merged twice") }
            }
            for id in ids.dropFirst() { merged[id] = ids[0] }
        }
        return merged
    }

    private func splits(_ node: Node) throws(ConfigurationProblem) -> [String: GroupSplit] {
        guard let mapping = node.mapping else { throw problem(node, "a map of group ids is expected here") }
        var result: [String: GroupSplit] = [:]
        for (key, value) in mapping {
            let word = try string(value)
            guard let split = GroupSplit(rawValue: word) else {
                let known = GroupSplit.allCases.map(\.rawValue)
                let hint =
                    nearest(to: word, among: known).map { "; did you mean '\($0)'?" }
                    ?? "; known are \(known.joined(separator: ", "))"
                throw problem(value, "a group cannot be split by '\(word)'\(hint)")
            }
            result[try groupID(key)] = split
        }
        return result
    }

    private func groupID(_ node: Node) throws(ConfigurationProblem) -> String {
        let id = try string(node)
        guard id.utf8.count == 12, id.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else {
            throw problem(node, "'\(id)' is no group id: twelve hexadecimal digits, as in the address of a group's page")
        }
        return id
    }

    private func entries(_ node: Node, known: [String]) throws(ConfigurationProblem) -> [(key: String, value: Node)] {
        guard let mapping = node.mapping else { throw problem(node, "a map of keys is expected here") }
        var result: [(key: String, value: Node)] = []
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard known.contains(name) else {
                let hint =
                    nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
                    ?? "; known are \(known.joined(separator: ", "))"
                throw problem(key, "unknown key '\(name)'\(hint)")
            }
            result.append((name, value))
        }
        return result
    }

    private func stringEntries(
        _ node: Node, known: [String], needed: [String]
    ) throws(ConfigurationProblem) -> [String: String] {
        var result: [String: String] = [:]
        for (key, value) in try entries(node, known: known) { result[key] = try string(value) }
        for key in needed where result[key] == nil { throw problem(node, "the key '\(key)' is missing") }
        return result
    }

    private func names(_ node: Node) throws(ConfigurationProblem) -> [String: String] {
        guard let mapping = node.mapping else { throw problem(node, "a map of names is expected here") }
        var result: [String: String] = [:]
        for (key, value) in mapping { result[try string(key)] = try string(value) }
        return result
    }

    private func strings(_ node: Node) throws(ConfigurationProblem) -> [String] {
        var result: [String] = []
        for item in try list(node) { result.append(try string(item)) }
        return result
    }

    private func list(_ node: Node) throws(ConfigurationProblem) -> [Node] {
        guard let sequence = node.sequence else { throw problem(node, "a list is expected here") }
        return Array(sequence)
    }

    private func string(_ node: Node) throws(ConfigurationProblem) -> String {
        guard let scalar = node.scalar else { throw problem(node, "a text is expected here") }
        return scalar.string
    }

    private func problem(_ node: Node, _ reason: String) -> ConfigurationProblem {
        ConfigurationProblem(file: file, line: node.mark?.line, reason: reason)
    }
}
