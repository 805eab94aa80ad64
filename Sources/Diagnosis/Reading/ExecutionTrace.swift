// The execution log of a request, with the authorizer's block told apart: it reuses the names of the integration's lines.

import Model

struct ExecutionTrace {
    private(set) var gateway: [EvidenceLine] = []
    private(set) var authorizer: [EvidenceLine] = []
    /// Of the gateway's lines, those in which it quotes nobody.
    private(set) var statements: [EvidenceLine] = []

    /// `authorizerFailed`: the access row says that the authorizer ended the request, so failure lines are about it even
    /// where the log's level left out the line that opens its block.
    init(_ lines: [EvidenceLine], authorizerFailed: Bool) {
        var inAuthorizer = false
        for line in lines {
            let text = line.message
            if text.hasPrefix("Starting authorizer:") { inAuthorizer = true }
            // The line that closes the block may be lost; what only comes after it closes it too.
            if stepsAfterAuthorizer.contains(where: { text.hasPrefix($0) }) { inAuthorizer = false }
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
        statements = gateway.filter { line in
            !isCustomerError(line.message) && !quotingKinds.contains { line.message.hasPrefix($0) }
        }
    }

    /// The first line in which the gateway itself says these words; bodies, headers and a function's message do not count,
    /// for anybody can write them.
    func line(holding word: String) -> EvidenceLine? { statements.first { $0.message.holds(word) } }

    /// The first line of this kind that holds these words in what it quotes of others.
    func quotation(_ kind: String, holding word: String = "") -> EvidenceLine? {
        gateway.first { $0.message.hasPrefix(kind) && (word.isEmpty || $0.message.holds(word)) }
    }

    /// What the gateway says of a function that failed.
    var customerErrorLine: EvidenceLine? { gateway.first { isCustomerError($0.message) } }

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
        quotation("Endpoint request URI: ")?.message.text(after: "Endpoint request URI: ")
            ?? quotation("Sending request to ")?.message.text(after: "Sending request to ")
    }

    /// The body that the integration answered with, as far as it was logged.
    var responseBody: EvidenceLine? { quotation("Endpoint response body before transformations: ") }
}

/// First words of lines that are written once a request was let through.
private let stepsAfterAuthorizer = [
    "Verifying Usage Plan", "API Key ", "Usage Plan check", "Starting execution for request", "HTTP Method: ", "Method request ",
    "AWS Integration Endpoint RequestId",
]

/// Lines whose text is a client's or a back end's.
private let quotingKinds = [
    "Method request ", "Endpoint request ", "Endpoint response ", "Method response ", "Gateway response body",
    "Gateway response headers", "HTTP Method: ", "Sending request to ", "Message from client", "Client [",
]

private func isCustomerError(_ text: String) -> Bool {
    text.hasPrefix("Lambda execution failed with status ") && text.holds("due to customer function error")
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
