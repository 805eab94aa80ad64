// A whole site rendered into memory.

import BuiltInTemplates
import Model
import Redaction
import Site

struct RenderedSite {
    var files: [String: [UInt8]] = [:]

    init(_ input: SiteInput, jobs: Int = 1) throws {
        for part in try siteParts(input, jobs: jobs) {
            for file in try part.render() { files[file.path] = file.bytes }
        }
    }

    init(_ night: NightBuilder) throws { try self.init(night.input) }

    func text(_ path: String) -> String { files[path].map { String(decoding: $0, as: UTF8.self) } ?? "no file \(path)" }

    var paths: [String] { files.keys.sorted() }
}

extension NightBuilder {
    var input: SiteInput {
        SiteInput(
            report: report, failures: failures, redactor: Redactor(), madeAt: Self.since + 86_400_000, templates: builtInFiles,
            theme: ["tokens.css": Array("body{}".utf8), "faultline.js": Array("'use strict'".utf8)])
    }
}

/// The templates of the executable, and a layout that uses every variable a theme may use.
var builtInFiles: [String: String] {
    var files = Dictionary(BuiltInTemplates.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    files["layout.html"] = """
        <!doctype html><html lang="{{lang}}"><head><title>{{title}}</title><link rel="stylesheet" href="{{stylesheet}}">
        <script src="{{script}}" defer></script></head><body>{{{patterns}}}
        <nav>{{#menu}}<a href="{{href}}"{{#current}} aria-current="page"{{/current}}>{{name}}</a>{{/menu}}</nav><p>{{range}}</p>
        <nav>{{#trail}}{{^last}}<a href="{{href}}">{{name}}</a>{{/last}}{{#last}}<b>{{name}}</b>{{/last}}{{/trail}}</nav>
        <a href="{{twin}}">Markdown</a> <a href="{{json}}">JSON</a>
        <nav>{{#sections}}<a href="#{{id}}">{{title}}</a>{{/sections}}{{#neighbours}}<a href="{{href}}">{{name}}</a>{{/neighbours}}</nav>
        <main>{{{main}}}</main><footer>{{#foot}}<p>{{label}} {{{html}}}</p>{{/foot}}<a href="{{root}}index.html">up</a></footer></body></html>
        """
    return files
}
