// What the configuration says of inputs: the most specific entry wins.

import Glibc
package import Ingest

package struct HintRules: Sendable {
    private struct Rule: Sendable {
        var pattern: String
        var hints: InputHints
        /// For fnmatch(3), by which a pattern without these bytes matches itself alone.
        let isGlob: Bool

        init(pattern: String, hints: InputHints) {
            self.pattern = pattern
            self.hints = hints
            isGlob = pattern.utf8.contains { "*?[\\".utf8.contains($0) }
        }
    }

    private var rules: [Rule]
    private var everywhere: InputHints
    private let services: ServiceDescription

    init(_ configuration: Configuration, services: ServiceDescription, logGroup: String?, format: String?) {
        self.services = services
        rules = configuration.inputs.map { entry in
            var hints = InputHints(logGroup: entry.logGroup, api: entry.api, stage: entry.stage, format: entry.format)
            hints.accessTemplates = entry.accessLogFormat.map { [$0] } ?? []
            return Rule(pattern: normalised(path(entry.path, from: configuration.folder)), hints: hints)
        }
        everywhere = InputHints(logGroup: logGroup, format: format)
    }

    /// What holds for a file: the command line, then the entry with the longest pattern that the file lies at or below.
    package func hints(for file: String) -> InputHints {
        let file = normalised(file)
        let own = rules.filter { matches(file, $0) }.max { $0.pattern.utf8.count < $1.pattern.utf8.count }?.hints
        var hints = InputHints(
            logGroup: everywhere.logGroup ?? own?.logGroup, api: own?.api, stage: own?.stage,
            format: everywhere.format ?? own?.format)
        // The entry's own template goes before those of deployment files, which may be another stage's.
        hints.accessTemplates = (own?.accessTemplates ?? []) + services.accessLogFormats
        hints.routes = services.routes
        return hints
    }

    /// The entries' own paths, globs expanded, for a run that names no input.
    func ownInputs() -> [String] {
        var seen: Set<String> = []
        return rules.flatMap { expanded($0.pattern) }.filter { seen.insert($0).inserted }
    }

    func checkFormats() throws(UsageProblem) {
        for format in ([everywhere.format] + rules.map(\.hints.format)).compactMap({ $0 }) where format != "auto" {
            let known = ContainerFormat.allCases.map(\.rawValue)
            guard known.contains(format) else {
                let hint = nearest(to: format, among: known).map { "; did you mean '\($0)'?" } ?? ""
                throw UsageProblem("there is no format '\(format)'\(hint)\n  'faultline formats' lists them")
            }
        }
    }

    /// Asked for every file and every rule, so that a night of small files is bytes here and no characters.
    private func matches(_ file: String, _ rule: Rule) -> Bool {
        let pattern = rule.pattern
        if pattern == "." { return true }
        guard rule.isGlob else { return lies(file.utf8, atOrBelow: pattern.utf8) }
        var candidate = file[...]
        // The file itself and every folder above it.
        while true {
            if unsafe fnmatch(pattern, String(candidate), FNM_PATHNAME) == 0 { return true }
            guard let slash = candidate.utf8.lastIndex(of: UInt8(ascii: "/")), slash != candidate.startIndex else { return false }
            candidate = candidate[..<slash]
        }
    }

    private func lies(_ file: String.UTF8View, atOrBelow folder: String.UTF8View) -> Bool {
        guard file.starts(with: folder) else { return false }
        let rest = file.dropFirst(folder.count)
        return rest.isEmpty || !folder.isEmpty && rest.first == UInt8(ascii: "/")
    }

    private func expanded(_ pattern: String) -> [String] {
        guard pattern.contains(where: { "*?[".contains($0) }) else { return [pattern] }
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [pattern] }
        return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
            unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
        }
    }
}

private func normalised(_ path: String) -> String {
    var path = path
    while path.utf8.starts(with: "./".utf8) { path.removeFirst(2) }
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    return path
}
