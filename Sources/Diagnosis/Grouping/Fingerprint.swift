// What makes two failures the same: nothing that changes from night to night.

import Model

struct Fingerprint {
    /// Name and value, in order.
    let parts: [LogField]
    /// Of the error, else of the gateway's reason.
    let message: MaskedMessage
    let title: String

    init(_ failure: Failure) {
        let verdict = failure.verdict
        var parts = [
            LogField(name: "layer", value: verdict.layer.rawValue), LogField(name: "cause", value: verdict.cause.rawValue),
        ]
        let subject = Subject(failure)
        parts += subject.parts
        let error = failure.error
        let type = error?.type?.shortened(to: 200)
        if let type { parts.append(LogField(name: "error type", value: type)) }
        let reason = error.map(\.message) ?? Self.reason(failure)
        message = reason.map(MessageMasker.mask) ?? MaskedMessage()
        if !message.text.isEmpty { parts.append(LogField(name: "message", value: message.text)) }
        for frame in error?.frames.filter(\.own).prefix(3) ?? [] {
            parts.append(LogField(name: "frame", value: FrameName.stable(frame)))
        }
        self.parts = parts
        let lead = [type, message.text.isEmpty ? nil : message.text].compactMap { $0 }
        title = lead.isEmpty ? "\(verdict.cause.title) \(subject.place)" : lead.joined(separator: ": ")
    }

    /// Twelve hexadecimal digits.
    var id: String {
        var hash = StableHash()
        for part in parts {
            hash.add(part.name)
            hash.add(part.value)
        }
        return hash.groupID
    }

    /// The gateway's reason where it tells more than its default text; for a run without an error, what ended it.
    private static func reason(_ failure: Failure) -> String? {
        switch failure.verdict.cause {
        case .hiddenFailure, .backgroundFailure:
            return failure.verdict.proof.first?.meaning
        case .functionTimeout, .outOfMemory, .processExited, .unhandledException, .initFailed, .handledError,
            .answeredClientError, .integrationTimeout, .functionThrottled:
            return nil
        default:
            guard let message = failure.request?.message, !defaultTexts.contains(message) else { return nil }
            return message
        }
    }
}

extension StableHash {
    /// Twelve hexadecimal digits.
    var groupID: String {
        let digits = String(value, radix: 16)
        return String((String(repeating: "0", count: 16 - digits.count) + digits).prefix(12))
    }
}

/// The function, or the endpoint when no function ran.
private struct Subject {
    var parts: [LogField]
    var place: String

    init(_ failure: Failure) {
        let layer = failure.verdict.layer
        if failure.verdict.cause == .authorizerCrashed, let authorizer = failure.authorizer?.function, !authorizer.isEmpty {
            parts = [LogField(name: "function", value: authorizer)]
            place = "in \(authorizer)"
        } else if layer == .function || layer == .response, let function = failure.function {
            parts = [LogField(name: "function", value: function)]
            place = "in \(function)"
        } else {
            let endpoint = failure.endpoint ?? "no route"
            parts = [LogField(name: "endpoint", value: endpoint)]
            if let api = failure.request?.api { parts.append(LogField(name: "api", value: api)) }
            if let stage = failure.request?.stage { parts.append(LogField(name: "stage", value: stage)) }
            place = failure.endpoint.map { "on \($0)" } ?? "without a route"
        }
    }
}

/// What the gateway says by default, and so says nothing.
private let defaultTexts: Set<String> = [
    "Forbidden", "Unauthorized", "Internal server error", "Internal Server Error", "Not Found", "Service Unavailable",
    "Endpoint request timed out", "Too Many Requests", "Limit Exceeded", "Missing Authentication Token", "null",
]
