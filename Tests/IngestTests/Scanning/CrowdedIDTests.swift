import Ingest
import Model
import Testing

@Suite struct CrowdedIDTests {
    /// UUIDs whose halves are chosen so that the table of a scan wants one slot for all of them.
    private func crowded(_ number: Int) -> String {
        let low = 0x8000_0000_0000_0000 | UInt64(number + 1)
        return ID128(high: low &* 0x9e37_79b9_7f4a_7c15, low: low).text!
    }

    @Test func `ids that were made to meet in one place are told apart`() {
        let ids = (0..<200).map(crowded)
        var events = ids.enumerated().map {
            TestEvent(Int64($0.offset), "START RequestId: \($0.element) Version: 7")
        }
        events += ids.enumerated().map {
            TestEvent(
                1000 + Int64($0.offset), "REPORT RequestId: \($0.element)\tDuration: \($0.offset).00 ms\tMemory Size: 128 MB\t")
        }
        let facts = scanned(events)
        #expect(facts.invocations.map(\.id) == ids.map { ID128($0) })
        #expect(facts.invocations.map(\.durationHundredths) == (0..<200).map { Int32($0 * 100) })
    }

    @Test func `a second START of such an id is a second attempt`() {
        let ids = (0..<40).map(crowded)
        let starts = (ids + ids).enumerated().map { TestEvent(Int64($0.offset), "START RequestId: \($0.element) Version: 7") }
        let facts = scanned(starts)
        #expect(facts.invocations.map(\.attempt) == [UInt8](repeating: 1, count: 40) + [UInt8](repeating: 2, count: 40))
    }
}
