// One member of a group in full: verdict, error, stack, log.

import MarkdownHTML
import Model

struct ExampleBlock: TemplateModel {
    static let maximumRows = 60
    static let maximumCost = 20_000

    var heading: Markdown
    var sentence: Markdown
    var layers: Markdown?
    var timeline: TimelineBlock?
    var error: ErrorBlock
    var log: LogBlock?

    static let fields: [TemplateField<ExampleBlock>] = [
        .text("heading") { $0.heading }, .text("sentence") { $0.sentence }, .text("layers") { $0.layers },
        .part("timeline") { $0.timeline }, .part("error") { $0.error }, .part("log") { $0.log },
    ]

    init(_ index: Int, in night: Night, root: String) {
        let failure = night.failure(index)
        let page = root + failure.page
        let fence = LogFence(
            failure.lines, zone: night.zone, text: page, rows: Self.maximumRows, cost: Self.maximumCost)
        let anchors = LineAnchors(failure.lines, shown: fence.shown)
        heading = .link(failure.heading(night.zone), to: root + failure.page)
        sentence = .text(clipped([failure.verdict.sentence, failure.afterwards].compactMap(\.self).joined(separator: " "), 2000))
        layers = failure.strip.isEmpty ? nil : layersFence(failure.strip, clientError: failure.isClientError)
        timeline = TimelineBlock(failure, anchors: anchors)
        error = ErrorBlock(failure, anchors: anchors, earlier: earlierRuns(of: index, in: night))
        log = LogBlock(failure, fence, zone: night.zone, whole: page, wholeWords: "the failure's own page")
    }
}
