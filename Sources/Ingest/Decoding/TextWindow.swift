// The text of an input as a window that slides over it: framing sees whole events, memory sees one buffer.

import Glibc

/// All layers off; see `DecodingLimits.layers`.
typealias DecodedFile = Layer<Layer<Layer<FileSource>>>

/// Owns the buffer. It starts at 1 MiB and doubles when an event fills more than half of it, up to twice the longest event. The first
/// filling takes all the room, for the container is told by it; later ones as much as stays near the processor until it is read, and at
/// least as much again as is held, so that looking again at the beginning of an event after each filling costs linear time in all.
@safe struct TextWindow: ~Copyable {
    /// An event longer than this is rejected.
    static let longestEvent = 16 << 20

    private static let usualFilling = 256 << 10

    private var buffer: UnsafeMutableBufferPointer<UInt8>
    private var isFirstFilling = true
    private var start = 0
    private var end = 0
    private let paths: [String]
    private var opened = 0
    private var file: DecodedFile?
    private var closedBytesOnDisk: Int64 = 0
    private var openBytesOnDisk: Int64 = 0
    private(set) var textBytes: Int64 = 0
    /// No more text will come from the file that is open.
    private(set) var isAtFileEnd = true
    /// Faults in order, with the number of the path each belongs to.
    private(set) var faults: [(path: Int, fault: DecodingFault)] = []

    init(paths: [String]) {
        self.paths = paths
        unsafe buffer = .allocate(capacity: 1 << 20)
        file = nil
    }

    deinit { unsafe buffer.deallocate() }

    var bytesOnDisk: Int64 { closedBytesOnDisk + openBytesOnDisk }

    var count: Int { end - start }

    func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(rebasing: buffer[start..<end]).span)
    }

    mutating func drop(_ count: Int) { start += count }

    /// Goes on to the next file; false after the last one. Text not yet dropped is lost.
    mutating func openNext() -> Bool {
        closedBytesOnDisk += openBytesOnDisk
        openBytesOnDisk = 0
        file = nil
        isAtFileEnd = true
        start = 0
        end = 0
        guard opened < paths.count else { return false }
        file = Layer(Layer(Layer(FileSource(path: paths[opened]))))
        opened += 1
        isAtFileEnd = false
        return true
    }

    /// Reads until there is more text to look at or the file is over.
    mutating func fill() {
        makeRoom()
        let most = unsafe isFirstFilling ? buffer.count : min(buffer.count, max(2 * end, Self.usualFilling))
        isFirstFilling = false
        while !isAtFileEnd, end < most {
            let room = unsafe UnsafeMutableBufferPointer(rebasing: buffer[end..<most])
            let count = unsafe file?.read(into: room) ?? 0
            end += count
            textBytes += Int64(count)
            openBytesOnDisk = file?.bytesOnDisk ?? 0
            let limitFault = DecodingLimits.fault(textBytes: textBytes, bytesOnDisk: bytesOnDisk)
            guard count == 0 || limitFault != nil else { continue }
            isAtFileEnd = true
            if let fault = limitFault ?? file?.fault { faults.append((opened - 1, fault)) }
        }
    }

    private mutating func makeRoom() {
        let held = end - start
        if unsafe held > buffer.count / 2 && buffer.count < 2 * TextWindow.longestEvent {
            let larger = unsafe UnsafeMutableBufferPointer<UInt8>.allocate(capacity: buffer.count * 2)
            _ = unsafe memcpy(larger.baseAddress!, buffer.baseAddress! + start, held)
            unsafe buffer.deallocate()
            unsafe buffer = larger
        } else if start > 0, held > 0 {
            _ = unsafe memmove(buffer.baseAddress!, buffer.baseAddress! + start, held)
        }
        start = 0
        end = held
    }
}
