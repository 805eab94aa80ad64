// Templates and theme: the built-in files, each replaced by the file of the same name in the folder that was named.

import BuiltInTemplates
import BuiltInThemes
import Foundation
import Site

/// Templates by name (`overview.md`, `advice/unknown.md`).
/// - Throws: `UsageProblem` for a folder that cannot be read or a file that overrides nothing.
func templates(overriddenBy folder: String?) throws(UsageProblem) -> [String: String] {
    var files: [String: String] = [:]
    for file in BuiltInTemplates.files { files[file.name] = file.text }
    for (name, bytes) in try overrides(in: folder, of: Set(files.keys), option: "--templates") {
        files[name] = String(decoding: bytes, as: UTF8.self)
    }
    return files
}

/// The theme's files in the built-in order.
func theme(overriddenBy folder: String?) throws(UsageProblem) -> [ThemeFile] {
    let overridden = try overrides(in: folder, of: Set(BuiltInThemes.files.map(\.name)), option: "--theme")
    return BuiltInThemes.files.map { ThemeFile(name: $0.name, bytes: overridden[$0.name] ?? $0.bytes) }
}

private func overrides(in folder: String?, of known: Set<String>, option: String) throws(UsageProblem) -> [String: [UInt8]] {
    guard let folder else { return [:] }
    guard let walk = FileManager.default.enumerator(atPath: folder) else {
        throw UsageProblem("cannot read the folder '\(folder)' of \(option)")
    }
    var files: [String: [UInt8]] = [:]
    while let name = walk.nextObject() as? String {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder), !isFolder.boolValue,
            !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
        else { continue }
        guard known.contains(name) else {
            let hint = nearest(to: name, among: Array(known)).map { "\n  did you mean '\($0)'?" } ?? ""
            throw UsageProblem("'\(folder)/\(name)' overrides nothing: there is no built-in file of that name\(hint)")
        }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
            throw UsageProblem("cannot read '\(folder)/\(name)' of \(option)")
        }
        files[name] = [UInt8](data)
    }
    return files
}
