// Facts are most of the memory of a run: what one request and its run take is a promise.

import Model
import Testing

struct FactSizeTests {
    @Test func `what is held of a row and of a run takes no more than 176 bytes together`() {
        #expect(MemoryLayout<AccessRecord>.stride + MemoryLayout<InvocationRecord>.stride <= 176)
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
