// Numbers as the figures write them: grouped counts, short decimals, durations. No locale.

/// Between a number and its unit.
let noBreakSpace = "\u{A0}"

/// At most `places` decimals, trailing zeroes cut. A value that is not a number, or too large to draw, is held within
/// reach of an integer.
func decimal(_ value: Double, places: Int) -> String {
    var bytes: [UInt8] = []
    appendDecimal(value, places: places, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
}

/// As `decimal`, at the end of a drawing's markup.
func appendDecimal(_ value: Double, places: Int, to bytes: inout [UInt8]) {
    let factor =
        switch places {
        case ...0: 1.0
        case 1: 10.0
        case 2: 100.0
        default: 1000.0
        }
    let bounded = value.isNaN ? 0 : min(max(value, -1e14), 1e14)
    let scaled = Int((bounded * factor).rounded())
    var rest = abs(scaled) % Int(factor)
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(abs(scaled) / Int(factor), to: &bytes)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit = Int(factor) / 10
    while rest > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
        rest %= unit
        unit /= 10
    }
}

/// Of a number that is not negative.
private func appendDigits(_ value: Int, to bytes: inout [UInt8]) {
    var unit = 1
    while value / unit >= 10 { unit *= 10 }
    while unit > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(value / unit % 10))
        unit /= 10
    }
}

/// `98,310`.
func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude).utf8
    var result = value < 0 ? Array("\u{2212}".utf8) : []
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(UInt8(ascii: ",")) }
        result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
}

/// `1,250`, `2.5`: a label on a value axis.
func groupedDecimal(_ value: Double) -> String {
    let text = decimal(value, places: 2)
    let whole = Substring(text.utf8.prefix { $0 != UInt8(ascii: ".") })
    return grouped(Int(whole) ?? 0) + text[whole.endIndex...]
}

/// `0.8 ms`, `6,381 ms`, from 10 s on `12.4 s`.
func duration(milliseconds: Double) -> String {
    if milliseconds >= 10_000 { return decimal(milliseconds / 1000, places: 1) + noBreakSpace + "s" }
    return groupedDecimal(milliseconds < 10 ? (milliseconds * 10).rounded() / 10 : milliseconds.rounded()) + noBreakSpace + "ms"
}

/// Sums without overflow; what is below zero counts as zero.
func total(_ values: [Int]) -> Int {
    values.reduce(0) { sum, value in
        let (result, overflow) = sum.addingReportingOverflow(max(0, value))
        return overflow ? .max : result
    }
}
