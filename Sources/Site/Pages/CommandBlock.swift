// Ready commands that fetch the same evidence again.

import MarkdownHTML
import Model

struct CommandBlock: TemplateModel {
    var words: Markdown
    var fence: Markdown

    static let fields: [TemplateField<CommandBlock>] = [.text("words") { $0.words }, .text("fence") { $0.fence }]
}

func commandBlocks(_ failure: Failure) -> [CommandBlock] {
    let times = failure.lines.map(\.line.time).filter(\.isKnown) + [failure.time].filter(\.isKnown)
    guard let first = times.min(), let last = times.max() else { return [] }
    let longest = Int64(max(failure.invocation?.durationMs ?? 0, Double(failure.request?.latencyMs ?? 0)))
    // A second on either side: the two clocks differ, and the last record comes after the run.
    let window = TimeRange(since: first + -1000, until: max(last, failure.time + longest) + 1000)
    let region = loggedRegion(of: failure)
    var blocks: [CommandBlock] = []
    func add(_ words: Markdown, _ group: String?, _ pattern: String?) {
        guard let group, let pattern, !pattern.isEmpty else { return }
        let command = filterLogEvents(region: region, group: group, window: window, pattern: pattern)
        blocks.append(CommandBlock(words: words, fence: .fenced("text", command)))
    }
    add("Function log", failure.invocation?.logGroup, failure.invocation?.id)
    add("Authorizer log", failure.authorizer?.logGroup, failure.authorizer?.id)
    if let request = failure.request, request.kind != .http, let api = request.api, let stage = request.stage {
        // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
        add("Gateway execution log", "API-Gateway-Execution-Logs_\(api)/\(stage)", request.id)
    }
    if let region, let run = failure.invocation, let group = run.logGroup {
        let address = consoleAddress(region: region, group: group, stream: run.logStream, window: window)
        blocks.append(CommandBlock(words: "The function's log in the console", fence: .fenced("text", address)))
    }
    return blocks
}

/// `aws logs filter-log-events` for one log group; every word is quoted for the shell.
func filterLogEvents(region: String?, group: String, window: TimeRange, pattern: String) -> String {
    """
    aws logs filter-log-events\(region.map { " --region \($0)" } ?? "") \\
      --log-group-name=\(shellQuoted(group)) \\
      --start-time \(window.since.milliseconds) --end-time \(window.until.milliseconds) \\
      --filter-pattern=\(shellQuoted(filterPattern(pattern)))
    """
}
