// A line of a CloudWatch Logs export to S3: `2026-03-12T09:14:05.128Z message`.

internal import Model

/// The stamp has exactly three digits of a second, a `Z` and one space behind it. (Public samples of export tasks; the documentation
/// does not spell it out.) A message that itself begins with a stamp keeps it, because only the first one is the container's.
func s3ExportPrefix(_ text: Span<UInt8>, _ line: Range<Int>, _ memory: inout StampMemory) -> LinePrefix? {
    let space = line.lowerBound + 24
    guard line.count >= 25, text[space] == UInt8(ascii: " "), let time = memory.stamp(text, at: line.lowerBound)
    else { return nil }
    return LinePrefix(time: time, stream: 0..<0, message: space + 1)
}

/// The minute of the stamp that was read last: events come in order of time, so that most stamps differ from it in their last digits only.
struct StampMemory {
    /// The first sixteen bytes of that stamp; before there was one, `1970-01-01T00:00`.
    private var head: (UInt64, UInt64) = (0x2d31_302d_3037_3931, 0x3030_3a30_3054_3130)
    private var minute: Int64 = 0

    /// `2026-03-12T09:14:05.128Z`, exactly so, `T` and `Z` included; nil for anything else.
    @inline(__always)
    mutating func stamp(_ text: Span<UInt8>, at start: Int) -> Timestamp? {
        guard start >= 0, text.count - start >= 24, let rest = StampWord.secondAndZone.pairs(text.word(at: start + 16)),
            rest[1] < 61
        else { return nil }
        let read = (text.word(at: start), text.word(at: start + 8))
        if read != head {
            guard text[start + 10] == UInt8(ascii: "T"), let seconds = text.civilSeconds(at: start) else { return nil }
            head = read
            minute = seconds - Int64(rest[1])
        }
        let millisecond = rest[4] * 10 + rest.digit(6)
        return Timestamp(milliseconds: (minute + Int64(rest[1])) * 1000 + Int64(millisecond))
    }
}
