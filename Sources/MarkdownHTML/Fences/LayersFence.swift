// A fenced block `layers` as the layer strip (visual-language.md 7.2).
//
// Grammar, one layer per line, in the order a request meets them:
//
//     layer = name | state | what happened | time
//     state = "fine" / "broke 4xx" / "broke 5xx" / "carried" / "not reached" / "not configured" / "no log"
//
// The first separators and the last one count; further ones belong to what happened. An unknown state is drawn as "no log".

struct LayersFence {
    struct Layer {
        var name: ArraySlice<UInt8>
        var state: ArraySlice<UInt8>
        var event: ArraySlice<UInt8>
        var time: ArraySlice<UInt8>
    }

    private(set) var layers: [Layer] = []

    init(_ text: ArraySlice<UInt8>) {
        for line in text.lines() where !line.trimmed().isEmpty {
            let columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
            let event = columns.count > 3 ? line[columns[2].startIndex..<columns[columns.count - 2].endIndex] : columns.last ?? []
            layers.append(
                Layer(
                    name: columns[0].trimmed(), state: columns.count > 1 ? columns[1].trimmed() : [],
                    event: columns.count > 2 ? event.trimmed() : [],
                    time: columns.count > 3 ? columns[columns.count - 1].trimmed() : []))
        }
    }

    /// `firstLines` has the number of the first log line of a layer, by its name in lower case.
    func html(firstLines: [String: String]) -> HTML {
        var html = HTML()
        html.markup("<ol class=\"strip\">")
        var isAfter = false
        for layer in layers {
            let name = stateClass(layer.state)
            let breaks = !isAfter && layer.state.starts(with: "broke".utf8)
            html.markup("<li class=\"")
            html.markup(name)
            if breaks { html.markup(" fault") }
            if isAfter { html.markup(" after") }
            html.markup("\"><b>")
            let line = firstLines[layer.name.string.lowercased()]
            if let line {
                html.markup("<a href=\"#L")
                html.text(line)
                html.markup("\">")
            }
            html.text(layer.name)
            if line != nil { html.markup("</a>") }
            html.markup("</b><span class=\"ev\">")
            html.evidence(layer.event)
            html.markup("</span><span class=\"at\">")
            html.text(layer.time)
            html.markup("</span></li>")
            isAfter = isAfter || breaks
        }
        html.markup("</ol>")
        return html
    }
}

private func stateClass(_ state: ArraySlice<UInt8>) -> StaticString {
    switch state.string {
    case "fine": "fine"
    case "broke 4xx": "broke c4"
    case "broke 5xx": "broke c5"
    case "carried": "carried"
    case "not reached": "unreached"
    case "not configured": "absent"
    default: "nolog"
    }
}
