// Where lists stand: paths that no other page can have.

import Model

struct ListPaths: Sendable {
    /// Endpoint and group slugs: a list's name must not be one of them.
    private let taken: Set<String>

    init(_ report: Report) {
        var taken: Set<String> = []
        for endpoint in report.endpoints { taken.insert("endpoints/\(endpoint.slug)") }
        if let noRoute = report.noRoute { taken.insert("endpoints/\(noRoute.slug)") }
        for function in report.functions { taken.insert("functions/\(function.slug)") }
        for group in report.groups { taken.insert("groups/\(group.id)") }
        self.taken = taken
    }

    /// Page `number` (from 1) of the list that begins at `path` (without ending): `path`, `path-2`, ...
    func page(_ number: Int, of path: String) -> String { number == 1 ? path : free("\(path)-\(number)") }

    func status(_ status: Int, _ cause: Cause, of endpoint: EndpointSummary) -> String {
        free("endpoints/\(endpoint.slug)-\(status)-\(cause.rawValue)")
    }

    func cause(_ cause: Cause, of function: FunctionSummary) -> String {
        free("functions/\(function.slug)-\(cause.rawValue)")
    }

    /// An endpoint's slug may end like a list's; then the list steps aside.
    private func free(_ path: String) -> String {
        var path = path
        while taken.contains(path) { path += "-list" }
        return path
    }
}
