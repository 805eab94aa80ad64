// The strip of six layers as a `layers` fence: `Function | broke 5xx | answered 500, reported success | 6,341 ms`.

import MarkdownHTML
import Model

func layersFence(_ strip: [StripLayer], clientError: Bool) -> Markdown {
    let lines = strip.map { layer in
        let state = layer.state == .broke ? "broke \(clientError ? "4xx" : "5xx")" : layer.state.rawValue
        return "\(layer.name) | \(state) | \(fenceColumn(layer.what)) | \(time(layer))"
    }
    return .fenced("layers", lines.joined(separator: "\n"))
}

private func time(_ layer: StripLayer) -> String {
    if let ms = layer.ms { return duration(ms) }
    return layer.state == .noLog ? "?" : "\u{2013}"
}
