// A line of a CloudWatch Logs export to S3: `2026-03-12T09:14:05.128Z message`.

internal import Model

/// The stamp has exactly three digits of a second, a `Z` and one space behind it. (Public samples of export tasks; the documentation
/// does not spell it out.) A message that itself begins with a stamp keeps it, because only the first one is the container's.
func s3ExportPrefix(_ text: Span<UInt8>, _ line: Range<Int>) -> LinePrefix? {
    let zone = line.lowerBound + 23
    guard line.count >= 25, text[zone] == UInt8(ascii: "Z"), text[zone + 1] == UInt8(ascii: " "),
        text[line.lowerBound + 10] == UInt8(ascii: "T"),
        let stamp = parseStamp(text, at: line.lowerBound), stamp.end == zone + 1, stamp.fraction == 3
    else { return nil }
    return LinePrefix(time: stamp.time, stream: 0..<0, message: zone + 2)
}
