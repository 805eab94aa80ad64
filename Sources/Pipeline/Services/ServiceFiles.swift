// Reads deployment files: nothing in them is executed, and nothing outside their folder is opened.

import Foundation
import Ingest
import Yams

/// Files larger than this are no deployment files that people write.
private let largestFile = 4 << 20

/// What all the files say together.
/// - Throws: `UsageProblem` for a file that cannot be read or is neither serverless.yml nor a SAM or CloudFormation template.
package func serviceDescription(_ paths: [String]) throws(UsageProblem) -> ServiceDescription {
    var description = ServiceDescription()
    for path in paths {
        guard let node = try document(path), node.mapping != nil else {
            throw UsageProblem("cannot use '\(path)' of services: it is no map of keys")
        }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if node["Resources"]?.mapping != nil {
            description.add(cloudFormation(node))
        } else if node["service"] != nil || node["functions"] != nil {
            description.add(ServerlessReader(node, folder: folder).description())
        } else {
            throw UsageProblem(
                "cannot use '\(path)' of services: it is neither a serverless.yml nor a SAM or CloudFormation template")
        }
    }
    // A format that cannot tell values apart is of no use; rows are then read as if it were not known.
    description.accessLogFormats.removeAll { !isAccessTemplate($0) }
    return description
}

/// A part of a file that lies in `folder` or below it; nil for anything else, also by way of a symbolic link.
func includedDocument(_ name: String, folder: String) -> Node? {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let file = URL(fileURLWithPath: name, relativeTo: URL(fileURLWithPath: root, isDirectory: true)).resolvingSymlinksInPath()
        .path
    guard file.hasPrefix(root + "/") else { return nil }
    return (try? document(file)) ?? nil
}

private func document(_ path: String) throws(UsageProblem) -> Node? {
    guard let handle = FileHandle(forReadingAtPath: path), let data = try? handle.read(upToCount: largestFile + 1) else {
        throw UsageProblem("cannot read '\(path)' of services")
    }
    guard data.count <= largestFile else { throw UsageProblem("cannot use '\(path)' of services: it is larger than 4 MiB") }
    do {
        return try Yams.compose(yaml: String(decoding: data, as: UTF8.self))
    } catch {
        throw UsageProblem("cannot use '\(path)' of services: not YAML: \("\(error)".split(separator: "\n").first ?? "")")
    }
}
