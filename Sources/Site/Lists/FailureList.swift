// The lists behind the numbers: which failures each holds, what it is called, where it stands.

import Model

enum FailureList: Hashable, Sendable {
    case all
    case clientErrors
    case serverErrors
    /// Failures whose function's run failed.
    case functionErrors
    case cause(Cause)
    case outcome(ClientOutcome, FunctionOutcome)
    /// One row of the overview's table over time, by its number.
    case stretch(Int)

    /// Without ending.
    var path: String {
        switch self {
        case .all: "failures/index"
        case .clientErrors: "failures/client-errors"
        case .serverErrors: "failures/server-errors"
        case .functionErrors: "failures/function-errors"
        case .cause(let cause): "failures/cause-\(cause.rawValue)"
        case .outcome(let client, let function): "failures/outcome-\(client.rawValue)-\(function.slug)"
        case .stretch(let number): "failures/stretch-\(number + 1)"
        }
    }

    var page: String { path + ".html" }
}

/// The members of every list, in order of time; lists without members are not there.
struct FailureLists: Sendable {
    private let members: [FailureList: [Int]]

    /// `outcomes` as the report counts them; a failure without one is judged by its own page.
    init(_ failures: [RedactedFailure], outcomes: [FunctionOutcome?], stretches: Stretches) {
        var members: [FailureList: [Int]] = [:]
        for (index, redacted) in failures.enumerated() {
            let failure = redacted.failure
            let outcome = outcomes[index] ?? failure.functionOutcome
            var lists: [FailureList] = [
                .all, .cause(failure.verdict.cause), .outcome(failure.clientOutcome, outcome),
            ]
            if failure.isClientError { lists.append(.clientErrors) }
            if failure.isServerError { lists.append(.serverErrors) }
            if outcome == .failed { lists.append(.functionErrors) }
            if let number = stretches.number(of: failure.time) { lists.append(.stretch(number)) }
            for list in lists { members[list, default: []].append(index) }
        }
        self.members = members
    }

    subscript(list: FailureList) -> [Int] { members[list] ?? [] }

    /// All lists that have members, in the order of their paths.
    var all: [FailureList] { members.keys.sorted { $0.path < $1.path } }
}
