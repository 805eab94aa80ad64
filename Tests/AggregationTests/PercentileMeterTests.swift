// Counting gives the figures of sorting, to the bit.

import Aggregation
import Model
import Testing

@Suite struct `Percentiles by counting` {
    /// What the meter must say: the values put in order, nearest rank.
    private func sorted(_ values: [Int32], per unit: Double) -> [Double?] {
        let known = values.filter { $0 >= 0 }.sorted()
        guard let largest = known.last else { return [nil, nil, nil, nil] }
        return [50, 95, 99].map { Double(known[(known.count * $0 + 99) / 100 - 1]) / unit } + [Double(largest) / unit]
    }

    private func measured(_ values: [Int32], per unit: Double, by meter: inout PercentileMeter) -> [Double?] {
        for value in values { meter.add(value) }
        if meter.needsSecondWalk() {
            for value in values { meter.addAgain(value) }
        }
        let result = meter.finish(per: unit)
        #expect(result.count == values.count { $0 >= 0 })
        return [result.p50, result.p95, result.p99, result.max]
    }

    /// Like latencies, like durations in hundredths, all alike, around where counting becomes coarse and where an upper half ends, and anything.
    private static let shapes: [ClosedRange<Int32>] = [
        -1...900, 0...3_000_000, 40...40, 524_200...524_400, 786_400...786_500, -1_000_000...(.max),
    ]

    @Test(arguments: [1, 2]) func `are those of sorting, whatever the values and however many`(seed: UInt64) {
        var random = Seeded(state: seed)
        var meter = PercentileMeter()
        let few = PercentileMeter.few
        for count in [0, 1, 2, 3, 99, 100, 101, few - 1, few, few + 1, 2 * few] {
            for shape in Self.shapes {
                let values = (0..<count).map { _ in Int32.random(in: shape, using: &random) }
                #expect(measured(values, per: 100, by: &meter) == sorted(values, per: 100), "\(count) of \(shape)")
            }
        }
    }

    @Test func `many small values and a few huge ones`() {
        var meter = PercentileMeter()
        let values = (0..<Int32(40_000)).map { $0 % 50 == 0 ? 8_000_000 + $0 : $0 % 700 }
        #expect(measured(values, per: 1, by: &meter) == sorted(values, per: 1))
    }

    @Test func `many small values need no second walk`() {
        var meter = PercentileMeter()
        for value in 0..<Int32(30_000) { meter.add(value % 4_000) }
        let needs = meter.needsSecondWalk()
        let percentiles = meter.finish(per: 1)
        #expect(!needs)
        #expect(percentiles.p99 == 3_957)
    }
}

/// The same numbers in every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
    }
}
