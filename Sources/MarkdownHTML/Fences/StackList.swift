// The errors of a stack fence as HTML.

extension StackFence {
    func html(anchors: inout Anchors) -> HTML {
        var html = HTML()
        html.markup("<div class=\"stack\">")
        // Browsers stop nesting at some hundred levels and readers long before; deeper causes stand under the last level.
        let nested = min(failures.count - 1, 12)
        for (index, failure) in failures.enumerated() {
            if index > 0 {
                if index <= nested { html.markup("<div class=\"cause\">") }
                html.markup("<p class=\"caused\">caused by</p>")
            }
            append(failure, isCause: index > 0, to: &html, anchors: &anchors)
        }
        for _ in 0..<nested { html.markup("</div>") }
        html.markup("</div>")
        return html
    }
}

private func append(_ failure: StackFence.Failure, isCause: Bool, to html: inout HTML, anchors: inout Anchors) {
    html.markup("<p class=\"exception\"><b>")
    html.evidence(failure.type)
    html.markup("</b>")
    for (index, line) in failure.message.enumerated() {
        if index == 0, !failure.type.isEmpty { html.markup(": ") }
        if index > 0 { html.markup("\n") }
        html.evidence(line)
    }
    html.markup("</p>")
    guard !failure.frames.isEmpty else { return }
    html.markup("<ol class=\"frames\">")
    let hasOwn = failure.frames.contains(where: \.isOwn)
    for run in frameRuns(failure.frames, hasOwn: hasOwn, isCause: isCause) {
        if run.isFolded {
            appendFolded(failure.frames[run.range], noneOwn: !hasOwn, to: &html, anchors: &anchors)
        } else {
            for frame in failure.frames[run.range] { append(frame, to: &html, anchors: &anchors) }
        }
    }
    html.markup("</ol>")
}

private struct FrameRun {
    var range: Range<Int>
    var isFolded: Bool
}

/// Runs of library frames are folded. If no frame of the outer error is own, only the middle is: the first two and the last stay open.
private func frameRuns(_ frames: [StackFence.Frame], hasOwn: Bool, isCause: Bool) -> [FrameRun] {
    if !hasOwn, !isCause {
        guard frames.count > 4 else { return [FrameRun(range: 0..<frames.count, isFolded: false)] }
        return [
            FrameRun(range: 0..<2, isFolded: false), FrameRun(range: 2..<frames.count - 1, isFolded: true),
            FrameRun(range: frames.count - 1..<frames.count, isFolded: false),
        ]
    }
    var runs: [FrameRun] = []
    for (index, frame) in frames.enumerated() {
        if let last = runs.last, last.isFolded == !frame.isOwn {
            runs[runs.count - 1].range = last.range.lowerBound..<index + 1
        } else {
            runs.append(FrameRun(range: index..<index + 1, isFolded: !frame.isOwn))
        }
    }
    return runs
}

private func append(_ frame: StackFence.Frame, to html: inout HTML, anchors: inout Anchors) {
    let id = "F\(frame.number.string)"
    html.markup(frame.isOwn ? "<li class=\"own\"" : "<li class=\"lib\"")
    if anchors.claim(id) {
        html.markup(" id=\"")
        html.text(id)
        html.markup("\"")
    }
    html.markup("><a class=\"n\" href=\"#")
    html.text(id)
    html.markup("\">")
    html.text(frame.number)
    html.markup("</a><span class=\"fn\">")
    html.evidence(frame.function)
    html.markup("</span>")
    if !frame.place.isEmpty {
        html.markup("<span class=\"at\">")
        html.evidence(frame.place)
        html.markup("</span>")
    }
    html.markup("</li>")
}

private func appendFolded(
    _ frames: ArraySlice<StackFence.Frame>, noneOwn: Bool, to html: inout HTML, anchors: inout Anchors
) {
    guard let first = frames.first, let last = frames.last else { return }
    html.markup("<li class=\"folded\"><span class=\"n\">")
    html.text(first.number)
    if frames.count > 1 {
        html.markup("–")
        html.text(last.number)
    }
    html.markup("</span><details><summary>")
    html.number(frames.count)
    html.markup(frames.count == 1 ? " library frame" : " library frames")
    for name in packageNames(of: frames) {
        html.markup(", ")
        html.text(name)
    }
    if noneOwn { html.markup("; no frame is own code") }
    html.markup("</summary><ol>")
    for frame in frames { append(frame, to: &html, anchors: &anchors) }
    html.markup("</ol></details></li>")
}

/// The packages the frames come from, in order of first sight; at most three.
private func packageNames(of frames: ArraySlice<StackFence.Frame>) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    for frame in frames where names.count < 3 {
        guard let name = packageName(of: frame.place), !names.contains(where: { $0.elementsEqual(name) }) else { continue }
        names.append(name)
    }
    return names
}

private let packageFolders: [[UInt8]] = ["node_modules/", "site-packages/", "dist-packages/", "/gems/"].map { Array($0.utf8) }

private func packageName(of place: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let slash = UInt8(ascii: "/")
    for folder in packageFolders {
        guard let found = place.position(of: folder, from: place.startIndex) else { continue }
        let path = place[(found + folder.count)...]
        let parts = path.split(separator: slash, maxSplits: 2)
        guard let first = parts.first else { return nil }
        let isScoped = first.first == UInt8(ascii: "@") && parts.count > 1
        return isScoped ? path[first.startIndex..<parts[1].endIndex] : first
    }
    if place.starts(with: "node:".utf8) {
        return place[..<(place.dropFirst(5).firstIndex { $0 == slash || $0 == UInt8(ascii: ":") } ?? place.endIndex)]
    }
    return place.starts(with: "/var/runtime/".utf8) ? Array("runtime".utf8)[...] : nil
}
