// gateway / route-not-found: the API has no such path, method or route key.

import Model

extension CauseRule {
    static let routeNotFound = CauseRule(
        .routeNotFound,
        signs: [
            responseType("RESOURCE_NOT_FOUND", "the gateway's response type for a resource that does not exist"),
            { incident in
                // Said of a missing token as well; only a template that logs the resource tells the two apart.
                guard incident.responseType == "MISSING_AUTHENTICATION_TOKEN", incident.hasNoRoute else { return nil }
                return Sign(
                    .type, incident.logsRoute ? .certain : .likely,
                    incident.responseTypeProof("a token is asked for where no resource matched"))
            },
            { incident in
                guard let status = incident.status, [403, 404].contains(status), incident.hasNoRoute, incident.logsRoute,
                    incident.responseType == nil, incident.kind != .rest
                else { return nil }
                return Sign(.type, .certain, incident.row.proof("the row names no route", around: "routeKey"))
            },
            { incident in
                guard incident.hasNoRoute, incident.kind != .webSocket else { return nil }
                let texts = incident.status == 404 ? ["Not Found"] : ["Missing Authentication Token"]
                return statusAndMessage(
                    incident.status == 404 ? 404 : 403, texts, "the gateway's text for a route that does not exist")(incident)
            },
        ],
        sentence: { incident, _ in "API Gateway found no route for \(incident.call); \(incident.clientGot)." })
}

extension Incident {
    /// No route template stands in any log of the request.
    var hasNoRoute: Bool {
        guard let view, !functionCalled else { return false }
        return view.route.isNone && view.endpoint.isNone && row["resourcePath"] == nil && row["routeKey"] == nil
    }

    /// The template logs the route, so that its absence means that none matched.
    var logsRoute: Bool { row.logs("resourcePath") || row.logs("routeKey") || row.logs("resourceId") }
}
