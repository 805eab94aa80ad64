// A function or an endpoint that came near a limit.

import MarkdownHTML
import Model

struct NearMissRow: TemplateModel {
    var name: Markdown
    var nearly: Markdown
    var times: Markdown
    var worst: Markdown

    static let fields: [TemplateField<NearMissRow>] = [
        .cell("name") { $0.name }, .cell("nearly") { $0.nearly }, .cell("times") { $0.times }, .cell("worst") { $0.worst },
    ]

    init(_ miss: NearMiss, root: String) {
        name = .link(.code(clipped(miss.name, 200)), to: root + miss.page)
        times = .text(grouped(miss.times))
        switch miss.kind {
        case .duration:
            nearly = .text("duration near its timeout of \(duration(miss.limit))")
            worst = .text(duration(miss.worst))
        case .memory:
            nearly = .text("memory near its \(fixed(miss.limit, 0))\u{A0}MB")
            worst = .text("\(fixed(miss.worst, 0))\u{A0}MB")
        case .gatewayWait:
            nearly = .text("gateway's wait near its limit of \(duration(miss.limit))")
            worst = .text(duration(miss.worst))
        }
    }
}
