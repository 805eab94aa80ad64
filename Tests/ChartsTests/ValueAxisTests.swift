import Charts
import Testing

@Suite struct `Steps of a value axis` {
    private static let steps: [(Double, [Double])] = [
        (0.0, [0.0, 1]), (1, [0, 1]), (2, [0, 1, 2]), (4, [0, 1, 2, 3, 4]), (5, [0, 2, 4]), (10, [0, 5, 10]),
        (65, [0, 20, 40, 60]), (100, [0, 25, 50, 75, 100]), (1085, [0, 250, 500, 750, 1000]),
        (1_000_000_000, [0, 250_000_000, 500_000_000, 750_000_000, 1_000_000_000]),
    ]

    @Test(arguments: steps) func `are round, whole and at most four above zero`(_ max: Double, _ steps: [Double]) {
        #expect(valueSteps(max: max) == steps)
    }

    @Test func `may fall between integers where values do`() {
        #expect(valueSteps(max: 10, whole: false) == [0, 2.5, 5, 7.5, 10])
        #expect(valueSteps(max: 0.5, whole: false) == [0, 0.2, 0.4])
    }

    @Test func `can be more where there is room`() {
        #expect(valueSteps(max: 6500, whole: false, most: 8) == [0, 1000, 2000, 3000, 4000, 5000, 6000])
    }

    @Test(arguments: [-1, -Double.infinity, .infinity, .nan]) func `end at one without a usable value`(_ max: Double) {
        #expect(valueSteps(max: max) == [0, 1])
    }

    @Test(arguments: [1e-3, 0.7, 3, 17, 99, 12_345, 9e15, 1e18]) func `never pass the largest value and cover half of it`(
        _ max: Double
    ) {
        let steps = valueSteps(max: max, whole: false)
        #expect((2...5).contains(steps.count))
        #expect((steps.last ?? 0) <= max * 1.000001)
        #expect((steps.last ?? 0) > max / 2)
    }
}
