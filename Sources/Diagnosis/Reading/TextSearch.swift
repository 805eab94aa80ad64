// Finding plain words in log text of any length: bytes, constant needles, one pass.

extension String {
    /// Byte offset of the first (or last) place where `needle` stands, at or after `start`.
    func offset(of needle: String, from start: Int = 0, last: Bool = false) -> Int? {
        let text = utf8.span
        let word = needle.utf8.span
        guard word.count > 0, text.count >= word.count, start >= 0 else { return nil }
        let head = word[0]
        var found: Int?
        var at = start
        let end = text.count - word.count
        while at <= end {
            if text[at] == head {
                var matched = 1
                while matched < word.count, text[at + matched] == word[matched] { matched += 1 }
                if matched == word.count {
                    found = at
                    if !last { return at }
                }
            }
            at += 1
        }
        return found
    }

    func holds(_ needle: String) -> Bool { offset(of: needle) != nil }

    /// The text from one byte offset to another; offsets must stand at borders of scalars, as those of ASCII needles do.
    func slice(_ from: Int, _ to: Int? = nil) -> String {
        let bytes = utf8
        let lower = bytes.index(bytes.startIndex, offsetBy: min(from, bytes.count))
        let upper = to.map { bytes.index(bytes.startIndex, offsetBy: min(max($0, from), bytes.count)) } ?? bytes.endIndex
        return String(self[lower..<upper])
    }

    func text(after needle: String) -> String? {
        offset(of: needle).map { slice($0 + needle.utf8.count) }
    }

    /// What stands between the first `opening` and the next `closing` after it, or the last one when `last`.
    func text(between opening: String, and closing: String, last: Bool = false) -> String? {
        guard let begin = offset(of: opening) else { return nil }
        let from = begin + opening.utf8.count
        guard let end = offset(of: closing, from: from, last: last) else { return nil }
        return slice(from, end)
    }

    /// The text up to the first line end.
    var firstLine: String {
        let text = utf8.span
        var end = 0
        while end < text.count, text[end] != UInt8(ascii: "\n"), text[end] != UInt8(ascii: "\r") { end += 1 }
        return end == text.count ? self : slice(0, end)
    }

    /// One line of at most `limit` scalars for a sentence: runs of white space and control characters become one space.
    func shortened(to limit: Int = 120) -> String {
        var short = String.UnicodeScalarView()
        var count = 0
        var pendingSpace = false
        for scalar in unicodeScalars {
            if scalar.value <= 0x20 || (0x7f...0xa0).contains(scalar.value) || scalar.properties.isWhitespace {
                pendingSpace = count > 0
                continue
            }
            let needed = pendingSpace ? 2 : 1
            if count + needed > limit {
                while short.count > limit - 1 { short.removeLast() }
                short.append("…")
                break
            }
            if pendingSpace { short.append(" ") }
            short.append(scalar)
            count += needed
            pendingSpace = false
        }
        return String(short)
    }

    /// The text itself, or for a long one a stretch of it around `needle`.
    func quoted(around needle: String?, limit: Int = 600) -> String {
        let total = utf8.count
        if total <= limit { return self }
        // A needle out of a log may be as long as the text; searching for its beginning keeps the search one pass.
        let center = needle.flatMap { offset(of: $0.slice(0, $0.scalarBorder(64))) } ?? 0
        let from = scalarBorder(max(0, min(center - limit / 3, total - limit)))
        let to = scalarBorder(min(total, from + limit))
        return (from > 0 ? "…" : "") + slice(from, to) + (to < total ? "…" : "")
    }

    private func scalarBorder(_ offset: Int) -> Int {
        let text = utf8.span
        var at = offset
        while at > 0, at < text.count, text[at] & 0xc0 == 0x80 { at -= 1 }
        return at
    }
}
