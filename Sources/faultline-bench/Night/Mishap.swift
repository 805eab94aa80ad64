// What can go wrong and where: one entry for each cause, kind of API and manner.

import Model

struct Mishap {
    var cause: Cause
    var endpoints: [Int]
    /// Manners of the same cause, from 0.
    var variant = 0
    /// How often, against the others.
    var weight = 2
}

struct MishapCatalog {
    let all: [Mishap]
    private let weights: Int

    init(_ landscape: Landscape) {
        all = Self.gateway(landscape) + Self.authorizer(landscape) + Self.calls(landscape) + Self.code(landscape)
        weights = all.reduce(0) { $0 + $1.weight }
    }

    func pick(_ random: inout SplitMix64) -> Mishap {
        var rest = random.below(weights)
        for mishap in all {
            rest -= mishap.weight
            if rest < 0 { return mishap }
        }
        return all[0]
    }

    /// Every entry once, and causes that have one entry twice, in a shuffled order: a night long enough holds them all.
    func deck(_ random: inout SplitMix64) -> [Mishap] {
        var cards = all
        for mishap in all where all.count(where: { $0.cause == mishap.cause }) == 1 { cards.append(mishap) }
        for index in cards.indices.reversed() { cards.swapAt(index, random.below(index + 1)) }
        return cards
    }

    private static func gateway(_ landscape: Landscape) -> [Mishap] {
        let create = landscape.endpoint("POST", "/orders")
        let catalog = landscape.endpoint("GET", "/catalog")
        let partner = landscape.endpoint("GET", "/partners/{id}")
        let user = landscape.endpoint("GET", "/users/{id}")
        return [
            Mishap(cause: .wafBlocked, endpoints: [create, catalog, 2]),
            Mishap(cause: .routeNotFound, endpoints: [2], weight: 4),
            Mishap(cause: .routeNotFound, endpoints: [user], weight: 4),
            Mishap(cause: .routeNotFound, endpoints: [landscape.endpoint("", "sendMessage")], weight: 1),
            Mishap(cause: .signatureRejected, endpoints: [partner], variant: 0),
            Mishap(cause: .signatureRejected, endpoints: [partner], variant: 1, weight: 1),
            Mishap(cause: .apiKeyRejected, endpoints: [catalog]),
            Mishap(cause: .throttled, endpoints: [catalog], weight: 4),
            Mishap(cause: .throttled, endpoints: [user]),
            Mishap(cause: .quotaExceeded, endpoints: [catalog]),
            Mishap(cause: .invalidBody, endpoints: [create], variant: 0, weight: 6),
            Mishap(cause: .invalidBody, endpoints: [create], variant: 1),
            Mishap(cause: .invalidParameters, endpoints: [2], weight: 4),
            Mishap(cause: .unsupportedMediaType, endpoints: [create]),
            Mishap(cause: .requestTooLarge, endpoints: [create], weight: 1),
            Mishap(cause: .requestTooLarge, endpoints: [landscape.endpoint("POST", "/users")], weight: 1),
            Mishap(cause: .integrationMisconfigured, endpoints: [partner], variant: 0, weight: 1),
            Mishap(cause: .integrationMisconfigured, endpoints: [partner], variant: 1, weight: 1),
        ]
    }

    private static func authorizer(_ landscape: Landscape) -> [Mishap] {
        let partner = landscape.endpoint("GET", "/partners/{id}")
        let createUser = landscape.endpoint("POST", "/users")
        return [
            Mishap(cause: .credentialsMissing, endpoints: [0, 1, 2], weight: 4),
            Mishap(cause: .credentialsMissing, endpoints: [partner], variant: 1, weight: 1),
            Mishap(cause: .credentialsMissing, endpoints: [createUser]),
            Mishap(cause: .credentialsRejected, endpoints: [0, 1, 2, 3], weight: 4),
            Mishap(cause: .credentialsRejected, endpoints: [createUser], weight: 4),
            Mishap(cause: .accessDenied, endpoints: [1, 2, 3, 4], variant: 0),
            Mishap(cause: .accessDenied, endpoints: [1, 2, 3, 4], variant: 1),
            Mishap(cause: .accessDenied, endpoints: [createUser]),
            Mishap(cause: .authorizerCrashed, endpoints: [0, 1, 2], variant: 0),
            Mishap(cause: .authorizerCrashed, endpoints: [0, 1, 2], variant: 1, weight: 1),
            Mishap(cause: .authorizerMisconfigured, endpoints: [0, 1, 2], weight: 1),
        ]
    }

