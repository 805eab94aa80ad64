// `--fail-on`: when a number of the report is too high, the run says so with its exit code.

package import Model

/// `server-errors>1%`, `failures>100`, `cause:function-timeout>0`.
package struct Gate: Hashable, Sendable {
    package enum Measure: Hashable, Sendable {
        case serverErrors, clientErrors, failures, functionErrors
        case cause(Cause)
    }

    package var measure: Measure
    package var limit: Double
    /// The limit is a share: of all invocations for `function-errors`, of all requests for everything else.
    package var isPercent: Bool
    /// As it was written.
    package var text: String

    /// Nil when the text is not a gate; `problem` then tells why.
    package static func parse(_ text: String) -> Result<Gate, GateProblem> {
        let parts = text.split(separator: ">", omittingEmptySubsequences: false).map { $0.filter { $0 != " " } }
        guard parts.count == 2 else {
            return .failure(GateProblem(gate: text, reason: "it must be MEASURE>NUMBER or MEASURE>NUMBER%"))
        }
        let measure: Measure
        switch parts[0] {
        case "server-errors": measure = .serverErrors
        case "client-errors": measure = .clientErrors
        case "function-errors": measure = .functionErrors
        case "failures": measure = .failures
        default:
            guard parts[0].hasPrefix("cause:") else {
                return .failure(
                    GateProblem(
                        gate: text,
                        reason:
                            "there is no measure '\(parts[0])'; there are server-errors, client-errors, function-errors, failures and cause:NAME"
                    ))
            }
            guard let cause = Cause(rawValue: String(parts[0].dropFirst(6))) else {
                let hint = nearest(to: String(parts[0].dropFirst(6)), among: Cause.allCases.map(\.rawValue))
                return .failure(
                    GateProblem(
                        gate: text,
                        reason: "there is no cause '\(parts[0].dropFirst(6))'\(hint.map { "; did you mean '\($0)'?" } ?? "")"))
            }
            measure = .cause(cause)
        }
        let isPercent = parts[1].hasSuffix("%")
        guard let limit = Double(isPercent ? String(parts[1].dropLast()) : parts[1]), limit >= 0, limit.isFinite else {
            return .failure(GateProblem(gate: text, reason: "'\(parts[1])' is not a number"))
        }
        return .success(Gate(measure: measure, limit: limit, isPercent: isPercent, text: text))
    }

    /// What was counted, when it is over the limit.
    func crossing(_ report: Report) -> Double? {
        let count: Int
        switch measure {
        case .serverErrors: count = report.totals.serverErrors
        case .clientErrors: count = report.totals.clientErrors
        case .functionErrors: count = report.totals.functionErrors
        case .failures: count = report.totals.failures
        case .cause(let cause): count = report.causes.first { $0.cause == cause }?.count ?? 0
        }
        let whole = measure == .functionErrors ? report.totals.invocations : report.totals.requests
        let value = isPercent ? (whole == 0 ? 0 : Double(count) * 100 / Double(whole)) : Double(count)
        return value > limit ? value : nil
    }
}

package struct GateProblem: Error, CustomStringConvertible {
    package var gate: String
    package var reason: String

    package var description: String { "'\(gate)' is not a gate: \(reason)" }
}
