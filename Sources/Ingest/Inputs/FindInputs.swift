// From what the command line names to the inputs of the run, in an order that does not depend on the machine.

/// Files, folders and `-` (standard input). Folders are walked in byte order, symbolic links are followed, and a file that is
/// reached twice is read once, because events counted twice would be wrong. All chunk files of one exported stream are one input.
/// An input that was named itself is called so; one that was found is called by its path below the folder that was named.
package func findInputs(
    _ paths: [String], hints: (String) -> InputHints
) -> (inputs: [Input], problems: [InputProblem]) {
    var walk = InputWalk()
    for path in paths { walk.add(named: path) }
    let inputs = walk.found.enumerated().map { index, found in
        Input(index: UInt32(index), name: found.name, paths: found.paths, hints: hints(found.place))
    }
    return (inputs, walk.problems)
}

private struct InputWalk {
    struct Found {
        var name: String
        var paths: [String]
        /// What hints are asked for: the file, or the folder of a stream's chunks.
        var place: String
    }

    var found: [Found] = []
    var problems: [InputProblem] = []
    private var seen: Set<FileEntry.Identity> = []
    private var names: Set<String> = []

    mutating func add(named path: String) {
        if path == "-" {
            if !names.contains("-") { append(name: "-", paths: ["-"], place: path) }
            return
        }
        guard let entry = entry(path), seen.insert(entry.identity).inserted else { return }
        switch entry.kind {
        case .file: append(name: path, paths: [path], place: path)
        case .folder: walk(folder: path, below: path, name: "")
        case .other(let reason): problems.append(InputProblem(path: path, reason: reason))
        }
    }

    /// `name` is the folder's path below `root`, empty for the root itself. Recursion is as deep as the folders are; the system
    /// ends a path at 4096 bytes.
    private mutating func walk(folder: String, below root: String, name: String) {
        let entries: [String]
        do {
            entries = try folderEntries(folder)
        } catch {
            problems.append(InputProblem(path: folder, reason: error.words))
            return
        }
        var chunks: [String] = []
        for entryName in entries {
            let path = joined(folder, entryName)
            let entryBelow = joined(name, entryName)
            guard let entry = entry(path) else { continue }
            guard seen.insert(entry.identity).inserted else { continue }
            switch entry.kind {
            case .file where isChunkName(entryName): chunks.append(path)
            case .file: append(name: unique(entryBelow, root), paths: [path], place: path)
            // Version control and caches: named so that nothing is passed over in silence, and not opened.
            case .folder where entryName.hasPrefix("."): append(name: unique(entryBelow, root), paths: [path], place: path)
            case .folder: walk(folder: path, below: root, name: entryBelow)
            case .other(let reason): problems.append(InputProblem(path: path, reason: reason))
            }
        }
        if !chunks.isEmpty {
            let ordered = chunks.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            append(name: unique(name.isEmpty ? lastComponent(root) : name, root), paths: ordered, place: folder)
        }
    }

    private mutating func entry(_ path: String) -> FileEntry? {
        do {
            return try FileEntry(path: path)
        } catch {
            problems.append(InputProblem(path: path, reason: error.words))
            return nil
        }
    }

    private mutating func append(name: String, paths: [String], place: String) {
        names.insert(name)
        found.append(Found(name: name, paths: paths, place: place))
    }

    /// Two folders that were named may hold the same names.
    private func unique(_ name: String, _ root: String) -> String {
        names.contains(name) ? joined(root, name) : name
    }

    private func joined(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private func lastComponent(_ path: String) -> String {
        path.split(separator: "/").last.map { String($0) } ?? path
    }
}
