// How long each stage of one build took: listens to the pipeline's own events, so that the stages need no clock.

import Synchronization

package final class StageClock: Sendable {
    private struct State {
        var began: [Stage: ContinuousClock.Instant] = [:]
        var seconds: [Stage: Double] = [:]
    }

    private let start = ContinuousClock.now
    private let processorAtStart = ProcessFigures.processorSeconds()
    private let state = Mutex(State())

    /// Starts the clock.
    package init() {}

    /// To be called with all that the build reports.
    package func hear(_ progress: Progress) {
        switch progress {
        case .began(let stage, _): state.withLock { $0.began[stage] = .now }
        case .ended(let stage):
            state.withLock { state in
                guard let began = state.began[stage] else { return }
                state.seconds[stage, default: 0] += (.now - began).seconds
            }
        case .advanced, .warning: break
        }
    }

    /// What was measured until now.
    package var measurement: BuildTimes {
        BuildTimes(
            stages: state.withLock { $0.seconds }, total: (.now - start).seconds,
            cpu: ProcessFigures.processorSeconds() - processorAtStart)
    }
}

extension Duration {
    fileprivate var seconds: Double { self / .seconds(1) }
}
