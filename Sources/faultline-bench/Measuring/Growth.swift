// How time grows with the size of an input.

import Glibc

struct Growth {
    /// Of sizes that double.
    var seconds: [Double]

    /// Of the power of the size with which the time grows, over the larger half of the sizes: what a run costs in any case weighs on the
    /// smaller ones.
    var exponent: Double {
        let from = (seconds.count - 1) / 2
        let doublings = Double(seconds.count - 1 - from)
        return max(0, log2(seconds[seconds.count - 1] / seconds[from]) / doublings)
    }
}

enum GrowthTable {
    static func head(sizes: Int) -> String {
        let multiples = (0..<sizes).map { $0 == 0 ? "N" : "\(1 << $0) N" }
        return
            "| Input | N | \(multiples.joined(separator: " | ")) | Exponent |\n|---|--:|\(String(repeating: "--:|", count: sizes + 1))"
    }

    static func row(_ input: WorstInput, _ growth: Growth) -> String {
        let size = input.unit == "MB" ? "\(twoPlaces(Double(input.smallest) / 1e6)) MB" : "\(input.smallest) \(input.unit)"
        let times = growth.seconds.map { twoPlaces($0) }.joined(separator: " | ")
        return "| \(input.name) | \(size) | \(times) | \(twoPlaces(growth.exponent)) |"
    }
}
