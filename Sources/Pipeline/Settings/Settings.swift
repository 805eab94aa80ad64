// What a run is to do, resolved: arguments over configuration over defaults, everything checked.

package import Correlation
package import Diagnosis
import Ingest
package import Model
package import Redaction

/// What was typed, only split into options.
package struct Arguments: Sendable {
    package var inputs: [String] = []
    package var since: String?
    package var until: String?
    package var day: String?
    package var timezone: String?
    package var title: String?
    package var templates: String?
    package var theme: String?
    package var inputFormat: String?
    package var logGroup: String?
    package var jobs: Int?
    package var failOn: [String] = []
    package var redactCheck = false
    package var memory: String?

    package init() {}
}

/// Arguments or a configuration that contradict themselves or say nothing that can be done.
package struct UsageProblem: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}

package struct Settings: Sendable {
    package var inputs: [String]
    package var hints: HintRules
    /// Nil means all that was read.
    package var range: TimeRange?
    package var zone: DisplayZone
    package var title: String
    package var templates: String?
    package var theme: String?
    package var jobs: Int
    package var gates: [Gate]
    package var redactor: Redactor
    /// The most memory to hold, in bytes; nil for as much as it takes.
    package var memory: Int?
    /// Read the finished site before it is published, and publish nothing when a known shape is left.
    package var redactCheck: Bool
    package var givenNames: GivenNames
    package var groupTitles: [String: String]
    package var groupRules: GroupRules
    package var markers: [VersionMarker]
    /// The moment of the run, or what `SOURCE_DATE_EPOCH` says.
    package var madeAt: Timestamp

    /// - Throws: `UsageProblem`, `GateProblem`.
    package init(_ arguments: Arguments, configuration: Configuration, now: Timestamp, cores: Int) throws {
        let zoneName = arguments.timezone ?? configuration.timezone ?? "UTC"
        guard let zone = ZoneLookup.zone(named: zoneName) else {
            throw UsageProblem("there is no time zone '\(zoneName)'\n  IANA names are expected, such as Europe/Berlin")
        }
        let grammar = TimeGrammar(now: now, zone: zone)
        self.zone = zone
        madeAt = now
        range = try Self.range(arguments, grammar: grammar)
        title = arguments.title ?? configuration.title ?? "API failures"
        templates = arguments.templates ?? configuration.templates.map { path($0, from: configuration.folder) }
        theme = arguments.theme ?? configuration.theme.map { path($0, from: configuration.folder) }
        jobs = arguments.jobs ?? cores
        guard jobs >= 1 else { throw UsageProblem("'--jobs \(jobs)' must be at least 1") }
        gates = try (arguments.failOn.isEmpty ? configuration.gates : arguments.failOn).map { try Gate.parse($0).get() }
        redactor = try Self.redactor(configuration)
        redactCheck = arguments.redactCheck
        memory = try arguments.memory.map { try memorySize($0) }
        let sources = configuration.sources.map { path($0, from: configuration.folder) }
        let services: ServiceDescription = try serviceDescription(sources)
        givenNames = GivenNames(
            apis: configuration.apiNames, functions: configuration.functionNames, endpoints: configuration.endpointNames)
        if !services.functions.isEmpty { givenNames.derived = { services.functionName($0) } }
        groupTitles = configuration.groupTitles
        groupRules = configuration.groupRules
        markers = try configuration.markers.map { marker in
            guard let time = grammar.time(marker.time) else {
                throw UsageProblem("'\(marker.time)' of the marker '\(marker.label)' is not a time")
            }
            return VersionMarker(time: time, label: marker.label)
        }
        hints = HintRules(configuration, services: services, logGroup: arguments.logGroup, format: arguments.inputFormat)
        try hints.checkFormats()
        inputs = arguments.inputs.isEmpty ? hints.ownInputs() : arguments.inputs
        guard !inputs.isEmpty else {
            throw UsageProblem("no input\n  name files or folders of logs, or '-' for standard input")
        }
    }

    /// What a configuration makes of the rules.
    /// - Throws: `UsageProblem` for a rule that does not exist.
    package static func redactor(_ configuration: Configuration) throws(UsageProblem) -> Redactor {
        Redactor(
            disabled: RedactionRule.offByDefault.subtracting(try knownRules(configuration.redactionRulesOn))
                .union(try knownRules(configuration.redactionRulesOff)),
            added: configuration.redactionRulesAdded)
    }

    private static func knownRules(_ names: [String]) throws(UsageProblem) -> Set<String> {
        let known = RedactionRule.all.map(\.name)
        for name in names where !known.contains(name) {
            let hint =
                nearest(to: name, among: known).map { "; did you mean '\($0)'?" }
                ?? "; there are \(known.joined(separator: ", "))"
            throw UsageProblem("there is no redaction rule '\(name)'\(hint)")
        }
        return Set(names)
    }

    private static func range(_ arguments: Arguments, grammar: TimeGrammar) throws(UsageProblem) -> TimeRange? {
        if let day = arguments.day {
            guard arguments.since == nil, arguments.until == nil else {
                throw UsageProblem("'--day' does not go with '--since' or '--until'")
            }
            guard let range = grammar.day(day) else {
                throw UsageProblem("'\(day)' is not a day\n  a day is 2026-11-22, yesterday or today")
            }
            return range
        }
        guard arguments.since != nil || arguments.until != nil else { return nil }
        func time(_ text: String?, option: String) throws(UsageProblem) -> Timestamp? {
            guard let text else { return nil }
            guard let time = grammar.time(text) else {
                throw UsageProblem(
                    "'\(option) \(text)' is not a time\n  times are 2026-11-22T02:10, epoch seconds, now, yesterday, or spans back such as 2h"
                )
            }
            return time
        }
        let since = try time(arguments.since, option: "--since") ?? Timestamp(milliseconds: 0)
        let until = try time(arguments.until, option: "--until") ?? grammar.now
        guard since < until else { throw UsageProblem("the range is empty: '--since' is not before '--until'") }
        return TimeRange(since: since, until: until)
    }
}

/// A path of a configuration is relative to its file.
func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : "\(folder)/\(path)"
}
