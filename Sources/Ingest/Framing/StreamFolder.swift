// The log stream of an S3 export, which is only in the name of the folder.

/// From `.../2026-03-12-[$LATEST]0123456789abcdef0123456789abcdef/000000.gz`: `2026/03/12/[$LATEST]0123...`, because the export turns the
/// slashes of a stream's name into hyphens. Also from a file that was renamed after its stream. Nil when nothing looks like one.
func streamName(ofPaths paths: [String]) -> String? {
    guard let path = paths.first else { return nil }
    let components = path.split(separator: "/")
    guard let file = components.last else { return nil }
    if isChunkName(String(file)) {
        return components.count > 1 ? streamName(ofComponent: components[components.count - 2]) : nil
    }
    var name = file
    for ending in [".gz", ".zst", ".json", ".csv", ".log", ".txt"] where name.hasSuffix(ending) {
        name = name.dropLast(ending.count)
    }
    return streamName(ofComponent: name)
}

/// `000000.gz`, `000001`, ...: the files of one exported stream.
func isChunkName(_ file: String) -> Bool {
    let bytes = Array(file.utf8)
    guard bytes.count >= 6, bytes[..<6].allSatisfy(isDigit) else { return false }
    return bytes.count == 6 || [".gz", ".zst"].contains(String(file.dropFirst(6)))
}

private func streamName(ofComponent component: Substring) -> String? {
    let bytes = Array(component.utf8)
    if bytes.count == 32, bytes.allSatisfy({ isDigit($0) || 0x61...0x66 ~= $0 }) { return String(component) }
    let hyphen = UInt8(ascii: "-")
    guard bytes.count > 11, bytes[4] == hyphen, bytes[7] == hyphen, bytes[10] == hyphen,
        [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ isDigit(bytes[$0]) }), bytes.contains(UInt8(ascii: "["))
    else { return nil }
    var restored = bytes
    for index in [4, 7, 10] { restored[index] = UInt8(ascii: "/") }
    return String(decoding: restored, as: UTF8.self)
}
