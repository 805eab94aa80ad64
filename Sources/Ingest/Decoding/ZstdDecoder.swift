// zstd through libzstd.

import CZstd

@safe struct ZstdDecoder: StreamDecoder, ~Copyable {
    private let stream: OpaquePointer?

    init() { unsafe stream = ZSTD_createDStream() }

    deinit { _ = unsafe ZSTD_freeDStream(stream) }

    mutating func reset() { _ = unsafe ZSTD_initDStream(stream) }

    mutating func step(
        from input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecoderStep {
        var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let result = unsafe ZSTD_decompressStream(stream, &target, &source)
        let ending: DecoderStep.Ending? =
            if ZSTD_isError(result) != 0 {
                ZSTD_getErrorCode(result) == ZSTD_error_checksum_wrong ? .wrongChecksum : .damaged
            } else {
                result == 0 ? .frameEnd : nil
            }
        return unsafe DecoderStep(consumed: source.pos, produced: target.pos, ending: ending)
    }
}
