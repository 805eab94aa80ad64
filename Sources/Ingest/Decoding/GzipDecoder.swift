// gzip through ISA-L: five times the speed of zlib on logs.

import CISAL

@safe struct GzipDecoder: StreamDecoder, ~Copyable {
    private let state: UnsafeMutablePointer<inflate_state>

    init() {
        unsafe state = .allocate(capacity: 1)
        unsafe isal_inflate_init(state)
        unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP)
    }

    deinit { unsafe state.deallocate() }

    mutating func reset() {
        unsafe isal_inflate_reset(state)
        unsafe state.pointee.crc_flag = UInt32(ISAL_GZIP)
    }

    mutating func step(
        from input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> DecoderStep {
        // ISA-L declares its input as writable and never writes to it.
        unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        unsafe state.pointee.avail_in = UInt32(input.count)
        unsafe state.pointee.next_out = output.baseAddress
        unsafe state.pointee.avail_out = UInt32(output.count)
        let result = unsafe isal_inflate(state)
        let consumed = unsafe input.count - Int(state.pointee.avail_in)
        let produced = unsafe output.count - Int(state.pointee.avail_out)
        let ending: DecoderStep.Ending? =
            switch result {
            case ISAL_INCORRECT_CHECKSUM: .wrongChecksum
            case ..<0: .damaged
            default: unsafe state.pointee.block_state == ISAL_BLOCK_FINISH ? .frameEnd : nil
            }
        return DecoderStep(consumed: consumed, produced: produced, ending: ending)
    }
}
