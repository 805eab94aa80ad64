// The one source of chance: SplitMix64 (Steele, Lea, Flood 2014), seeded, with the few distributions a night needs.

struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0 up to but not including `bound`, which must be positive.
    mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// 0 up to but not including 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

    /// About log-normal. Only additions and multiplications, so that every machine gets the same bits.
    mutating func logNormal(median: Double, sigma: Double) -> Double {
        var normal = -6.0
        for _ in 0..<12 { normal += unit() }
        var factor = 1 + normal * sigma / 1024
        for _ in 0..<10 { factor *= factor }
        return median * factor
    }
}
