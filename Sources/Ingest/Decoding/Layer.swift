// One layer of decoding: looks at the magic bytes of what is below and takes the compression off, or lets it through.

import Glibc

/// Layers are stacked by type, so that the whole stack is one value without boxes.
@safe struct Layer<Upstream: ByteSource & ~Copyable>: ByteSource, ~Copyable {
    private var upstream: Upstream
    private let input: UnsafeMutableBufferPointer<UInt8>
    private var start = 0
    private var end = 0
    private var hasLooked = false
    private var compression: Compression?
    private var gzip: GzipDecoder?
    private var zstd: ZstdDecoder?
    private var isBetweenFrames = false
    /// Compressed bytes consumed.
    private var position: Int64 = 0
    private var ownFault: DecodingFault?

    init(_ upstream: consuming Upstream) {
        self.upstream = upstream
        unsafe input = .allocate(capacity: 256 << 10)
        gzip = nil
        zstd = nil
    }

    deinit { unsafe input.deallocate() }

    /// The lowest layer's fault is the cause of all above it.
    var fault: DecodingFault? { upstream.fault ?? ownFault }
    var bytesOnDisk: Int64 { upstream.bytesOnDisk }

    mutating func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        if !hasLooked { look() }
        guard ownFault == nil else { return 0 }
        return compression == nil ? unsafe copy(into: buffer) : unsafe decompress(into: buffer)
    }

    private mutating func look() {
        hasLooked = true
        // A few bytes tell; what is read here of a stream that needs no decoding is copied once more.
        while end - start < 4, refill(atMost: 512) {}
        compression = nextMagic()
        switch compression {
        case .gzip: gzip = GzipDecoder()
        case .zstd: zstd = ZstdDecoder()
        case nil: break
        }
    }

    /// The compression that starts at the next byte. Reads on until four bytes can be seen or nothing more comes.
    private mutating func nextMagic() -> Compression? {
        while end - start < 4, refill() {}
        let count = end - start
        func byte(_ offset: Int) -> UInt8 { unsafe offset < count ? input[start + offset] : 0 }
        if byte(0) == 0x1f, byte(1) == 0x8b { return .gzip }
        if byte(0) == 0x28, byte(1) == 0xb5, byte(2) == 0x2f, byte(3) == 0xfd { return .zstd }
        // A skippable frame, which zstd tools put around their own data.
        if byte(0) & 0xf0 == 0x50, byte(1) == 0x2a, byte(2) == 0x4d, byte(3) == 0x18 { return .zstd }
        return nil
    }

    /// Adds bytes behind those not yet used; false when there is nothing to add.
    private mutating func refill(atMost most: Int = .max) -> Bool {
        if start > 0 {
            if end > start { _ = unsafe memmove(input.baseAddress!, input.baseAddress! + start, end - start) }
            end -= start
            start = 0
        }
        let room = unsafe input[end...].prefix(most)
        let count = unsafe upstream.read(into: UnsafeMutableBufferPointer(rebasing: room))
        end += count
        return count > 0
    }

    private mutating func copy(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard start < end else { return unsafe upstream.read(into: buffer) }
        let count = min(buffer.count, end - start)
        _ = unsafe memcpy(buffer.baseAddress!, input.baseAddress! + start, count)
        start += count
        return count
    }

    private mutating func decompress(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        guard let kind = compression else { return 0 }
        while true {
            if isBetweenFrames, !beginFrame(kind) { return 0 }
            let available = unsafe UnsafeBufferPointer(rebasing: input[start..<end])
            let step: DecoderStep =
                switch kind {
                case .gzip: unsafe gzip!.step(from: available, into: buffer)
                case .zstd: unsafe zstd!.step(from: available, into: buffer)
                }
            start += step.consumed
            position += Int64(step.consumed)
            switch step.ending {
            case .frameEnd: isBetweenFrames = true
            case .damaged: ownFault = .damaged(kind, byte: position)
            case .wrongChecksum: ownFault = .wrongChecksum(kind, byte: position)
            case nil: break
            }
            if step.produced > 0 { return step.produced }
            if ownFault != nil { return 0 }
            guard step.ending == nil, step.consumed == 0 || start == end else { continue }
            if start < end {
                ownFault = .damaged(kind, byte: position)
                return 0
            }
            if !refill() {
                ownFault = .endsEarly(kind, byte: position)
                return 0
            }
        }
    }

    /// Between frames: another one, zero padding, the end, or something that does not belong there.
    private mutating func beginFrame(_ kind: Compression) -> Bool {
        while true {
            if nextMagic() == kind {
                switch kind {
                case .gzip: gzip!.reset()
                case .zstd: zstd!.reset()
                }
                isBetweenFrames = false
                return true
            }
            guard start < end else { return false }
            guard unsafe input[start] == 0 else {
                ownFault = .trailingBytes(kind, byte: position)
                return false
            }
            start += 1
            position += 1
        }
    }
}
