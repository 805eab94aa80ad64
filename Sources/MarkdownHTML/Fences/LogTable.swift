// The rows of a log fence as HTML.

extension LogFence {
    /// `label` names the region for assistive technology.
    func html(label: String, anchors: inout Anchors) -> HTML {
        var html = HTML(capacity: 2 * length + 400 * entries.count)
        html.markup("<div class=\"table log\" role=\"region\" tabindex=\"0\" aria-label=\"")
        html.text(label)
        html.markup("\"><table role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">")
        html.markup("<th role=\"columnheader\" scope=\"col\" class=\"n\"><abbr title=\"Line\">#</abbr></th>")
        html.markup("<th role=\"columnheader\" scope=\"col\" class=\"t\">Time</th>")
        html.markup("<th role=\"columnheader\" scope=\"col\" class=\"g\">Gap</th>")
        html.markup("<th role=\"columnheader\" scope=\"col\" class=\"s\">Source</th>")
        html.markup("<th role=\"columnheader\" scope=\"col\" class=\"l\">Level</th>")
        html.markup("<th role=\"columnheader\" scope=\"col\" class=\"m\">Message</th></tr></thead><tbody role=\"rowgroup\">")
        for entry in entries {
            switch entry {
            case .row(let row): append(row, to: &html, anchors: &anchors)
            case .cut(let text, let path):
                html.markup("<tr role=\"row\" class=\"cut\"><td role=\"cell\" colspan=\"6\"><a href=\"")
                html.text(linkTarget(Array(path)))
                html.markup("\">")
                html.text(text)
                html.markup("</a></td></tr>")
            }
        }
        html.markup("</tbody></table></div>")
        return html
    }
}

private func append(_ row: LogFence.Row, to html: inout HTML, anchors: inout Anchors) {
    let level = LogLevel(row.level)
    let platform = row.level.isEmpty && platformPrefixes.contains { row.message[0].starts(with: $0) }
    html.markup("<tr role=\"row\"")
    let id = "L\(row.number.string)"
    if !row.number.isEmpty, anchors.claim(id) {
        html.markup(" id=\"")
        html.text(id)
        html.markup("\"")
    }
    html.markup(" class=\"")
    html.markup(sourceClass(row.source))
    html.markup(level.rowClass)
    if platform { html.markup(" plat") }
    if !row.proof.isEmpty { html.markup(" proof") }
    let isLong = isLongGap(row.gap)
    if isLong { html.markup(" late") }
    html.markup("\"><td role=\"cell\" class=\"n\">")
    if !row.number.isEmpty {
        html.markup("<a href=\"#")
        html.text(id)
        html.markup("\">")
        html.text(row.number)
        html.markup("</a>")
    }
    html.markup("</td><td role=\"cell\" class=\"t\">")
    html.text(row.time)
    html.markup("</td><td role=\"cell\" class=\"g\">")
    html.text(row.gap)
    html.markup("</td><td role=\"cell\" class=\"s\">")
    html.text(row.source)
    html.markup("</td><td role=\"cell\" class=\"l\">")
    html.text(row.level)
    html.markup("</td><td role=\"cell\" class=\"m\">")
    appendMessage(row.message, proof: row.proof, to: &html)
    html.markup("</td></tr>")
}

/// Messages of more lines than this are folded behind their first line.
private let foldedFrom = 8

private func appendMessage(_ lines: [ArraySlice<UInt8>], proof: ArraySlice<UInt8>, to html: inout HTML) {
    let head = fieldsStart(in: lines[0])
    html.markup("<span class=\"msg\">")
    html.evidence(lines[0][..<head])
    html.markup("</span>")
    appendFields(lines[0][head...], to: &html)
    if !proof.isEmpty {
        html.markup(" <b class=\"pm\">proof ")
        html.text(proof)
        html.markup("</b>")
    }
    guard lines.count > 1 else { return }
    let folds = lines.count > foldedFrom
    if folds {
        html.markup("<details><summary>")
        html.number(lines.count - 1)
        html.markup(" more lines</summary>")
    }
    html.markup("<div class=\"more\">")
    for (index, line) in lines.dropFirst().enumerated() {
        if index > 0 { html.markup("\n") }
        html.evidence(line)
    }
    html.markup(folds ? "</div></details>" : "</div>")
}

/// Where the first ` key=` begins, or the end.
private func fieldsStart(in line: ArraySlice<UInt8>) -> Int {
    var wordStart = line.startIndex
    var isName = true
    for (index, byte) in zip(line.indices, line) {
        if byte == UInt8(ascii: " ") {
            wordStart = index + 1
            isName = true
        } else if byte == UInt8(ascii: "="), isName, index > wordStart, wordStart > line.startIndex {
            return wordStart
        } else if !isNameByte(byte) {
            isName = false
        }
    }
    return line.endIndex
}

private func appendFields(_ tail: ArraySlice<UInt8>, to html: inout HTML) {
    guard !tail.isEmpty else { return }
    html.markup("<span class=\"kv\">")
    var start = tail.startIndex
    var wordStart = start
    var isName = true
    var quotedUntil = start
    for (index, byte) in zip(tail.indices, tail) where index >= quotedUntil {
        if byte == UInt8(ascii: " ") {
            wordStart = index + 1
            isName = true
        } else if byte == UInt8(ascii: "="), isName, index > wordStart {
            quotedUntil = valueEnd(in: tail, from: index + 1)
            html.evidence(tail[start..<wordStart])
            html.markup("<i>")
            html.text(tail[wordStart...index])
            html.markup("</i>")
            start = index + 1
            isName = false
        } else if !isNameByte(byte) {
            isName = false
        }
    }
    html.evidence(tail[start...])
    html.markup("</span>")
}

/// Just after a value in quotes, in which a quote may stand behind a backslash; `start` for any other value.
private func valueEnd(in tail: ArraySlice<UInt8>, from start: Int) -> Int {
    guard start < tail.endIndex, tail[start] == UInt8(ascii: "\"") else { return start }
    var index = start + 1
    while index < tail.endIndex, tail[index] != UInt8(ascii: "\"") { index += tail[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(tail.endIndex, index + 1)
}

private func isNameByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
}

/// The lines Lambda writes around an invocation.
private let platformPrefixes: [[UInt8]] = [
    "START RequestId", "END RequestId", "REPORT RequestId", "INIT_START", "REPORT Duration",
]
.map { Array($0.utf8) }

/// A second or more: every unit but milliseconds.
private func isLongGap(_ gap: ArraySlice<UInt8>) -> Bool {
    guard let last = gap.last, isLowerLetter(last) else { return false }
    return !gap.reversed().starts(with: "sm".utf8)
}

private func sourceClass(_ source: ArraySlice<UInt8>) -> StaticString {
    switch source.string {
    case "gateway": "gateway"
    case "authorizer": "authorizer"
    case "function": "function"
    default: "edge"
    }
}

private struct LogLevel {
    var rowClass: StaticString

    init(_ word: ArraySlice<UInt8>) {
        switch word.string {
        case "ERROR", "FATAL", "CRITICAL", "SEVERE": rowClass = " error"
        case "WARN", "WARNING": rowClass = " warn"
        default: rowClass = ""
        }
    }
}
