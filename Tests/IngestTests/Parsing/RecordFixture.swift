// The files under Fixtures/records: two lines with group and stream, then events with a blank line between them.

import Glibc

func recordFixture(_ name: String, testFile: String = #filePath) -> [TestEvent] {
    let root = testFile.split(separator: "/").dropLast(4).joined(separator: "/")
    let blocks = fileText("/\(root)/Fixtures/records/\(name)").split(separator: "\n\n")
    let head = blocks.first.map { $0.split(separator: "\n") } ?? []
    guard head.count == 2 else { return [] }
    return blocks.dropFirst().enumerated().map {
        TestEvent(
            Int64($0.offset), String($0.element), group: String(head[0].dropFirst("group: ".count)),
            stream: String(head[1].dropFirst("stream: ".count)))
    }
}

private func fileText(_ path: String) -> String {
    guard let file = unsafe fopen(path, "r") else { return "" }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let length = unsafe fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(length), as: UTF8.self)
}