    /// Calling the integration, and its answer.
    private static func calls(_ landscape: Landscape) -> [Mishap] {
        let partner = landscape.endpoint("GET", "/partners/{id}")
        let user = landscape.endpoint("GET", "/users/{id}")
        let message = landscape.endpoint("", "sendMessage")
        return [
            Mishap(cause: .functionPermission, endpoints: [landscape.endpoint("PUT", "/orders/{id}")], weight: 1),
            Mishap(cause: .functionPermission, endpoints: [user], weight: 1),
            Mishap(cause: .functionPermission, endpoints: [message], weight: 1),
            Mishap(cause: .functionThrottled, endpoints: [1, 2], weight: 4),
            Mishap(cause: .integrationTimeout, endpoints: [landscape.endpoint("POST", "/orders/{id}/payment")], weight: 4),
            Mishap(cause: .integrationTimeout, endpoints: [landscape.endpoint("POST", "/users")]),
            Mishap(cause: .integrationFailed, endpoints: [partner], variant: 0),
            Mishap(cause: .integrationFailed, endpoints: [partner], variant: 1),
            Mishap(cause: .malformedResponse, endpoints: [2, landscape.endpoint("GET", "/catalog")]),
            Mishap(cause: .malformedResponse, endpoints: [user]),
            Mishap(cause: .responseTooLarge, endpoints: [landscape.endpoint("GET", "/orders/{id}/invoice")]),
            Mishap(cause: .responseTooLarge, endpoints: [2], weight: 1),
            Mishap(cause: .unknown, endpoints: [user], weight: 1),
        ]
    }

    private static func code(_ landscape: Landscape) -> [Mishap] {
        let payment = landscape.endpoint("POST", "/orders/{id}/payment")
        let invoice = landscape.endpoint("GET", "/orders/{id}/invoice")
        let user = landscape.endpoint("GET", "/users/{id}")
        let createUser = landscape.endpoint("POST", "/users")
        let avatar = landscape.endpoint("GET", "/users/{id}/avatar")
        let message = landscape.endpoint("", "sendMessage")
        let exceptions = [0, 1, 2, 3, payment, invoice, user, createUser, avatar, message].map {
            Mishap(cause: .unhandledException, endpoints: [$0], weight: 3)
        }
        return exceptions + [
            Mishap(cause: .initFailed, endpoints: [0]),
            Mishap(cause: .initFailed, endpoints: [1]),
            Mishap(cause: .initFailed, endpoints: [2]),
            Mishap(cause: .initFailed, endpoints: [createUser]),
            Mishap(cause: .functionTimeout, endpoints: [0, 1], variant: 0, weight: 4),
            Mishap(cause: .functionTimeout, endpoints: [2, 3, invoice], variant: 1, weight: 4),
            Mishap(cause: .functionTimeout, endpoints: [user], variant: 2),
            Mishap(cause: .outOfMemory, endpoints: [0, 3, invoice], variant: 0),
            Mishap(cause: .outOfMemory, endpoints: [1, user], variant: 1),
            Mishap(cause: .processExited, endpoints: [0, avatar]),
            Mishap(cause: .handledError, endpoints: [0, 1], weight: 6),
            Mishap(cause: .handledError, endpoints: [2, 3], weight: 6),
            Mishap(cause: .handledError, endpoints: [payment, invoice]),
            Mishap(cause: .handledError, endpoints: [user, createUser, avatar], weight: 4),
            Mishap(cause: .answeredClientError, endpoints: [1, 3], weight: 20),
            Mishap(cause: .answeredClientError, endpoints: [user, avatar], weight: 20),
            Mishap(cause: .hiddenFailure, endpoints: [landscape.endpoint("POST", "/reports")], weight: 3),
        ]
    }
}
