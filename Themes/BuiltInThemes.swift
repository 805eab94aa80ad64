// The theme that is carried inside the executable.

package enum BuiltInThemes {
    /// File names and contents, the stylesheets in the order of their cascade. `layout.html` includes `header.html`.
    package static let files: [(name: String, bytes: [UInt8])] = [
        ("tokens.css", PackageResources.tokens_css),
        ("type.css", PackageResources.type_css),
        ("frame.css", PackageResources.frame_css),
        ("verdict.css", PackageResources.verdict_css),
        ("strip.css", PackageResources.strip_css),
        ("tables.css", PackageResources.tables_css),
        ("badges.css", PackageResources.badges_css),
        ("logs.css", PackageResources.logs_css),
        ("stack.css", PackageResources.stack_css),
        ("charts.css", PackageResources.charts_css),
        ("narrow.css", PackageResources.narrow_css),
        ("print.css", PackageResources.print_css),
        ("layout.html", PackageResources.layout_html),
        ("header.html", PackageResources.header_html),
        ("faultline.js", PackageResources.faultline_js),
    ]
}
