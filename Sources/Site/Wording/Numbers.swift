// How numbers are written on a page (visual-language.md 8.7): separators, units behind no-break spaces, no locale.

private let noBreak = "\u{A0}"

/// `98,310`.
func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 3 else { return number < 0 ? "\u{2212}\(digits)" : digits }
    var text = number < 0 ? Array("\u{2212}".utf8) : []
    let head = digits.utf8.count % 3
    for (index, digit) in digits.utf8.enumerated() {
        if index > 0, index % 3 == head { text.append(UInt8(ascii: ",")) }
        text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
}

func grouped(_ number: Int64) -> String { grouped(Int(number)) }

/// `3.14`: `places` digits after the point, halves away from zero; values beyond what is exact are written without places.
func fixed(_ number: Double, _ places: Int) -> String {
    guard number.isFinite else { return "\u{2013}" }
    guard number.magnitude < 1e12 else { return grouped(Int(clamping: Int64(exactly: number.rounded()) ?? .max)) }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((number.magnitude * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = number < 0 && scaled > 0 ? "\u{2212}" : ""
    guard places > 0 else { return sign + grouped(whole) }
    let rest = String(scaled % Int(scale))
    return sign + grouped(whole) + "." + String(repeating: "0", count: places - rest.utf8.count) + rest
}

/// `1 request`, `2,341 requests`; the plural only where it is not the singular and an s.
func counted(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    grouped(number) + noun(number, singular, plural)
}

/// What `counted` writes behind the number, for a number that is a link.
func noun(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    noBreak + (number == 1 ? singular : plural ?? singular + "s")
}

/// `gateway, authorizer and function`.
func listed(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
}

/// `1.35 %` of a whole: two places below ten, one above; never rounds something to nothing or a part to all.
func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "\u{2013}" }
    guard part > 0 else { return "0\(noBreak)%" }
    guard part < whole else { return fixed(Double(part) / Double(whole) * 100, 0) + noBreak + "%" }
    let percent = Double(part) / Double(whole) * 100
    if percent < 0.005 { return "<\(noBreak)0.01\(noBreak)%" }
    if percent >= 99.95 { return ">\(noBreak)99.9\(noBreak)%" }
    return fixed(percent, percent < 9.995 ? 2 : 1) + noBreak + "%"
}

/// `0.53 ms`, `14 ms`, `6,381 ms`, from ten seconds on `29.5 s`, from two minutes on `14 min 5 s`.
func duration(_ milliseconds: Double) -> String {
    if milliseconds < 0 { return "\u{2212}" + duration(-milliseconds) }
    if milliseconds < 10, milliseconds != milliseconds.rounded() { return fixed(milliseconds, 2) + noBreak + "ms" }
    if milliseconds < 10_000 { return fixed(milliseconds, 0) + noBreak + "ms" }
    if milliseconds < 120_000 {
        let seconds = milliseconds / 1000
        return fixed(seconds, seconds == seconds.rounded() ? 0 : 1) + noBreak + "s"
    }
    guard milliseconds < 1e15 else { return fixed(milliseconds / 1000, 0) + noBreak + "s" }
    let seconds = Int((milliseconds / 1000).rounded())
    let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")].filter { $0.0 > 0 }
    return parts.prefix(2).map { grouped($0.0) + noBreak + $0.1 }.joined(separator: noBreak)
}

/// `71 B`, `1.8 GB`: decimal units.
func size(_ bytes: Int64) -> String {
    let units = ["kB", "MB", "GB", "TB"]
    guard bytes >= 1000 else { return grouped(bytes) + noBreak + "B" }
    var value = Double(bytes) / 1000
    var unit = 0
    while value >= 999.95, unit < units.count - 1 {
        value /= 1000
        unit += 1
    }
    return fixed(value, value < 99.95 ? 1 : 0) + noBreak + units[unit]
}

/// `141 of 512 MB, 28 %`.
func memory(_ used: Int, of given: Int?) -> String {
    guard let given, given > 0 else { return grouped(used) + noBreak + "MB" }
    let percent = fixed(Double(used) / Double(given) * 100, 0)
    return "\(grouped(used)) of \(grouped(given))\(noBreak)MB, \(percent)\(noBreak)%"
}
