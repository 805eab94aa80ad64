// Latencies by their step on a logarithmic scale.

import Model

extension LatencyHistogram {
    mutating func add(ms: Int, failed isFailed: Bool) {
        let step = Self.step(ms: ms)
        if isFailed { failed[step] += 1 } else { answered[step] += 1 }
    }

    /// Steps are ninths of a decade from 1 ms; the last one holds everything above.
    static func step(ms: Int) -> Int {
        let value = Double(max(ms, 1))
        var (low, high) = (0, steps)
        while high - low > 1 {
            let middle = (low + high) / 2
            if stepFloors[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    /// The least number of whole milliseconds of a step.
    static func floor(step: Int) -> Int { Int(stepFloors[step].rounded(.up)) }
}

/// The lower end of every step, 10^(step / 9): products of one constant, so that every machine gets the same numbers.
private let stepFloors: [Double] = {
    let ninthOfDecade = 1.291_549_665_014_883_9
    var floors: [Double] = []
    var decade = 1.0
    while floors.count < LatencyHistogram.steps {
        var floor = decade
        for _ in 0..<LatencyHistogram.stepsPerDecade {
            floors.append(floor)
            floor *= ninthOfDecade
        }
        decade *= 10
    }
    return floors
}()
