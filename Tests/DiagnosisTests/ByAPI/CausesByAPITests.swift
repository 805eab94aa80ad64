// Every cause on every kind of API where it exists, from all logs and from each log alone: less evidence is less confidence or
// another honest answer, never a wrong one that is certain.

import Model
import Testing

@Suite struct `Causes by kind of API` {
    @Test(arguments: allSituations)
    func `with all logs there are`(situation: Situation) {
        #expect(situation.told(situation.whole) == situation.all)
    }

    @Test(arguments: allSituations.filter { $0.access != nil })
    func `from the access log alone`(situation: Situation) {
        #expect(situation.told(situation.accessAlone) == situation.access)
    }

    @Test(arguments: allSituations.filter { $0.execution != nil })
    func `from the execution log alone`(situation: Situation) {
        #expect(situation.told(situation.executionAlone) == situation.execution)
    }

    @Test(arguments: allSituations.filter { $0.lambda != nil })
    func `from the Lambda log alone`(situation: Situation) {
        #expect(situation.told(situation.lambdaAlone) == situation.lambda)
    }

    @Test(arguments: allSituations)
    func `an X-Ray trace beside it changes no verdict`(situation: Situation) {
        let traced = situation.whole.with { $0.isTraced = true }
        #expect(situation.told(traced) == situation.all)
        #expect(traced.failure().calls.map(\.name) == (situation.whole.run == nil ? [] : ["DynamoDB"]))
    }

    @Test(arguments: allSituations)
    func `what is not certain names what would have decided it`(situation: Situation) {
        for scene in [situation.whole, situation.accessAlone, situation.executionAlone] where scene.hasGatewayLog {
            let verdict = scene.failure().verdict
            if verdict.confidence == .likely || verdict.cause == .unknown { #expect(!verdict.missing.isEmpty) }
        }
    }

    @Test func `no cause is without a situation`() {
        // What has no request exists on no API.
        let met = Set(allSituations.map(\.cause)).union([.backgroundFailure])
        #expect(met == Set(Cause.allCases))
    }
}

extension Scene {
    fileprivate var hasGatewayLog: Bool { fields != nil || !executionLines.isEmpty }
}
