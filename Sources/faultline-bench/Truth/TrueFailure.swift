// One failure as truth.json tells it.

import Foundation

struct TrueFailure: Decodable {
    var cause: String
    var requestId: String?
    var extendedId: String?
    var invocationId: String?
    var attempt: Int?
    var status: Int?
    var link: String?
    /// The run that the gateway did call, also where no log names it.
    var run: String?
    var authorizerRun: String?
    var evidence: String

    var isFull: Bool { evidence == "full" }

    var key: FailureKey {
        if let request = extendedId ?? requestId { return FailureKey(id: request, attempt: 0) }
        return FailureKey(id: invocationId ?? "", attempt: attempt ?? 1)
    }

    static func read(_ path: String) throws -> [TrueFailure] {
        struct Document: Decodable { var failures: [TrueFailure] }
        return try JSONDecoder().decode(Document.self, from: Data(contentsOf: URL(fileURLWithPath: path))).failures
    }
}

/// What identifies a failure in the logs and in the truth: the gateway's id, else the run's id and attempt.
struct FailureKey: Hashable {
    var id: String
    var attempt: Int
}
