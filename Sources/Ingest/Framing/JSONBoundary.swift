// Where a JSON value ends, without reading it: a scan for quotes and brackets that skips strings eight bytes at a time.

/// Index after the value that starts at `from`; nil when the text ends first. The value is not checked: broken JSON has some
/// end, and whoever reads it will find it broken. A number or word ends at the next byte that cannot belong to one.
func endOfJSONValue(_ text: Span<UInt8>, from: Int) -> Int? {
    unsafe text.withUnsafeBufferPointer { unsafe endOfValue($0, from) }
}

/// The end of the last element that is complete, of the objects or arrays `depth` levels inside the value at `from`.
func endOfLastElement(_ text: Span<UInt8>, from: Int, depth: Int) -> Int? {
    unsafe text.withUnsafeBufferPointer { bytes in
        var at = from
        var level = 0
        var found: Int?
        while at < bytes.count {
            let byte = unsafe bytes[at]
            at += 1
            if byte == quote {
                guard let end = unsafe endOfString(bytes, at) else { return found }
                at = end
            } else if byte == 0x7b || byte == 0x5b {
                level += 1
            } else if byte == 0x7d || byte == 0x5d {
                level -= 1
                if level == depth { found = at }
            }
        }
        return found
    }
}

/// The row of a JSON access log that starts at `from` with `{`.
enum JSONRow: Equatable {
    /// The row ends before this index, and another row or the end of the line follows.
    case ends(Int)
    /// The line has another shape.
    case unclear
    /// The text ends before the row does.
    case incomplete
}

/// Finds the end of a row within its line. Rows can be glued (`}{`), and a template that forgot to quote can leave a row with
/// an odd number of quotes: a `}{"` then is the border, because in JSON that quote would be followed by punctuation.
func endOfJSONRow(_ text: Span<UInt8>, from: Int, atEnd: Bool) -> JSONRow {
    unsafe text.withUnsafeBufferPointer { bytes in
        var at = from
        var level = 0
        var inString = false
        while at < bytes.count {
            let byte = unsafe bytes[at]
            at += 1
            if byte == 0x0a { return .unclear }
            if inString {
                if byte == 0x5c {
                    // A newline ends the row even after a backslash.
                    if unsafe at < bytes.count && bytes[at] != 0x0a { at += 1 }
                } else if byte == quote {
                    inString = false
                    if unsafe at - 3 > from && bytes[at - 2] == 0x7b && bytes[at - 3] == 0x7d {
                        guard at < bytes.count else { return .incomplete }
                        let next = unsafe bytes[at]
                        let isJSON = isWhiteSpace(next) || next == 0x2c || next == 0x3a || next == 0x7d || next == 0x5d
                        if !isJSON { return .ends(at - 2) }
                    }
                } else {
                    at = unsafe endOfPlainText(bytes, at)
                }
            } else if byte == quote {
                inString = true
            } else if byte == 0x7b || byte == 0x5b {
                level += 1
            } else if byte == 0x7d || byte == 0x5d {
                level -= 1
                if level <= 0 { return unsafe whatFollowsRow(bytes, end: at, atEnd: atEnd) }
            }
        }
        return atEnd ? .unclear : .incomplete
    }
}

private let quote = UInt8(ascii: "\"")

private func whatFollowsRow(_ bytes: UnsafeBufferPointer<UInt8>, end: Int, atEnd: Bool) -> JSONRow {
    var at = end
    while at < bytes.count {
        switch unsafe bytes[at] {
        case 0x0a, 0x7b: return .ends(end)
        case 0x20, 0x09, 0x0d: at += 1
        default: return .unclear
        }
    }
    return atEnd ? .ends(end) : .incomplete
}

private func endOfValue(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
    guard from < bytes.count else { return nil }
    switch unsafe bytes[from] {
    case 0x7b, 0x5b: return unsafe endOfContainer(bytes, from)
    case quote: return unsafe endOfString(bytes, from + 1)
    default:
        var at = from + 1
        while at < bytes.count {
            let byte = unsafe bytes[at]
            if isWhiteSpace(byte) || byte == 0x2c || byte == 0x5d || byte == 0x7d { return at }
            at += 1
        }
        return nil
    }
}

private func endOfContainer(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
    var at = from
    var level = 0
    while at < bytes.count {
        let byte = unsafe bytes[at]
        at += 1
        switch byte {
        case quote:
            guard let end = unsafe endOfString(bytes, at) else { return nil }
            at = end
        case 0x7b, 0x5b: level += 1
        case 0x7d, 0x5d:
            level -= 1
            if level <= 0 { return at }
        default: continue
        }
    }
    return nil
}

/// Index after the closing quote of a string whose text starts at `from`. A log inside a payload has an escaped quote every few bytes, so
/// that all hits of a word are gone through before the next one is read.
private func endOfString(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int? {
    let base = UnsafeRawBufferPointer(bytes)
    var at = from
    while at + 8 <= base.count {
        let word = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        var hits = zeroBytes(word ^ ones &* 0x22) | zeroBytes(word ^ ones &* 0x5c)
        var next = at + 8
        while hits != 0 {
            let offset = hits.trailingZeroBitCount / 8
            if unsafe base[at + offset] == quote { return at + offset + 1 }
            // A backslash hides the byte after it, which may be the first one of the next word.
            hits &= .max << UInt64(8 * (offset + 2))
            next = max(next, at + offset + 2)
        }
        at = next
    }
    while at < base.count {
        let byte = unsafe base[at]
        if byte == quote { return at + 1 }
        at += byte == 0x5c ? 2 : 1
    }
    return nil
}

private let ones: UInt64 = 0x0101_0101_0101_0101

/// The highest bit of each byte that is zero, and no other bit.
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
    let rest = ones &* 0x7f
    return ~((word & rest) &+ rest | word | rest)
}

/// Index of the next quote, backslash or newline; perhaps a little before it, never after.
private func endOfPlainText(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int) -> Int {
    let highs: UInt64 = ones &* 0x80
    let base = UnsafeRawBufferPointer(bytes)
    var at = from
    while at + 8 <= base.count {
        let word = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5c)
        let newlines = word ^ (ones &* 0x0a)
        // The highest bit of each byte that is zero; bytes above a true hit may be marked too, the lowest mark is exact.
        let hits =
            ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (newlines &- ones) & ~newlines) & highs
        if hits != 0 { return at + hits.trailingZeroBitCount / 8 }
        at += 8
    }
    while at < base.count {
        let byte = unsafe base[at]
        if byte == 0x22 || byte == 0x5c || byte == 0x0a { return at }
        at += 1
    }
    return at
}
