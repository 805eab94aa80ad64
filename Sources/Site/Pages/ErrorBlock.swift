// The error of a failure: type, message, cause chain. Without an exception, what ended the call instead.

import MarkdownHTML
import Model

struct ErrorBlock: TemplateModel {
    var title: Markdown
    var intro: Markdown?
    var stack: Markdown?
    var omitted: Markdown?
    /// Said instead of a stack; opens in bold.
    var absence: Markdown?
    var lastSign: Markdown?
    var earlier: Markdown?
    var rawTitle: Markdown?
    var raw: Markdown?

    static let fields: [TemplateField<ErrorBlock>] = [
        .text("title") { $0.title }, .text("intro") { $0.intro }, .text("stack") { $0.stack },
        .text("omitted") { $0.omitted }, .text("absence") { $0.absence }, .text("lastSign") { $0.lastSign },
        .text("earlier") { $0.earlier }, .text("rawTitle") { $0.rawTitle }, .text("raw") { $0.raw },
    ]

    init(_ failure: Failure, anchors: LineAnchors, earlier: Markdown?) {
        if let error = failure.error {
            title = error.caught ? "Error, caught by the code" : "Error, not caught"
            intro = error.runtimeName.map { "Read as \(.text($0))." }
            let fence = StackFence(error)
            stack = fence.markdown
            if fence.omitted > 0 {
                omitted = "\(.text(counted(fence.omitted, "frame"))) left out here; the raw text has what was logged."
            }
            let lines = error.raw.utf8.count { $0 == 0x0A } + 1
            let cut = CutText(error.raw, cost: 14_000)
            rawTitle =
                cut.isCut
                ? "Raw stack trace, first lines of \(.text(grouped(lines)))"
                : "Raw stack trace, complete, \(.text(counted(lines, "line")))"
            raw = .fenced("text", cut.text)
        } else {
            title = "Error"
            absence = Self.absence(failure)
        }
        if let sign = failure.lastSign {
            let place = anchors.link(sign.place).map { "\($0), " as Markdown } ?? ""
            let silence = sign.silenceMs.map { ", then \(.text(duration(Double($0)))) of silence" as Markdown } ?? ""
            lastSign = "Last sign of life: \(place)\(.code(clipped(sign.text, 600)))\(silence)."
            if let run = failure.invocation, let used = run.memoryUsedMB {
                lastSign = "\(lastSign ?? "") Memory used: \(.text(memory(used, of: run.memoryMB)))."
            }
            self.earlier = earlier
        }
    }

    private static func absence(_ failure: Failure) -> Markdown {
        let cause = failure.verdict.cause
        switch cause {
        case .functionTimeout:
            return
                "**No exception.** The function was stopped at its timeout\(after(failure)); a run that is stopped leaves no stack."
        case .outOfMemory:
            return "**No exception.** The process was killed when its memory was used up\(after(failure)); it leaves no stack."
        case .processExited:
            return "**No exception.** The process ended itself before it answered\(after(failure))."
        case .handledError, .answeredClientError:
            return "**No exception.** The code answered \(status(failure)) itself and logged no error."
        default: break
        }
        let message = failure.request?.message.map { ": \(.code(clipped($0, 2000)))" as Markdown } ?? ""
        let type = failure.request?.responseType.map { "with \(.code(clipped($0, 200)))" as Markdown } ?? "itself"
        guard failure.invocation == nil else {
            return failure.request == nil
                ? "**No exception.** The log of this run holds no error text."
                : "**No exception.** The function's log holds no error; the gateway answered \(status(failure)) \(type)\(message)."
        }
        return failure.request == nil
            ? "**No exception.** The inputs hold no error text of this run."
            : "**No function ran.** The gateway answered \(status(failure)) \(type)\(message)."
    }

    private static func after(_ failure: Failure) -> Markdown {
        failure.invocation?.durationMs.map { ", after \(.text(duration($0)))" } ?? ""
    }

    private static func status(_ failure: Failure) -> Markdown {
        failure.request?.status.map { .code(String($0)) } ?? "without a status"
    }
}

extension ErrorDetails {
    /// Those of its causes included.
    var frameCount: Int { causes.reduce(frames.count) { $0 + $1.frameCount } }
}

/// How often this container failed before, for a run that left no trace of its own.
func earlierRuns(of index: Int, in night: Night) -> Markdown? {
    let failure = night.failure(index)
    let runs = night.container(of: failure)
    guard let position = runs.firstIndex(of: index), failure.invocation?.logStream != nil else { return nil }
    guard position > 0 else { return "No earlier failure in the same container." }
    return "\(.text(counted(position, "earlier failure"))) in the same container."
}
