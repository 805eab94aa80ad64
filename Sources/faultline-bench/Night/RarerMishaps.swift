// Causes on the kinds of API where they are rarer: with these, every cause happens on every kind of API where it exists.

import Model

extension MishapCatalog {
    static func elsewhere(_ place: Places) -> [Mishap] { onHTTP(place) + onWebSocket(place) }

    private static func onHTTP(_ place: Places) -> [Mishap] {
        [
            Mishap(cause: .authorizerMisconfigured, endpoints: [place.createUser]),
            Mishap(cause: .functionThrottled, endpoints: [place.user]),
            Mishap(cause: .integrationFailed, endpoints: [place.user], variant: 0),
            Mishap(cause: .initFailed, endpoints: [place.user]),
            Mishap(cause: .outOfMemory, endpoints: [place.createUser], variant: 0),
            Mishap(cause: .processExited, endpoints: [place.user]),
            Mishap(cause: .responseTooLarge, endpoints: [place.user]),
        ]
    }

    private static func onWebSocket(_ place: Places) -> [Mishap] {
        let causes: [(Cause, Int)] = [
            (.throttled, 0), (.functionThrottled, 0), (.integrationMisconfigured, 0), (.integrationFailed, 0), (.initFailed, 0),
            (.functionTimeout, 0), (.functionTimeout, 1), (.outOfMemory, 0), (.outOfMemory, 1), (.processExited, 0),
            (.malformedResponse, 0), (.responseTooLarge, 0), (.handledError, 0), (.answeredClientError, 0), (.unknown, 0),
        ]
        return causes.map { Mishap(cause: $0.0, endpoints: [place.message], variant: $0.1) }
            + [.credentialsMissing, .accessDenied, .authorizerMisconfigured].map { Mishap(cause: $0, endpoints: [place.connect]) }
    }
}
