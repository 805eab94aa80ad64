// manifest.json: every file of the site with its size and hash, what it was made from, and by what.

package import Model

/// What the writer cannot see in the files.
package struct ManifestFacts: Sendable {
    package struct Input: Hashable, Sendable {
        package var path: String
        package var bytes: Int64

        package init(path: String, bytes: Int64) {
            self.path = path
            self.bytes = bytes
        }
    }

    package var toolVersion: String
    package var madeAt: Timestamp
    package var range: TimeRange
    /// In the order of the report.
    package var inputs: [Input]

    package init(toolVersion: String, madeAt: Timestamp, range: TimeRange, inputs: [Input]) {
        self.toolVersion = toolVersion
        self.madeAt = madeAt
        self.range = range
        self.inputs = inputs
    }
}

/// A file as the manifest lists it.
package struct PublishedFile: Hashable, Sendable {
    package var path: String
    package var bytes: Int
    package var sha256: String
}

/// manifest.json; files in order of path. It does not list itself.
func manifestFile(_ facts: ManifestFacts, files: [PublishedFile]) -> SiteFile {
    let stretch = 1000
    let stretches = (files.count + stretch - 1) / stretch
    return SiteFile(path: "manifest.json", pieces: stretches + 1) { number in
        let opening = "{\"files\":["
        if number == stretches { return Array(((files.isEmpty ? opening : "") + manifestEnd(facts)).utf8) }
        let list = files[number * stretch..<min(files.count, (number + 1) * stretch)].map { file in
            JSONText.object([
                ("bytes", .number(file.bytes)), ("path", .string(file.path)), ("sha256", .string(file.sha256)),
            ]).text
        }
        return Array(((number == 0 ? opening : ",") + list.joined(separator: ",")).utf8)
    }
}

/// What follows the list of files; the order of the keys is that of their names.
private func manifestEnd(_ facts: ManifestFacts) -> String {
    let inputs = facts.inputs.map { JSONText.object([("bytes", .number($0.bytes)), ("path", .string($0.path))]) }
    let rest = JSONText.object([
        ("inputs", .array(inputs)), ("madeAt", .time(facts.madeAt)),
        ("range", .object([("since", .time(facts.range.since)), ("until", .time(facts.range.until))])),
        ("schema", .number(1)),
        ("tool", .object([("name", .string("faultline")), ("version", .string(facts.toolVersion))])),
    ]).text
    return "]," + rest.dropFirst() + "\n"
}

extension ManifestFacts {
    /// Of a report that is redacted.
    init(_ report: Report, madeAt: Timestamp) {
        self.init(
            toolVersion: report.toolVersion, madeAt: madeAt, range: report.range,
            inputs: report.coverage.inputs.map { Input(path: $0.path, bytes: $0.bytes) })
    }
}
