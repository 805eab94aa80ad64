// The theme's files under names that change with their content, so that a browser may keep them for ever.

import Model

struct Assets: Sendable {
    let files: [SiteFile]
    let stylesheet: String
    let script: String

    init(theme: [ThemeFile]) {
        var styles: [UInt8] = []
        for file in theme where file.name.hasSuffix(".css") {
            styles += file.bytes
            if styles.last != 0x0A { styles.append(0x0A) }
        }
        let script = theme.first { $0.name == "faultline.js" }?.bytes ?? []
        stylesheet = "assets/style-\(contentHash(styles)).css"
        self.script = "assets/faultline-\(contentHash(script)).js"
        files = [SiteFile(path: stylesheet, bytes: styles), SiteFile(path: self.script, bytes: script)]
    }
}

private func contentHash(_ bytes: [UInt8]) -> String { String(sha256(bytes).prefix(8)) }
