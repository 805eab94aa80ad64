// gateway / unsupported-media-type: no mapping template takes the request's content type.

import Model

extension CauseRule {
    static let unsupportedMediaType = CauseRule(
        .unsupportedMediaType,
        signs: [
            responseType("UNSUPPORTED_MEDIA_TYPE", "the gateway's response type for a content type it has no template for"),
            statusAndMessage(415, ["Unsupported Media Type"], "the gateway's text for a content type it has no template for"),
        ],
        sentence: { incident, _ in
            "API Gateway refused \(incident.call) because it has no mapping for the content type; \(incident.clientGot)."
        })
}
