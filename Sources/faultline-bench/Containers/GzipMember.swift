// Bytes to one gzip member, through ISA-L.

import CISAL

struct GzipFailure: Error, CustomStringConvertible {
    var code: Int32
    var description: String { "cannot compress: ISA-L answered \(code)" }
}

@safe
struct GzipCompressor: ~Copyable {
    private let stream: UnsafeMutablePointer<isal_zstream>
    private let work: UnsafeMutablePointer<UInt8>
    private static let workSize = 512 * 1024

    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe work = .allocate(capacity: Self.workSize)
        unsafe isal_deflate_init(stream)
    }

    deinit {
        unsafe stream.deallocate()
        unsafe work.deallocate()
    }

    /// Appends one complete member that expands to `bytes`. `bytes` must be shorter than 4 GiB.
    mutating func append(_ bytes: [UInt8], to output: inout [UInt8]) throws {
        unsafe isal_deflate_init(stream)
        unsafe stream.pointee.level = 1
        unsafe stream.pointee.level_buf = work
        unsafe stream.pointee.level_buf_size = UInt32(Self.workSize)
        unsafe stream.pointee.gzip_flag = UInt16(IGZIP_GZIP)
        unsafe stream.pointee.end_of_stream = 1
        unsafe stream.pointee.flush = UInt16(NO_FLUSH)
        // Incompressible input grows by five bytes per stored block of 64 KiB; header and trailer take 18.
        let room = bytes.count + bytes.count / 1024 + 1024
        var input = bytes
        let begin = output.count
        output.append(contentsOf: repeatElement(0, count: room))
        let code = unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = source.baseAddress
                unsafe stream.pointee.avail_in = UInt32(source.count)
                unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + begin }
                unsafe stream.pointee.avail_out = UInt32(room)
                return unsafe isal_deflate(stream)
            }
        }
        let produced = unsafe Int(stream.pointee.total_out)
        let unread = unsafe stream.pointee.avail_in
        guard code == COMP_OK, unread == 0 else { throw GzipFailure(code: code) }
        output.removeLast(room - produced)
    }
}
