import Model
import Testing

@Suite struct `What lies beside rows and runs` {
    private func word(_ number: Int) -> ID128 { number == 0 ? .none : ID128(high: 9, low: UInt64(number)) }

    /// Each of the three is there or not.
    private var kinds: [(Int, Int, Int)] {
        (0..<8).map { ($0 & 1, $0 & 2, $0 & 4) }
    }

    @Test func `a row's comes back, whatever of it there is`() {
        var growing = GrowingExtraWords(in: ColumnMemory())
        let all = kinds.map { trace, authorizer, latency in
            var extras = AccessExtras()
            (extras.traceID, extras.authorizerID) = (word(trace), word(authorizer))
            extras.authorizerLatencyMs = latency == 0 ? -1 : 0
            return extras
        }
        let places = all.map { growing.append($0) }
        let words = growing.freeze()
        #expect(places[0] == -1)
        #expect(places.map { words.accessExtras(at: $0) } == all)
        #expect(places.map { words.authorizerLatencyMs(at: $0) } == all.map(\.authorizerLatencyMs))
    }

    @Test func `a run's comes back, whatever of it there is`() {
        var growing = GrowingExtraWords(in: ColumnMemory())
        let all = kinds.map { trace, gateway, start in
            var extras = InvocationExtras()
            (extras.traceID, extras.gatewayID) = (word(trace), word(gateway))
            if start != 0 { extras.initPlaces = PlaceRange(input: 0, first: 0, last: trace == 0 ? 0 : .max) }
            return extras
        }
        let places = all.map { growing.append($0) }
        #expect(places.map { growing.invocationExtras(at: $0) } == all)
        // In another order, as when their runs are put in order.
        var ordered = GrowingExtraWords(in: ColumnMemory())
        let moved = places.dropFirst().reversed().map { ordered.append(at: $0, of: growing) }
        let words = ordered.freeze()
        #expect(moved.map { words.invocationExtras(at: $0) } == all.dropFirst().reversed())
    }

    @Test func `a healthy request without trace and authorizer takes no room beside it`() {
        var growing = GrowingExtraWords(in: ColumnMemory())
        #expect(growing.append(AccessExtras()) == -1)
        #expect(growing.append(InvocationExtras()) == -1)
    }
}
