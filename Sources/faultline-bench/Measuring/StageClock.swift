// How long each stage of one build took: listens to the pipeline's own events, so that the pipeline needs no clock.

import Pipeline
import Synchronization

final class StageClock: Sendable {
    private struct State {
        var began: [Stage: ContinuousClock.Instant] = [:]
        var seconds: [Stage: Double] = [:]
    }

    private let state = Mutex(State())

    var reporter: Reporter {
        { progress in
            switch progress {
            case .began(let stage, _): self.state.withLock { $0.began[stage] = .now }
            case .ended(let stage):
                self.state.withLock { state in
                    guard let began = state.began[stage] else { return }
                    state.seconds[stage, default: 0] += (.now - began).seconds
                }
            case .advanced, .warning: break
            }
        }
    }

    var seconds: [Stage: Double] { state.withLock { $0.seconds } }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
}
