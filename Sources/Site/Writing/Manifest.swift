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

/// The text of manifest.json; files in order of path. It does not list itself.
func manifestText(_ facts: ManifestFacts, files: [PublishedFile]) -> String {
    let list = files.map { file in
        JSONText.object([("bytes", .number(file.bytes)), ("path", .string(file.path)), ("sha256", .string(file.sha256))])
    }
    let inputs = facts.inputs.map { JSONText.object([("bytes", .number($0.bytes)), ("path", .string($0.path))]) }
    return JSONText.object([
        ("files", .array(list)), ("inputs", .array(inputs)), ("madeAt", .time(facts.madeAt)),
        ("range", .object([("since", .time(facts.range.since)), ("until", .time(facts.range.until))])),
        ("schema", .number(1)),
        ("tool", .object([("name", .string("faultline")), ("version", .string(facts.toolVersion))])),
    ]).text + "\n"
}

extension ManifestFacts {
    /// Of a report that is redacted.
    init(_ report: Report, madeAt: Timestamp) {
        self.init(
            toolVersion: report.toolVersion, madeAt: madeAt, range: report.range,
            inputs: report.coverage.inputs.map { Input(path: $0.path, bytes: $0.bytes) })
    }
}
