// The log stream of an S3 export, which is only in the name of the folder.

/// From `.../2026-03-12-[$LATEST]0123456789abcdef0123456789abcdef/000000.gz`: `2026/03/12/[$LATEST]0123...`, because the export turns the
/// slashes of a stream's name into hyphens. Also from a file that was renamed after its stream. Nil when nothing looks like one.
func streamName(ofPaths paths: [String]) -> String? {
    guard let path = paths.first else { return nil }
    let components = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let file = components.last else { return nil }
    if isChunkName(file) {
        return components.count > 1 ? streamName(ofComponent: components[components.count - 2]) : nil
    }
    var name = file
    for ending: StaticString in [".gz", ".zst", ".json", ".csv", ".log", ".txt"] where ends(name, with: ending) {
        name = name.dropLast(ending.utf8CodeUnitCount)
    }
    return streamName(ofComponent: name)
}

private func ends(_ name: Substring.UTF8View, with ending: StaticString) -> Bool {
    unsafe name.suffix(ending.utf8CodeUnitCount)
        .elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
}

/// `000000.gz`, `000001`, ...: the files of one exported stream.
func isChunkName(_ file: String) -> Bool { isChunkName(file[...].utf8) }

private func isChunkName(_ file: Substring.UTF8View) -> Bool {
    guard file.prefix(6).count == 6, file.prefix(6).allSatisfy(isDigit) else { return false }
    let rest = file.dropFirst(6)
    return rest.isEmpty || rest.elementsEqual(".gz".utf8) || rest.elementsEqual(".zst".utf8)
}

private func streamName(ofComponent component: Substring.UTF8View) -> String? {
    let length = component.count
    if length == 32, component.allSatisfy({ isDigit($0) || 0x61...0x66 ~= $0 }) { return String(Substring(component)) }
    let hyphen = UInt8(ascii: "-")
    guard length > 11, component.first.map(isDigit) == true else { return nil }
    var bytes = Array(component)
    guard bytes[4] == hyphen, bytes[7] == hyphen, bytes[10] == hyphen,
        [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy({ isDigit(bytes[$0]) }), bytes.contains(UInt8(ascii: "["))
    else { return nil }
    for index in [4, 7, 10] { bytes[index] = UInt8(ascii: "/") }
    return String(decoding: bytes, as: UTF8.self)
}
