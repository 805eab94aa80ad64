// Figures for tests: what a chart writer would answer, small enough to read.

import Foundation
import MarkdownHTML

let sampleFigures = FigureSource(
    chart: { path in "<svg class=\"chart\" width=\"100%\" height=\"80\" role=\"img\"><title>\(path)</title></svg>" },
    cell: { scheme, argument in
        argument.isEmpty ? nil : "<svg class=\"\(scheme)\" width=\"36\" height=\"14\" aria-hidden=\"true\"></svg>"
    })

func page(_ markdown: String) -> RenderedPage { renderPage(markdown, figures: sampleFigures) }

func html(_ markdown: String) -> String { page(markdown).html.text }

func renderPage(_ markdown: String, figures: FigureSource) -> RenderedPage {
    renderPage(Array(markdown.utf8), figures: figures)
}

func markdownTwin(of markdown: String, captioning figures: [String] = []) -> String {
    markdownTwin(of: Array(markdown.utf8), captioning: figures).text
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// The theme's folder in the repository this test was built from.
func themeFile(_ name: String) throws -> String {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = tests.appendingPathComponent("../../Themes/standard/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
}
