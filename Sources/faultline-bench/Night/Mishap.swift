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

    /// `everywhere`: causes also happen on the kinds of API where they are rarer.
    init(_ landscape: Landscape, everywhere: Bool) {
        let place = Places(landscape)
        all =
            Self.gateway(place) + Self.authorizer(place) + Self.calls(place) + Self.code(place)
            + (everywhere ? Self.elsewhere(place) : [])
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

    private static func gateway(_ place: Places) -> [Mishap] {
        return [
            Mishap(cause: .wafBlocked, endpoints: [place.create, place.catalog, place.list]),
            Mishap(cause: .routeNotFound, endpoints: [place.list], weight: 4),
            Mishap(cause: .routeNotFound, endpoints: [place.user], weight: 4),
            Mishap(cause: .routeNotFound, endpoints: [place.message], weight: 1),
            Mishap(cause: .signatureRejected, endpoints: [place.partner], variant: 0),
            Mishap(cause: .signatureRejected, endpoints: [place.partner], variant: 1, weight: 1),
            Mishap(cause: .apiKeyRejected, endpoints: [place.catalog]),
            Mishap(cause: .throttled, endpoints: [place.catalog], weight: 4),
            Mishap(cause: .throttled, endpoints: [place.user]),
            Mishap(cause: .quotaExceeded, endpoints: [place.catalog]),
            Mishap(cause: .invalidBody, endpoints: [place.create], variant: 0, weight: 6),
            Mishap(cause: .invalidBody, endpoints: [place.create], variant: 1),
            Mishap(cause: .invalidParameters, endpoints: [place.list], weight: 4),
            Mishap(cause: .unsupportedMediaType, endpoints: [place.create]),
            Mishap(cause: .requestTooLarge, endpoints: [place.create], weight: 1),
            Mishap(cause: .requestTooLarge, endpoints: [place.createUser], weight: 1),
            Mishap(cause: .integrationMisconfigured, endpoints: [place.partner], variant: 0, weight: 1),
            Mishap(cause: .integrationMisconfigured, endpoints: [place.partner], variant: 1, weight: 1),
        ]
    }

    private static func authorizer(_ place: Places) -> [Mishap] {
        return [
            Mishap(cause: .credentialsMissing, endpoints: [place.create, place.read, place.list], weight: 4),
            Mishap(cause: .credentialsMissing, endpoints: [place.partner], variant: 1, weight: 1),
            Mishap(cause: .credentialsMissing, endpoints: [place.createUser]),
            Mishap(cause: .credentialsRejected, endpoints: [place.create, place.read, place.list, place.update], weight: 4),
            Mishap(cause: .credentialsRejected, endpoints: [place.createUser], weight: 4),
            Mishap(cause: .accessDenied, endpoints: [place.read, place.list, place.update, place.payment], variant: 0),
            Mishap(cause: .accessDenied, endpoints: [place.read, place.list, place.update, place.payment], variant: 1),
            Mishap(cause: .accessDenied, endpoints: [place.createUser]),
            Mishap(cause: .authorizerCrashed, endpoints: [place.create, place.read, place.list], variant: 0),
            Mishap(cause: .authorizerCrashed, endpoints: [place.create, place.read, place.list], variant: 1, weight: 1),
            Mishap(cause: .authorizerMisconfigured, endpoints: [place.create, place.read, place.list], weight: 1),
        ]
    }

    /// Calling the integration, and its answer.
    private static func calls(_ place: Places) -> [Mishap] {
        return [
            Mishap(cause: .functionPermission, endpoints: [place.update], weight: 1),
            Mishap(cause: .functionPermission, endpoints: [place.user], weight: 1),
            Mishap(cause: .functionPermission, endpoints: [place.message], weight: 1),
            Mishap(cause: .functionThrottled, endpoints: [place.read, place.list], weight: 4),
            Mishap(cause: .integrationTimeout, endpoints: [place.payment], weight: 4),
            Mishap(cause: .integrationTimeout, endpoints: [place.createUser]),
            Mishap(cause: .integrationFailed, endpoints: [place.partner], variant: 0),
            Mishap(cause: .integrationFailed, endpoints: [place.partner], variant: 1),
            Mishap(cause: .malformedResponse, endpoints: [place.list, place.catalog]),
            Mishap(cause: .malformedResponse, endpoints: [place.user]),
            Mishap(cause: .responseTooLarge, endpoints: [place.invoice]),
            Mishap(cause: .responseTooLarge, endpoints: [place.list], weight: 1),
            Mishap(cause: .unknown, endpoints: [place.user], weight: 1),
        ]
    }

    private static func code(_ place: Places) -> [Mishap] {
        let exceptions = [
            place.create, place.read, place.list, place.update, place.payment, place.invoice, place.user, place.createUser,
            place.avatar, place.message,
        ].map {
            Mishap(cause: .unhandledException, endpoints: [$0], weight: 3)
        }
        return exceptions + [
            Mishap(cause: .initFailed, endpoints: [place.create]),
            Mishap(cause: .initFailed, endpoints: [place.read]),
            Mishap(cause: .initFailed, endpoints: [place.list]),
            Mishap(cause: .initFailed, endpoints: [place.createUser]),
            Mishap(cause: .functionTimeout, endpoints: [place.create, place.read], variant: 0, weight: 4),
            Mishap(cause: .functionTimeout, endpoints: [place.list, place.update, place.invoice], variant: 1, weight: 4),
            Mishap(cause: .functionTimeout, endpoints: [place.user], variant: 2),
            Mishap(cause: .outOfMemory, endpoints: [place.create, place.update, place.invoice], variant: 0),
            Mishap(cause: .outOfMemory, endpoints: [place.read, place.user], variant: 1),
            Mishap(cause: .processExited, endpoints: [place.create, place.avatar]),
            Mishap(cause: .handledError, endpoints: [place.create, place.read], weight: 6),
            Mishap(cause: .handledError, endpoints: [place.list, place.update], weight: 6),
            Mishap(cause: .handledError, endpoints: [place.payment, place.invoice]),
            Mishap(cause: .handledError, endpoints: [place.user, place.createUser, place.avatar], weight: 4),
            Mishap(cause: .answeredClientError, endpoints: [place.read, place.update], weight: 20),
            Mishap(cause: .answeredClientError, endpoints: [place.user, place.avatar], weight: 20),
            Mishap(cause: .hiddenFailure, endpoints: [place.report], weight: 3),
        ]
    }
}
