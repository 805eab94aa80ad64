// The value axis: round steps from zero, their labels, and the gutter those labels need.

/// Steps of an axis from 0 to `max`: multiples of 1, 2, 2.5 or 5 x 10^n, at most `most` above zero and none above `max`
/// (an axis without a value ends at 1). With `whole`, no step falls between two integers.
package func valueSteps(max: Double, whole: Bool = true, most: Int = 4) -> [Double] {
    guard max.isFinite, max > 0 else { return [0, 1] }
    let most = Double(most)
    var power = 1.0
    while power * 10 <= max / most { power *= 10 }
    while !whole, power > max / most, power > 1e-6 { power /= 10 }
    while true {
        for factor in [1, 2, 2.5, 5] where !(whole && factor == 2.5 && power < 10) {
            let step = factor * power
            let count = (max / step + 1e-9).rounded(.down)
            if count <= most { return count < 1 ? [0, step] : (0...Int(count)).map { Double($0) * step } }
        }
        power *= 10
    }
}

struct ValueAxis {
    var steps: [Double]
    /// The value at the far end of the plot.
    var top: Double

    init(max: Double, whole: Bool, most: Int = 4) {
        steps = valueSteps(max: max, whole: whole, most: most)
        top = Swift.max(max.isFinite ? max : 0, steps[1])
    }

    /// Room at the left of the plot.
    var gutter: Gutter {
        let widest = steps.map { textWidth(groupedDecimal($0)) }.max() ?? 0
        return Gutter.values.first { widest + 8 <= $0.left } ?? .widest
    }
}

/// Room around the plot, by class on the page and in pixels in a file of its own.
struct Gutter: Equatable {
    var className: String
    var left: Double
    var right: Double = 0

    static let narrow = Gutter(className: "g1", left: 40)
    static let medium = Gutter(className: "g2", left: 54)
    static let wide = Gutter(className: "g3", left: 68)
    static let widest = Gutter(className: "g4", left: 104)
    static let none = Gutter(className: "g0", left: 0)
    /// Names of rows at the left.
    static let rows = Gutter(className: "gr", left: 88)
    /// Names of rows at the left, two columns of numbers at the right.
    static let rowsAndNumbers = Gutter(className: "gn", left: 88, right: 128)

    static let values = [narrow, medium, wide, widest]
}
