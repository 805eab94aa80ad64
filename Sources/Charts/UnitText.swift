// What a unit such as "errors per 5 min" says about the things it counts.

/// "errors"; empty when the unit names no stretch of time.
private func noun(_ unit: String) -> String {
    let words = unit.split(separator: " ")
    guard let per = words.firstIndex(of: "per"), per > 0 else { return "" }
    return words[..<per].joined(separator: " ")
}

/// "No errors in this range".
func emptyNote(_ unit: String) -> String {
    let things = noun(unit)
    return things.isEmpty ? "None in this range" : "No \(things) in this range"
}

/// "1,327 errors", "1 error".
func totalText(_ count: Int, _ unit: String) -> String {
    let things = noun(unit)
    let isOne = count == 1 && things.hasSuffix("s")
    return things.isEmpty ? grouped(count) : "\(grouped(count)) \(isOne ? String(things.dropLast()) : things)"
}
