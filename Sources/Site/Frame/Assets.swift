// The theme's files under names that change with their content, so that a browser may keep them for ever.

import Model

struct Assets: Sendable {
    let files: [SiteFile]
    let stylesheet: String
    let script: String

    /// Stylesheets are joined in the cascade's order.
    init(theme: [String: [UInt8]]) {
        var styles: [UInt8] = []
        for name in theme.keys.filter({ $0.hasSuffix(".css") }).sorted(by: comesBefore) {
            styles += theme[name] ?? []
            if styles.last != 0x0A { styles.append(0x0A) }
        }
        let script = theme["faultline.js"] ?? []
        stylesheet = "assets/style-\(contentHash(styles)).css"
        self.script = "assets/faultline-\(contentHash(script)).js"
        files = [SiteFile(path: stylesheet, bytes: styles), SiteFile(path: self.script, bytes: script)]
    }
}

private func comesBefore(_ left: String, _ right: String) -> Bool {
    func rank(_ name: String) -> Int { cascade.firstIndex(of: name) ?? beforeNarrow }
    return rank(left) == rank(right) ? left < right : rank(left) < rank(right)
}

/// The order of the standard theme; a stylesheet that is not in it comes before those for narrow pages and print.
private let cascade = [
    "tokens.css", "type.css", "frame.css", "verdict.css", "strip.css", "tables.css", "badges.css", "logs.css", "stack.css",
    "charts.css", "", "narrow.css", "print.css",
]
private let beforeNarrow = 10

private func contentHash(_ bytes: [UInt8]) -> String { String(sha256(bytes).prefix(8)) }
