// Facts are most of the memory of a run: what one request and its run take is a promise.

import Model
import Testing

struct FactSizeTests {
    @Test func `an access fact and an invocation fact take less than 240 bytes together`() {
        #expect(MemoryLayout<AccessFact>.stride + MemoryLayout<InvocationFact>.stride < 240)
    }

    @Test func `the run that the row names is kept before the one in its error text`() {
        let named = ID128(high: 1, low: 2)
        let quoted = ID128(high: 3, low: 4)
        var fact = AccessFact()
        fact.errorTextID = quoted
        #expect(fact.integrationID.isNone)
        #expect(fact.errorTextID == quoted)
        fact.integrationID = named
        #expect(fact.integrationID == named)
        #expect(fact.errorTextID.isNone)
        fact.errorTextID = quoted
        #expect(fact.integrationID == named)
        #expect(fact.errorTextID.isNone)
    }
}
