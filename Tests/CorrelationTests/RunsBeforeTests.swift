// Deaths without a trace: the runs before them in the same container.

import Model
import Testing

private func night(stream: String, _ runs: [InvocationFact]) -> JoinedNight {
    joined([
        input {
            let name = $0.names.intern(stream)
            $0.invocations = runs.map { run in
                var run = run
                run.stream = name
                return run
            }
        }
    ])
}

@Suite struct RunsBeforeTests {
    @Test func `the five runs before a death are kept, earliest first`() {
        var runs = (1...8).map { number in run(uuid(number), at: at(Int64(number) * 1_000)) }
        runs[7].fault = .outOfMemory
        let night = night(stream: "s", runs)
        #expect(night.runsBefore.keys.sorted() == [7])
        #expect(night.runsBefore[7]?.map { night.invocations[Int($0)].id } == (3...7).map { uuid($0) })
    }

    @Test(arguments: [InvocationFault.timeout, .processExit, .outOfMemory])
    func `time-outs, exits and kills are deaths`(fault: InvocationFault) {
        let night = night(stream: "s", [run(uuid(1), at: at(0)), run(uuid(2), at: at(500)) { $0.fault = fault }])
        #expect(night.runsBefore == [1: [0]])
    }

    @Test func `an error with a stack is none, and without a stream nothing is known of the container`() {
        let thrown = night(stream: "s", [run(uuid(1), at: at(0)), run(uuid(2), at: at(500)) { $0.fault = .uncaughtError }])
        #expect(thrown.runsBefore.isEmpty)
        let unnamed = night(stream: "", [run(uuid(1), at: at(0)), run(uuid(2), at: at(500)) { $0.fault = .timeout }])
        #expect(unnamed.runsBefore.isEmpty)
    }
}
