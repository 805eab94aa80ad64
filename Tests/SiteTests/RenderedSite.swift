// A whole site rendered into memory.

import BuiltInTemplates
import BuiltInThemes
import Model
import Redaction
import Site

struct RenderedSite {
    var files: [String: [UInt8]] = [:]

    init(_ input: SiteInput, jobs: Int = 1) throws {
        for part in try plannedSite(input, jobs: jobs).parts {
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
            report: report, failures: failures, rows: ExplorerRows(), redactor: Redactor(), madeAt: Self.since + 86_400_000,
            templates: builtInFiles,
            theme: BuiltInThemes.files.filter { !$0.name.hasSuffix(".html") }.map { ThemeFile(name: $0.name, bytes: $0.bytes) })
    }
}

/// The templates and the layout that the executable carries.
var builtInFiles: [String: String] {
    let layout = BuiltInThemes.files.filter { $0.name.hasSuffix(".html") }.map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
    }
    return Dictionary(
        BuiltInTemplates.files.map { ($0.name, $0.text) } + layout, uniquingKeysWith: { first, _ in first })
}
