// How a run of a function failed, and which of its own lines say so.
//
// 1. The platform's lines: REPORT, INIT_REPORT, the fault line, "Task timed out".
// 2. The runtime's uncaught-error event.
// 3. The narrowest of them names the fault; the fact of the first reading decides where the lines do not.

import Model

struct RunFault {
    var kind: FaultKind
    /// Strongest first, at most two.
    var proof: [ProofLine]
    var type: String?
    var message: String?
    /// How the process ended, in the platform's words.
    var exit: String?
    /// The runtime's event, with the error's details.
    var event: UncaughtEvent?
    /// The run's memory was used up at the end.
    var memoryAtLimit = false
    /// Whether the lines name this kind, or leave room for another one.
    var confidence = Confidence.certain

    /// A fault that is known only by what somebody else was told of it.
    static func told(type: String?, message: String) -> RunFault {
        RunFault(kind: FaultKind(type: type, message: message), proof: [], type: type, message: message)
    }

    static func read(run: InvocationFact?, lines: [EvidenceLine], blocks: [LineBlock]) -> RunFault? {
        let signs = PlatformSigns(lines)
        let failed = run?.failed ?? false
        if signs.reportedSuccess && !failed { return nil }
        let event = UncaughtEvent.find(in: blocks, runFailed: failed || signs.saysFailed)
        guard failed || signs.saysFailed || (event?.isLabelled ?? false) else { return nil }

        var fault = RunFault(
            kind: kind(run: run, signs: signs, event: event, lines: lines), proof: [], type: nil, message: nil)
        fault.memoryAtLimit = run?.usedUpMemory ?? false
        let named = event?.error
        switch fault.kind {
        case .exception:
            fault.event = event
            fault.add(event?.block.head, "the runtime's event for the error that ended the run", around: named?.type)
            fault.add(signs.exit, "the process exited with it")
            fault.add(signs.failedReport, "the platform counts the run as failed", around: "Status: ")
        case .timeout:
            fault.add(signs.timeout, "the platform ended the run at its time limit")
            fault.add(signs.timedOutReport, "the platform ended the run at its time limit", around: "Status: ")
        case .memory:
            fault.event = event.flatMap { namesMemory($0.error.type ?? "") ? $0 : nil }
            fault.add(signs.killed, "the platform killed the process for its memory")
            fault.add(fault.event?.block.head, "the runtime ran out of memory", around: named?.type)
            fault.add(memoryLine(lines), "the runtime ran out of memory")
            fault.add(signs.exit, "the process ended before it answered")
            fault.add(signs.failedReport, "the platform's account of the run", around: "Max Memory Used")
        case .exit:
            fault.event = event
            fault.add(signs.exit, "the process ended before it answered")
            fault.add(event?.block.head, "what the process said last")
            fault.add(signs.failedReport, "the platform counts the run as failed", around: "Error Type")
        case .initialization:
            fault.event = event
            fault.add(event?.block.head, "the error that stopped the function's start", around: named?.type)
            fault.add(signs.failedInit, "the start of the function failed", around: "Status: ")
            fault.add(signs.exit, "the process ended during its start")
            fault.add(signs.failedReport, "the platform counts the run as failed", around: "Error Type")
        case .responseTooLarge:
            fault.add(signs.tooLarge, "the answer was larger than Lambda allows")
            fault.add(signs.failedReport, "the platform counts the run as failed", around: "Error Type")
        }
        if fault.event != nil, let named {
            fault.type = named.type
            fault.message = named.message
        } else {
            fault.type = signs.errorType
            fault.message = signs.exit?.exitReason
        }
        fault.exit = signs.exit?.exitReason
        fault.confidence = confidence(in: fault, run: run, signs: signs, lines: lines)
        return fault
    }

    /// A process that ended for an unnamed reason may have been killed for its memory; a run that failed with an unnamed error may
    /// not have come as far as its handler.
    private static func confidence(
        in fault: RunFault, run: InvocationFact?, signs: PlatformSigns, lines: [EvidenceLine]
    ) -> Confidence {
        switch fault.kind {
        case .timeout, .initialization, .responseTooLarge: return .certain
        case .exception:
            return fault.event != nil || !["", "Runtime.Unknown", "Function.Unknown"].contains(signs.errorType ?? "")
                ? .certain : .likely
        case .exit: return namesExitReason(fault.exit ?? "") && !fault.memoryAtLimit ? .certain : .likely
        case .memory:
            let isNamed =
                signs.killed != nil || fault.event != nil || run?.fault == .outOfMemory || memoryLine(lines) != nil
                || signs.errorType.map { FaultKind(type: $0, message: "") == .memory } ?? false
            return isNamed ? .certain : .likely
        }
    }

    private static func kind(
        run: InvocationFact?, signs: PlatformSigns, event: UncaughtEvent?, lines: [EvidenceLine]
    ) -> FaultKind {
        let named = event.map { FaultKind(type: $0.error.type, message: $0.isLabelled ? "" : $0.block.head.message) }
        let reported = signs.errorType.map { FaultKind(type: $0, message: "") }
        if reported == .initialization || named == .initialization || signs.failedInitDuringInvoke != nil
            || run?.fault == .initError
        {
            return .initialization
        }
        let timedOut = signs.timeout != nil || signs.timedOutReport != nil || run?.fault == .timeout || run?.status == .timeout
        if timedOut {
            // The init that timed out was started again inside the run, and the handler was never entered.
            return signs.failedInit != nil && !lines.contains { $0.source == .functionLog && !$0.duringInit }
                ? .initialization : .timeout
        }
        if reported == .responseTooLarge || signs.tooLarge != nil { return .responseTooLarge }
        if reported == .memory || signs.killed != nil || run?.fault == .outOfMemory || named == .memory { return .memory }
        if signs.exit != nil, memoryLine(lines) != nil { return .memory }
        if let event, event.isLabelled { return event.block.lines[0].duringInit ? .initialization : .exception }
        if reported == .exit || signs.exit != nil || run?.fault == .processExit {
            // A kill for memory is an exit too; where no line gives another reason, the memory that was used does.
            return (run?.usedUpMemory ?? false) && !namesExitReason(signs.exit?.exitReason ?? "") ? .memory : .exit
        }
        return .exception
    }

    private mutating func add(_ line: EvidenceLine?, _ meaning: String, around needle: String? = nil) {
        guard let line, proof.count < 2, !proof.contains(where: { $0.place == line.place }) else { return }
        proof.append(line.proof(meaning, around: needle))
    }
}

private func memoryLine(_ lines: [EvidenceLine]) -> EvidenceLine? {
    lines.last { line in memoryTexts.contains { line.text.holds($0) } && !line.isReport }
}

extension InvocationFact {
    /// All the memory that was given.
    fileprivate var usedUpMemory: Bool { memoryMB > 0 && memoryUsedMB >= memoryMB }
}

/// A status or a signal, as against words that only say that the process is gone.
func namesExitReason(_ text: String) -> Bool { text.holds("exit status ") || text.holds("signal: ") }
