// The list that facts stand in: an array to all who ask it, whatever its chunks.

import Glibc
import Model
import Testing

@Suite struct `A column` {
    private static let chunk = 1 << 14

    @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5])
    func `holds what was appended, in order, across the borders of its chunks`(count: Int) {
        let column = Column(0..<count)
        #expect(column.count == count)
        #expect(Array(column) == Array(0..<count))
        #expect(column.isEmpty == (count == 0))
        #expect(column.last == (count == 0 ? nil : count - 1))
    }

    @Test func `elements are changed in place while it grows`() {
        var column = growing(Self.chunk * 3 / 2)
        for place in column.indices { column[place] *= 2 }
        let last = column.count - 1
        column.swapAt(3, last)
        let frozen = column.freeze()
        #expect(frozen[3] == 2 * last)
        #expect(frozen[last] == 6)
        #expect(frozen[Self.chunk] == 2 * Self.chunk)
    }

    @Test(arguments: [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk])
    func `it is cut to its first elements and grows on from there`(kept: Int) {
        var column = growing(2 * Self.chunk)
        column.truncate(to: kept)
        for number in 0..<Self.chunk { column.append(-number) }
        let frozen = column.freeze()
        #expect(frozen.count == kept + Self.chunk)
        #expect(Array(frozen.prefix(kept)) == Array(0..<kept))
        #expect(Array(frozen.suffix(Self.chunk)) == (0..<Self.chunk).map { -$0 })
    }

    @Test func `what was frozen stays as it is when its column is used again`() {
        var column = growing(10)
        let first = column.freeze()
        let isEmpty = column.isEmpty
        #expect(isEmpty)
        column.append(7)
        #expect(Array(first) == Array(0..<10))
        #expect(Array(column.freeze()) == [7])
    }
}

@Suite struct `A column in a file` {
    private static let chunk = 1 << 14

    @Test func `holds the same when it was taken out of memory, and takes changes`() throws {
        let memory = try ColumnMemory(inFileOf: "/tmp")
        var column = growing(3 * Self.chunk + 1, in: memory)
        memory.giveBack()
        for place in column.indices where place % 3 == 0 { column[place] = -place }
        memory.giveBack()
        let frozen = column.freeze()
        memory.giveBack()
        #expect(Array(frozen) == (0...3 * Self.chunk).map { $0 % 3 == 0 ? -$0 : $0 })
        #expect(!memory.isFull)
    }

    @Test func `giving back leaves none of it in memory`() throws {
        let folder = try TemporaryFolder()
        let memory = try ColumnMemory(inFileOf: folder.path)
        let column = Column(0..<64 * Self.chunk, in: memory)
        #expect(residentBytes(ofFilesIn: folder.path) == 64 * Self.chunk * 8)
        memory.giveBack()
        #expect(residentBytes(ofFilesIn: folder.path) == 0)
        #expect(column.last == 64 * Self.chunk - 1)
    }

    @Test func `its room in the file is used again`() throws {
        let memory = try ColumnMemory(inFileOf: "/tmp")
        for round in 0..<100 {
            let column = Column(round..<round + 2 * Self.chunk, in: memory)
            #expect(column.first == round)
        }
        #expect(memory.fileBytes == 2 * Self.chunk * 8)
    }

    @Test func `chunks that nobody holds are used again until no more are wanted`() throws {
        let folder = try TemporaryFolder()
        let memory = try ColumnMemory(inFileOf: folder.path)
        for round in 0..<100 { #expect(Column(round..<round + 10 * Self.chunk, in: memory).count == 10 * Self.chunk) }
        // Four of them stay for the next one.
        #expect(residentBytes(ofFilesIn: folder.path) == 4 * Self.chunk * 8)
        memory.keepNoSpare()
        #expect(residentBytes(ofFilesIn: folder.path) == 0)
        #expect(Column(0..<10, in: memory).last == 9)
        #expect(residentBytes(ofFilesIn: folder.path) == 0)
    }

    @Test func `no file is seen in the folder`() throws {
        let folder = try TemporaryFolder()
        let memory = try ColumnMemory(inFileOf: folder.path)
        let column = Column(0..<10, in: memory)
        #expect(column.count == 10)
        // Only an empty folder can be removed.
        #expect(unsafe rmdir(folder.path) == 0)
    }

    @Test func `a folder that is not there is told`() {
        #expect { try ColumnMemory(inFileOf: "/tmp/no-such-folder-of-faultline") } throws: { error in
            (error as? ColumnMemoryError)?.reason == "No such file or directory"
        }
    }
}

private func growing(_ count: Int, in memory: ColumnMemory = ColumnMemory()) -> GrowingColumn<Int> {
    var column = GrowingColumn<Int>(in: memory)
    for number in 0..<count { column.append(number) }
    return column
}

private struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        path = "/tmp/column-tests-\(UInt64.random(in: 0 ... .max))"
        try #require(unsafe mkdir(path, 0o700) == 0)
    }

    deinit { unsafe rmdir(path) }
}

/// `Rss` of the mappings of files in the folder: proc_pid_smaps(5).
private func residentBytes(ofFilesIn folder: String) -> Int {
    guard let file = unsafe fopen("/proc/self/smaps", "r") else { return 0 }
    defer { unsafe fclose(file) }
    var kilobytes = 0
    var isOurs = false
    var line = [CChar](repeating: 0, count: 4096)
    while unsafe fgets(&line, Int32(line.count), file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        if text.contains("-"), text.contains(":"), !text.hasPrefix("VmFlags") { isOurs = text.contains(folder + "/") }
        guard isOurs, text.hasPrefix("Rss:") else { continue }
        kilobytes += Int(text.split(separator: " ")[1]) ?? 0
    }
    return kilobytes * 1024
}
