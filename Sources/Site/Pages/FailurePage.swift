// The page of one failure, as `failure.md` sees it: answer, proof, context, raw.

import MarkdownHTML
import Model

struct FailurePage: TemplatePage {
    static let template = "failure"

    var kicker: Markdown
    var heading: Markdown
    var sentence: Markdown
    var advice: Markdown?
    var proof: [ProofRow]
    var confidence: Markdown
    var facts: [Fact]
    var layers: Markdown?
    var timeline: TimelineBlock?
    var error: ErrorBlock
    var group: GroupBlock?
    var log: LogBlock?
    var request: [Fact]
    var function: [Fact]
    var authorizer: [Fact]
    var around: [FailureRow]
    var commands: [CommandBlock]
    var raw: [RawBlock]
    var provenance: [Fact]
    /// The page had to cut something: the whole text is published beside it.
    var needsPlainLog: Bool

    static let fields: [TemplateField<FailurePage>] = [
        .text("kicker") { $0.kicker }, .text("heading") { $0.heading }, .text("sentence") { $0.sentence },
        .text("advice") { $0.advice }, .flag("hasProof") { !$0.proof.isEmpty }, .list("proof") { $0.proof },
        .text("confidence") { $0.confidence }, .list("facts") { $0.facts }, .text("layers") { $0.layers },
        .part("timeline") { $0.timeline }, .part("error") { $0.error }, .part("group") { $0.group }, .part("log") { $0.log },
        .flag("hasRequest") { !$0.request.isEmpty }, .list("request") { $0.request },
        .flag("hasFunction") { !$0.function.isEmpty }, .list("function") { $0.function },
        .flag("hasAuthorizer") { !$0.authorizer.isEmpty }, .list("authorizer") { $0.authorizer },
        .flag("hasAround") { $0.around.count > 1 }, .list("around") { $0.around },
        .flag("hasCommands") { !$0.commands.isEmpty }, .list("commands") { $0.commands }, .list("raw") { $0.raw },
        .flag("hasRaw") { !$0.raw.isEmpty }, .list("provenance") { $0.provenance },
    ]

    /// Right of the sections in the rail.
    var counts: [String: String]

    init(_ index: Int, in night: Night, place: PagePlace) {
        let redacted = night.input.failures[index]
        let failure = redacted.failure
        let root = place.root
        kicker = failureKicker(failure, night.zone)
        heading = failure.heading(night.zone)
        let words = [failure.verdict.sentence, failure.afterwards].compactMap(\.self).joined(separator: " ")
        sentence = .text(clipped(words, 2000))
        advice = failureAdvice(failure, night.templates)
        let fence = LogFence(failure.lines, zone: night.zone, text: failure.id + ".txt")
        let anchors = LineAnchors(failure.lines, shown: fence.shown)
        proof = failure.verdict.proof.map { ProofRow($0, anchors) }
        confidence = failureConfidence(failure)
        facts = headFacts(failure)
        layers = failure.strip.isEmpty ? nil : layersFence(failure.strip, clientError: failure.isClientError)
        timeline = TimelineBlock(failure, anchors: anchors)
        error = ErrorBlock(failure, anchors: anchors, earlier: earlierRuns(of: index, in: night))
        group = GroupBlock(index, in: night, root: root)
        let rawTexts = RawText.all(of: failure)
        needsPlainLog = PlainLog.isNeeded(failure, fence, rawTexts)
        log = LogBlock(failure, fence, zone: night.zone, isPlainToo: needsPlainLog)
        request = requestFacts(failure, night, index: index, root: root)
        function = functionFacts(failure.invocation, in: night, root: root)
        authorizer = functionFacts(failure.authorizer, in: night, root: root)
        around = aroundRows(index, in: night, root: root)
        commands = commandBlocks(failure)
        raw = rawBlocks(failure, rawTexts)
        counts = [
            "log-of-this-request": counted(failure.lines.count, "line"), "around-it": grouped(max(0, around.count - 1)),
            "raw": grouped(raw.count),
        ]
        if let members = night.group(of: failure)?.members { counts["group"] = grouped(members.count) }
        if let frames = failure.error?.frameCount, frames > 0 {
            for id in ["error-caught-by-the-code", "error-not-caught"] { counts[id] = counted(frames, "frame") }
        }
        provenance = provenanceFacts(failure, redactions: redacted.redactions, inputs: night.report.coverage.inputs)
    }
}

private func failureKicker(_ failure: Failure, _ zone: DisplayZone) -> Markdown {
    let kind: Markdown =
        switch failure.verdict.cause {
        case .hiddenFailure: "Failing invocation behind an answered request"
        case .backgroundFailure: "Failing invocation without a request"
        default: failure.request == nil ? "Failing invocation" : "Failing request"
        }
    let id = failure.request?.id ?? failure.invocation?.id ?? failure.id
    return "\(kind) · \(.text("\(zone.dateAndClock(failure.time)) \(zone.name)")) · \(.code(clipped(id, 200)))"
}

/// The operator's advice inside the block quote; for an unknown cause also what would decide it.
private func failureAdvice(_ failure: Failure, _ templates: TemplateSet) -> Markdown? {
    var parts: [Markdown] = []
    if !failure.verdict.missing.isEmpty {
        parts.append("Would decide it: \(.text(failure.verdict.missing.joined(separator: "; "))).")
    }
    if let advice = templates.advice(for: failure.verdict.cause.rawValue) { parts.append(advice) }
    return parts.isEmpty ? nil : .joined(parts, separator: "\n>\n> ")
}

private func failureConfidence(_ failure: Failure) -> Markdown {
    let join = failure.link.map { $0.isExact ? "join exact" : "join probable" }
    return .text(["verdict \(failure.verdict.confidence.rawValue)", join].compactMap(\.self).joined(separator: ", "))
}
