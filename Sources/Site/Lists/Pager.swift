// A long list as real pages of a hundred rows.

import MarkdownHTML

struct Pager: Sendable {
    static let rowsAPage = 100

    let total: Int
    /// Of the page, from 1.
    let number: Int

    init(total: Int, number: Int) {
        self.total = total
        self.number = number
    }

    static func pages(_ total: Int) -> Int { max(1, (total + rowsAPage - 1) / rowsAPage) }

    var range: Range<Int> { (number - 1) * Self.rowsAPage..<min(total, number * Self.rowsAPage) }

    /// "101–200 of 486 · ← Previous · 1 · **2** · 3 · Next →"; nil when one page holds all. `target` gives a page's link.
    func words(_ target: (Int) -> String) -> Markdown? {
        let pages = Self.pages(total)
        guard pages > 1 else { return nil }
        var parts: [Markdown] = [
            .text("\(grouped(range.lowerBound + 1))\u{2013}\(grouped(range.upperBound)) of \(grouped(total))")
        ]
        if number > 1 { parts.append(.link("\u{2190} Previous", to: target(number - 1))) }
        var shownBefore = 0
        for page in 1...pages where page == 1 || page == pages || abs(page - number) <= 2 {
            if page > shownBefore + 1 { parts.append("\u{2026}") }
            parts.append(page == number ? "**\(page)**" : .link(.text(String(page)), to: target(page)))
            shownBefore = page
        }
        if number < pages { parts.append(.link("Next \u{2192}", to: target(number + 1))) }
        return .joined(parts, separator: " · ")
    }
}
