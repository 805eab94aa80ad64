// What the run called, as its X-Ray trace tells.

import Model

extension Incident {
    /// Of the authorizer's run where that is what failed, else of the function's.
    func calls(_ cause: Cause) -> [CalledService] {
        guard let traced = cause == .authorizerCrashed ? tracedAuthorizer : tracedRun else { return [] }
        return traced.calls.map { call in
            CalledService(
                name: names[call.name], start: call.start, ms: call.durationMs < 0 ? nil : Int(call.durationMs),
                failed: call.failed)
        }
    }
}
