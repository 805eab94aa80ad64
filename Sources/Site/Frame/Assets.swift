// The theme's files under names that change with their content, so that a browser may keep them for ever.

import Model

struct Assets: Sendable {
    let files: [SiteFile]
    let stylesheet: String
    let script: String
    let explorerScript: String

    init(theme: [ThemeFile]) {
        let styles = joined(theme.filter { $0.name.hasSuffix(".css") })
        let script = theme.first { $0.name == "faultline.js" }?.bytes ?? []
        stylesheet = "assets/style-\(contentHash(styles)).css"
        self.script = "assets/faultline-\(contentHash(script)).js"
        let explorer = joined(theme.filter { $0.name.hasPrefix("explore-") && $0.name.hasSuffix(".js") })
        explorerScript = "assets/explore-\(contentHash(explorer)).js"
        files = [
            SiteFile(path: stylesheet, bytes: styles), SiteFile(path: self.script, bytes: script),
            SiteFile(path: explorerScript, bytes: explorer),
        ]
    }
}

/// One file after the other, each ending its last line.
private func joined(_ files: [ThemeFile]) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in files {
        bytes += file.bytes
        if bytes.last != 0x0A { bytes.append(0x0A) }
    }
    return bytes
}

private func contentHash(_ bytes: [UInt8]) -> String { String(sha256(bytes).prefix(8)) }
