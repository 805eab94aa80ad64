// The execution log of a request, with the authorizer's block told apart: it reuses the names of the integration's lines.

import Model

struct ExecutionTrace {
    private(set) var gateway: [EvidenceLine] = []
    private(set) var authorizer: [EvidenceLine] = []

    /// `authorizerFailed`: the access row says that the authorizer ended the request, so failure lines are about it even
    /// where the log's level left out the line that opens its block.
    init(_ lines: [EvidenceLine], authorizerFailed: Bool) {
        var inAuthorizer = false
        for line in lines {
            let text = line.message
            if text.hasPrefix("Starting authorizer:") { inAuthorizer = true }
            let closes =
                text.hasPrefix("Successfully completed authorizer execution") || text.hasPrefix("Unauthorized request")
                || text.hasPrefix("The client is not authorized to perform this operation") || text.holds("Authorizer error")
            if text.holds("error: Authorizer error") {
                // The true reason stands on the lines just before.
                var reasons: [EvidenceLine] = []
                while let last = gateway.last, isFailureLine(last.message) {
                    reasons.append(last)
                    gateway.removeLast()
                }
                authorizer.append(contentsOf: reasons.reversed())
            }
            if inAuthorizer || closes || (authorizerFailed && isFailureLine(text)) {
                authorizer.append(line)
            } else {
                gateway.append(line)
            }
            if closes { inAuthorizer = false }
        }
    }

    func line(holding word: String) -> EvidenceLine? { gateway.first { $0.message.holds(word) } }

    func authorizerLine(holding word: String) -> EvidenceLine? { authorizer.first { $0.message.holds(word) } }

    /// `Gateway response type: <TYPE> with status code: <n>`.
    var responseTypeLine: EvidenceLine? { line(holding: "Gateway response type: ") }

    var responseType: String? {
        responseTypeLine.flatMap { $0.message.text(between: "Gateway response type: ", and: " with status code") }
    }

    /// The authorizer's function was called: identity taken and a request built.
    var authorizerRan: Bool {
        authorizer.contains {
            $0.message.hasPrefix("Endpoint request URI:") || $0.message.hasPrefix("Sending request to")
                || $0.message.hasPrefix("Authorizer result body") || $0.message.hasPrefix("Using valid authorizer policy")
                || $0.message.hasPrefix("Incoming identity:")
        }
    }

    /// The address of the integration, never of the authorizer.
    var endpointURI: String? {
        line(holding: "Endpoint request URI: ")?.message.text(after: "Endpoint request URI: ")
            ?? gateway.first { $0.message.hasPrefix("Sending request to ") }?.message.text(after: "Sending request to ")
    }

    /// The body that the integration answered with, as far as it was logged.
    var responseBody: EvidenceLine? { line(holding: "Endpoint response body before transformations: ") }
}

private func isFailureLine(_ text: String) -> Bool {
    text.hasPrefix("Execution failed") || text.hasPrefix("Lambda execution failed")
        || text.hasPrefix("Lambda invocation failed")
}

extension EvidenceLine {
    func proof(_ meaning: String, around needle: String? = nil) -> ProofLine {
        ProofLine(source: source, line: text.quoted(around: needle), place: place, meaning: meaning)
    }
}
