// How much memory a run may hold, as people write it.

/// `512M`, `2G`, `800000000`: bytes, or those times 1024, its square or its cube.
/// - Throws: `UsageProblem` for what is no size, and for less than any run takes.
func memorySize(_ text: String) throws(UsageProblem) -> Int {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = text.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? text[...] : text.dropLast()
    let (size, isTooLarge) = (Int(digits) ?? -1).multipliedReportingOverflow(by: unit ?? 1)
    guard size >= 0, !isTooLarge, digits.allSatisfy(\.isNumber) else {
        throw UsageProblem("'--memory \(text)' is not a size\n  sizes are 512M, 2G or a number of bytes")
    }
    guard size >= leastMemory else {
        throw UsageProblem("'--memory \(text)' is too little\n  64M is the least: the rest of a run takes most of that")
    }
    return size
}

private let leastMemory = 64 << 20
