// Bytes to one zstd frame, through libzstd.

import CZstd

struct ZstdFailure: Error, CustomStringConvertible {
    var reason: String
    var description: String { "cannot compress: libzstd says '\(reason)'" }
}

/// One complete frame with a checksum, as the zstd command writes it.
func zstdFrame(_ bytes: [UInt8]) throws -> [UInt8] {
    let context = unsafe ZSTD_createCCtx()
    defer { _ = unsafe ZSTD_freeCCtx(context) }
    _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let size = unsafe ZSTD_compress2(context, &frame, frame.count, bytes, bytes.count)
    guard ZSTD_isError(size) == 0 else { throw unsafe ZstdFailure(reason: String(cString: ZSTD_getErrorName(size))) }
    return Array(frame[..<size])
}
