// What one cause's rule has to say about an incident.

import Model

/// How narrow a proof is; a narrower one wins over any wider one.
enum Strength: Comparable {
    /// A status, or several agreeing facts.
    case status
    /// A gateway response type, or the status of the Lambda service.
    case type
    /// A line that names the cause.
    case line
}

/// A sign of a cause that was found.
struct Sign {
    var strength: Strength
    var confidence: Confidence
    var proof: [ProofLine]
    /// A text or number that the sentence needs.
    var detail: String?

    init(_ strength: Strength, _ confidence: Confidence, _ proof: [ProofLine], detail: String? = nil) {
        self.strength = strength
        self.confidence = confidence
        self.proof = proof
        self.detail = detail
    }
}

struct Finding {
    var cause: Cause
    var sign: Sign
    var sentence: String
}

/// One cause: the signs of it, strongest first, and the sentence that tells it.
struct CauseRule: Sendable {
    var cause: Cause
    var signs: [@Sendable (Incident) -> Sign?]
    var sentence: @Sendable (Incident, Sign) -> String

    init(
        _ cause: Cause, signs: [@Sendable (Incident) -> Sign?],
        sentence: @escaping @Sendable (Incident, Sign) -> String
    ) {
        self.cause = cause
        self.signs = signs
        self.sentence = sentence
    }

    func finding(in incident: Incident) -> Finding? {
        for find in signs {
            if let sign = find(incident) { return Finding(cause: cause, sign: sign, sentence: sentence(incident, sign)) }
        }
        return nil
    }
}
