// What a failure is called wherever it is named.

import MarkdownHTML
import Model

extension Failure {
    /// `POST /users`, else the method and path of a request without a route, else the function.
    var subject: String {
        if let endpoint { return endpoint }
        if let request {
            let parts = [request.method, request.path ?? request.route].compactMap(\.self)
            return parts.isEmpty ? "no route" : parts.joined(separator: " ")
        }
        return function ?? invocation?.function ?? "unknown function"
    }

    /// What the client got, as bold digits that the page turns into a badge; nil when there was no client.
    var statusMark: Markdown? {
        guard let request else { return nil }
        return request.status.map { "**\($0)**" } ?? "no status"
    }

    /// `` `POST /users` → **502** – Malformed response – 02:17:43 ``.
    func heading(_ zone: DisplayZone) -> Markdown {
        let head: Markdown = statusMark.map { "\(.code(subject)) \u{2192} \($0)" } ?? .code(subject)
        return "\(head) \u{2013} \(.text(verdict.cause.title)) \u{2013} \(.text(zone.second(time)))"
    }

    /// The first eight characters of the id that a person would search for.
    var shortID: String { String((request?.id ?? invocation?.id ?? id).prefix(8)) }

    /// Milliseconds the client waited, else the run took.
    var tookMs: Double? { request?.latencyMs.map(Double.init) ?? invocation?.durationMs }

    var isClientError: Bool { Site.isClientError(request?.status) }
    var isServerError: Bool { request?.status.map { $0 >= 500 } ?? false }
}

extension DisplayZone {
    /// `09:14:05`.
    func second(_ time: Timestamp) -> String { String(clock(time).prefix(8)) }
}
