// A failed run as both sides tell it: the function's own log first, the gateway's word beside it.

import Model

struct Fault {
    var kind: FaultKind
    var proof: [ProofLine]
    /// That the run failed, and that it is this request's.
    var confidence: Confidence
    /// That it failed in this way.
    var kindConfidence: Confidence
    /// What happened, as the predicate of a sentence whose subject is the function.
    var phrase: String
}

extension Incident {
    /// The fault of the function; nil when it did not fail or was never called.
    var fault: Fault? {
        if var own = functionFault {
            // A bare "the run failed", or an end without a reason, says less than the gateway's text.
            if own.event == nil, own.kind == .exception || own.confidence == .likely, let gatewayFault, gatewayFault.isTelling {
                own.kind = gatewayFault.kind
                own.type = gatewayFault.type ?? own.type
                own.message = gatewayFault.message
                own.exit = nil
                own.confidence = own.kind == .exit && own.memoryAtLimit ? .likely : .certain
            }
            var proof = own.proof
            if let gatewayFault, proof.count < 3 { proof.append(gatewayFault.proof) }
            return Fault(
                kind: own.kind, proof: proof,
                confidence: runIsProbable && gatewayFault == nil ? .likely : .certain, kindConfidence: own.confidence,
                phrase: own.phrase(run))
        }
        // Runtimes of Swift and Rust log no error of their own: the run looks healthy, and only the gateway was told.
        guard let gatewayFault else { return nil }
        return Fault(
            kind: gatewayFault.kind, proof: [gatewayFault.proof],
            confidence: gatewayFault.message == nil ? .likely : .certain,
            kindConfidence: gatewayFault.isTelling ? .certain : .likely,
            phrase: gatewayFault.asRun.phrase(run))
    }

    /// The fault, where it is what ended a failing request.
    func fault(_ kind: FaultKind) -> Sign? {
        guard requestFailed, !gatewayStoppedWaiting, !stoppedBeforeFunction, let fault, fault.kind == kind else {
            return nil
        }
        let isCertain = fault.confidence == .certain && fault.kindConfidence == .certain
        return Sign(.line, isCertain ? .certain : .likely, fault.proof, detail: fault.phrase)
    }
}

extension RunFault {
    /// What happened, as the predicate of a sentence whose subject is the function.
    func phrase(_ run: InvocationFact?) -> String {
        switch kind {
        case .exception: return exceptionPhrase(type: type, message: message)
        case .timeout:
            let limit = timeLimit(message: message, run: run).map { " of \($0)" } ?? ""
            return "ran into its time limit\(limit)\(memoryAtLimit ? ", with its memory at the limit" : "")"
        case .memory:
            guard let run, run.memoryMB > 0 else { return "ran out of memory" }
            return "ran out of its \(run.memoryMB) MB of memory"
        case .exit:
            let reason = (exit ?? message).flatMap(exitReason)
            let last = event.flatMap { errorName(type: $0.error.type, message: $0.error.message) }
            return "ended its process before it answered" + (reason.map { " (\($0))" } ?? "")
                + (last.map { " after \u{201C}\($0)\u{201D}" } ?? "")
        case .initialization:
            return "failed to start" + (errorName(type: type, message: message).map { ": \($0)" } ?? "")
        case .responseTooLarge: return "returned an answer larger than Lambda allows"
        }
    }
}

/// `threw "OrderError: stock gone" and did not catch it`.
private func exceptionPhrase(type: String?, message: String?) -> String {
    guard let name = errorName(type: type, message: message) else { return "failed with an error that no log names" }
    return "threw \u{201C}\(name)\u{201D} and did not catch it"
}

/// Type and short message of an error, or what there is of them.
func errorName(type: String?, message: String?) -> String? {
    let short = message.map { $0.shortened() } ?? ""
    guard let type = type?.shortened(to: 80), !type.isEmpty else { return short.isEmpty ? nil : short }
    return short.isEmpty ? type : "\(type): \(short)"
}

private func timeLimit(message: String?, run: InvocationFact?) -> String? {
    if let seconds = message?.text(between: "Task timed out after ", and: " seconds"), seconds.utf8.count < 12 {
        return "\(seconds)\u{A0}s"
    }
    guard let ms = run?.durationMs else { return nil }
    return seconds(Int64(ms))
}

/// The part of a platform's text that tells how the process ended.
private func exitReason(_ message: String) -> String? {
    for start in ["signal: ", "exit status "] {
        if let at = message.offset(of: start) { return message.slice(at).firstLine.shortened(to: 60) }
    }
    return nil
}

/// `2.002 s`, `41 ms`: a span of time as sentences write it.
func seconds(_ milliseconds: Int64) -> String {
    if milliseconds < 1000 { return "\(milliseconds)\u{A0}ms" }
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)\u{A0}s"
}

extension String {
    /// With a capital letter at the start of a sentence.
    var capitalized: String {
        guard let first, first.isASCII else { return self }
        return first.uppercased() + dropFirst()
    }
}
