// The middle of several rounds: one slow round of a busy machine does not move it.

import Pipeline

/// The median of at least one figure.
func middle(of figures: [Double]) -> Double {
    let sorted = figures.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

extension BuildTimes {
    /// The median of each figure on its own.
    static func median(of rounds: [BuildTimes]) -> BuildTimes {
        var stages: [Stage: Double] = [:]
        for stage in Stage.allCases { stages[stage] = middle(of: rounds.map { $0.stages[stage] ?? 0 }) }
        return BuildTimes(stages: stages, total: middle(of: rounds.map(\.total)), cpu: middle(of: rounds.map(\.cpu)))
    }
}
