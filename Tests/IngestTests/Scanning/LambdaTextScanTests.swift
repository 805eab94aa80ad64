import Ingest
import Model
import Testing

@Suite struct LambdaTextScanTests {
    @Test func `START, lines, END and REPORT make one invocation with all its measures`() {
        let facts = scanned([
            TestEvent(
                0, "INIT_START Runtime Version: nodejs:22.v40\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:00\n"),
            TestEvent(5, "2026-03-12T09:14:05.005Z\tundefined\tWARN\tslow start\n"),
            TestEvent(200, "START RequestId: \(uuid(1)) Version: 42\n"),
            TestEvent(210, "2026-03-12T09:14:05.210Z\t\(uuid(1))\tINFO\thello\n"),
            TestEvent(220, "2026-03-12T09:14:05.220Z\t\(uuid(1))\tERROR\tstock is low\n"),
            TestEvent(230, "printed without a prefix"),
            TestEvent(240, "END RequestId: \(uuid(1))\n"),
            TestEvent(
                240,
                "REPORT RequestId: \(uuid(1))\tDuration: 41.07 ms\tBilled Duration: 243 ms\tMemory Size: 256 MB\t"
                    + "Max Memory Used: 91 MB\tInit Duration: 201.33 ms\t\n"
                    + "XRAY TraceId: 1-69b28a1d-00112233445566778899aabb\tSegmentId: 0123456789abcdef\tSampled: true\t\n"),
        ])
        let fact = facts.invocations[0]
        #expect(facts.invocations.count == 1)
        #expect(fact.id == ID128(uuid(1)))
        #expect(facts.names[fact.function] == "orders")
        #expect(facts.names[fact.version] == "42")
        #expect(facts.names[fact.logGroup] == "/aws/lambda/orders")
        #expect(fact.start == at(200))
        #expect(fact.end == at(240))
        #expect(fact.firstLine == at(200))
        #expect(fact.places == places(2, 7))
        #expect(fact.hasInit)
        #expect(facts.extras(of: fact).initPlaces == places(0, 1))
        #expect(fact.durationHundredths == 4107)
        #expect(fact.billedMs == 243)
        #expect(fact.memoryMB == 256)
        #expect(fact.memoryUsedMB == 91)
        #expect(fact.initHundredths == 20133)
        #expect(facts.extras(of: fact).traceID == ID128(trace: "1-69b28a1d-00112233445566778899aabb"))
        #expect(fact.errorLines == 1)
        #expect(fact.warningLines == 1)
        #expect(fact.status == .unknown)
        #expect(fact.fault == .none)
        #expect(fact.hasStart && fact.hasReport)
        #expect(facts.report.events == 8)
        #expect(facts.report.facts == 3)
        #expect(facts.report.lines == 4)
        #expect(facts.report.ignored == 1)
        #expect(facts.report.rejected == 0)
        #expect(facts.report.records == ["lambda-text"])
        #expect(facts.edges.count == 1)
        #expect(facts.edges[0].openAtEnd.isNone)
    }
}
