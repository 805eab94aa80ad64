// Code spans and fences that hold any text as it is.

/// A code span; `bytes` hold no line end. Empty text has no code span and gives nothing.
func codeSpan(_ bytes: [UInt8]) -> [UInt8] {
    guard let first = bytes.first, let last = bytes.last else { return [] }
    let ticks = repeatElement(UInt8(ascii: "`"), count: shortestFreeRun(in: bytes))
    // One blank at each end is stripped again if the text is more than blanks.
    let endsInBlanks = first == UInt8(ascii: " ") && last == UInt8(ascii: " ") && bytes.contains { $0 != UInt8(ascii: " ") }
    let isPadded = first == UInt8(ascii: "`") || last == UInt8(ascii: "`") || endsInBlanks
    var span: [UInt8] = []
    span.reserveCapacity(bytes.count + 2 * (ticks.count + 1))
    span += ticks
    if isPadded { span.append(UInt8(ascii: " ")) }
    span += bytes
    if isPadded { span.append(UInt8(ascii: " ")) }
    span += ticks
    return span
}

/// A single backtick around the text makes the code span that `codeSpan` would: one line, no backtick, no blank at an end, nothing that
/// hides.
func standsInCode(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0, text[0] != UInt8(ascii: " "), text[text.count - 1] != UInt8(ascii: " ") else { return false }
    for index in text.indices {
        let byte = text[index]
        guard byte >= 0x20, byte < 0x7F ? byte != UInt8(ascii: "`") : isNoBreakSpace(text, index) else { return false }
    }
    return true
}

/// A fenced block; `bytes` have `\n` line ends.
func fencedBlock(_ kind: StaticString, _ bytes: [UInt8]) -> [UInt8] {
    let fence = repeatElement(UInt8(ascii: "`"), count: max(3, longestRun(in: bytes) + 1))
    var block: [UInt8] = []
    block.reserveCapacity(bytes.count + 2 * fence.count + kind.utf8CodeUnitCount + 2)
    block += fence
    block.append(contentsOf: kind.description.utf8)
    block.append(0x0A)
    block += bytes
    if let last = bytes.last, last != 0x0A { block.append(0x0A) }
    block += fence
    return block
}

/// The smallest number of backticks that does not occur as a run; runs beyond 63 need not be told apart.
private func shortestFreeRun(in bytes: [UInt8]) -> Int {
    var seen: UInt64 = 1
    var longest = 0
    var run = 0
    for index in 0...bytes.count {
        if index < bytes.count, bytes[index] == UInt8(ascii: "`") {
            run += 1
        } else if run > 0 {
            longest = max(longest, run)
            if run < 64 { seen |= 1 << UInt64(run) }
            run = 0
        }
    }
    let free = (~seen).trailingZeroBitCount
    return free < 64 ? free : longest + 1
}

private func longestRun(in bytes: [UInt8]) -> Int {
    var longest = 0
    var index = 0
    // Few texts hold any.
    while let start = bytes[...].position(of: UInt8(ascii: "`"), from: index) {
        index = start
        while index < bytes.count, bytes[index] == UInt8(ascii: "`") { index += 1 }
        longest = max(longest, index - start)
    }
    return longest
}
