// The door of this room: a report and its failures in, the files of the site out.

package import Model
package import Redaction

package struct SiteInput: Sendable {
    package var report: Report
    /// In order of time, then id. Not yet redacted: this room's first step is to redact.
    package var failures: [Failure]
    /// Every request of the night, for the explorer. Not yet redacted.
    package var rows: ExplorerRows
    package var redactor: Redactor
    /// When the run was made; comes in as a value.
    package var madeAt: Timestamp
    /// Built-in files by name ("overview.md", "layout.html", "advice/unknown.md"), with overrides already applied.
    package var templates: [String: String]
    /// Stylesheets and the script of the theme; the stylesheets in the order of their cascade.
    package var theme: [ThemeFile]

    package init(
        report: Report, failures: [Failure], rows: ExplorerRows, redactor: Redactor, madeAt: Timestamp,
        templates: [String: String], theme: [ThemeFile]
    ) {
        self.report = report
        self.failures = failures
        self.rows = rows
        self.redactor = redactor
        self.madeAt = madeAt
        self.templates = templates
        self.theme = theme
    }
}

package struct ThemeFile: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

package struct SiteFile: Sendable {
    /// Relative, with `/`.
    package var path: String
    /// How many pieces the file is made of.
    let pieces: Int
    /// Makes one; asked for in order, when it is written, so that a long file is never whole in memory.
    let piece: @Sendable (Int) -> [UInt8]

    init(path: String, pieces: Int, piece: @escaping @Sendable (Int) -> [UInt8]) {
        self.path = path
        self.pieces = pieces
        self.piece = piece
    }

    package init(path: String, bytes: [UInt8]) { self.init(path: path, pieces: 1) { _ in bytes } }

    package var bytes: [UInt8] { (0..<pieces).flatMap(piece) }
}

/// A piece of the site that can be rendered on its own, on any core. Pure.
package struct SitePart: Sendable {
    package var render: @Sendable () throws -> [SiteFile]

    package init(render: @escaping @Sendable () throws -> [SiteFile]) { self.render = render }
}

/// A site that is ready to be rendered.
package struct PlannedSite: Sendable {
    /// All files but `manifest.json`, which the writer adds.
    package var parts: [SitePart]
    package var manifest: ManifestFacts
}
