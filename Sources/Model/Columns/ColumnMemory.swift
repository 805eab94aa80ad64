// Where the chunks of columns lie: in memory, or in a file from which the kernel brings them back when they are asked for.

import Glibc
import Synchronization

/// Gives out chunks of memory, which live as long as somebody holds them.
///
/// With a folder, chunks lie in a file of that folder that has no name and dies with the process. They are used like any memory; what
/// `giveBack` takes out of memory comes back from the file at the next use.
public final class ColumnMemory: Sendable {
    private struct Place {
        /// In the file; -1 outside of it.
        var offset: Int
        var address: UInt
    }

    private struct State {
        /// Where the file ends.
        var end = 0
        /// Where in the file chunks lay that nobody holds any more, by their size.
        var left: [Int: [Int]] = [:]
        /// Chunks that nobody holds any more and that are still mapped, by their size: a night of small inputs wants one after the other,
        /// and the kernel stops all cores for each that it takes away.
        var spare: [Int: [Place]] = [:]
        var keepsSpare = true
        /// Bytes of the chunks that lie in the file, by address.
        var living: [UInt: Int] = [:]
        var isFull = false
    }

    /// -1 without a file.
    private let file: Int32
    private let state = Mutex(State())

    /// All chunks in memory.
    public init() { file = -1 }

    /// - Throws: `ColumnMemoryError` when no file can be made in the folder.
    public init(inFileOf folder: String) throws(ColumnMemoryError) {
        // mkstemp(3) puts letters of its own in the place of the last six.
        var path = Array("\(folder)/.faultline-facts-XXXXXX".utf8CString)
        file = unsafe mkstemp(&path)
        guard file >= 0 else { throw ColumnMemoryError(reason: unsafe String(cString: strerror(errno))) }
        unsafe unlink(path)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        keepNoSpare()
        if file >= 0 { close(file) }
    }

    public var isInFile: Bool { file >= 0 }

    /// The disk had no room for a chunk, which lies in memory instead.
    public var isFull: Bool { state.withLock { $0.isFull } }

    /// The most that the file ever held.
    public var fileBytes: Int { state.withLock { $0.end } }

    /// Takes the chunks that lie in the file out of memory. Safe at any moment, also while they are read and written.
    public func giveBack() {
        // Under the lock, so that none of them is unmapped meanwhile. A shared mapping keeps what was written: madvise(2), MADV_DONTNEED.
        state.withLock { state in
            for (address, bytes) in state.living {
                unsafe madvise(UnsafeMutableRawPointer(bitPattern: address), bytes, MADV_DONTNEED)
            }
        }
    }

    /// When inputs are no longer read: from here on a chunk that nobody holds is gone at once.
    public func keepNoSpare() {
        state.withLock { state in
            state.keepsSpare = false
            for (bytes, places) in state.spare { for place in places { release(place, bytes, &state) } }
            state.spare = [:]
        }
    }

    func chunk(bytes: Int) -> ColumnChunk {
        let spare = state.withLock { $0.spare[bytes]?.popLast() }
        guard let place = spare ?? inFile(bytes) ?? inMemory(bytes) else {
            // As any array would do it: the system has no memory left, and nothing here could go on without.
            preconditionFailure("no memory for \(bytes) bytes of facts")
        }
        return ColumnChunk(address: place.address, bytes: bytes, offset: place.offset, memory: self)
    }

    private func inMemory(_ bytes: Int) -> Place? {
        Self.mapped(bytes, file: -1, offset: 0).map { Place(offset: -1, address: $0) }
    }

    /// Nil without a file, or without room in it.
    private func inFile(_ bytes: Int) -> Place? {
        guard file >= 0 else { return nil }
        return state.withLock { state in
            // Room that is not there would otherwise be found out by a signal, at some later write.
            let left = state.left[bytes]?.popLast()
            let offset = left ?? state.end
            guard left != nil || posix_fallocate(file, offset, bytes) == 0,
                let address = Self.mapped(bytes, file: file, offset: offset)
            else {
                state.isFull = true
                return nil
            }
            if left == nil { state.end += bytes }
            state.living[address] = bytes
            return Place(offset: offset, address: address)
        }
    }

    private static func mapped(_ bytes: Int, file: Int32, offset: Int) -> UInt? {
        let flags = file < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED
        let address = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, file, offset)
        return unsafe address == MAP_FAILED ? nil : UInt(bitPattern: address)
    }

    fileprivate func end(_ chunk: ColumnChunk) {
        let place = Place(offset: chunk.offset, address: chunk.address)
        state.withLock { state in
            if state.keepsSpare, state.spare[chunk.bytes, default: []].count < Self.mostSpare {
                state.spare[chunk.bytes, default: []].append(place)
            } else {
                release(place, chunk.bytes, &state)
            }
        }
    }

    /// Of one size.
    private static let mostSpare = 4

    private func release(_ place: Place, _ bytes: Int, _ state: inout State) {
        unsafe munmap(UnsafeMutableRawPointer(bitPattern: place.address), bytes)
        guard place.offset >= 0 else { return }
        state.living[place.address] = nil
        state.left[bytes, default: []].append(place.offset)
    }
}

/// No file for facts could be made.
public struct ColumnMemoryError: Error {
    public let reason: String
}

/// Memory that is unmapped when nobody holds it any more.
@usableFromInline final class ColumnChunk: Sendable {
    @usableFromInline let address: UInt
    fileprivate let bytes: Int
    /// In the file; -1 outside of it.
    fileprivate let offset: Int
    private let memory: ColumnMemory

    fileprivate init(address: UInt, bytes: Int, offset: Int, memory: ColumnMemory) {
        self.address = address
        self.bytes = bytes
        self.offset = offset
        self.memory = memory
    }

    deinit { memory.end(self) }

    /// What is read from the file is one page at a time: who jumps about would get 32 for each that is wanted, and push out others.
    func isReadInNoOrder() {
        guard offset >= 0 else { return }
        unsafe madvise(UnsafeMutableRawPointer(bitPattern: address), bytes, MADV_RANDOM)
    }
}
