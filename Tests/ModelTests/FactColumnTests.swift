import Model
import Testing

@Suite struct `Columns of facts` {
    private func row(_ number: Int) -> AccessFact {
        var row = AccessFact()
        row.requestID = ID128(high: UInt64(number), low: 1)
        row.extendedID = ID128(high: UInt64(number), low: 2)
        row.time = Timestamp(milliseconds: Int64(number))
        row.place = EventPlace(input: 3, event: UInt32(number))
        row.eventHash = UInt64(number) &* 31
        (row.latencyMs, row.integrationLatencyMs, row.responseBytes) = (Int32(number), Int32(number) - 1, -1)
        row.status = number % 5 == 0 ? 502 : 200
        (row.functionStatus, row.integrationStatus) = (201, 202)
        row.kind = .rest
        (row.timeIsWholeSeconds, row.hasIntegrationError) = (number % 2 == 0, number % 3 == 0)
        (row.api, row.stage, row.method) = (Name(index: 1), Name(index: 2), Name(index: 3))
        (row.route, row.endpoint) = (Name(index: 4), Name(index: UInt32(5 + number % 7)))
        (row.userAgent, row.responseType) = (Name(index: UInt32(number)), Name(index: 6))
        row.extras = Int32(number) - 1
        if number % 4 == 0 { row.errorTextID = ID128(high: 7, low: 8) } else { row.integrationID = ID128(high: 9, low: 10) }
        return row
    }

    private func run(_ number: Int) -> InvocationFact {
        var run = InvocationFact()
        run.id = ID128(high: UInt64(number), low: 1)
        (run.function, run.version) = (Name(index: 1), Name(index: UInt32(2 + number % 3)))
        (run.logGroup, run.stream) = (Name(index: 6), Name(index: UInt32(7 + number % 5)))
        run.start = Timestamp(milliseconds: Int64(number))
        run.end = Timestamp(milliseconds: Int64(number) + 3)
        run.firstLine = Timestamp(milliseconds: Int64(number) - 1)
        run.places = PlaceRange(input: UInt32(number % 2), first: UInt32(number), last: UInt32(number) + 4)
        (run.durationHundredths, run.initHundredths, run.billedMs) = (Int32(number), number % 2 == 0 ? 5 : -1, 8)
        (run.memoryMB, run.memoryUsedMB, run.extras) = (number % 2 == 0 ? 128 : -1, 64, Int32(number) - 1)
        (run.errorLines, run.warningLines, run.attempt) = (UInt16(number), 65_535, UInt8(number % 256))
        run.status = [.unknown, .success, .error, .timeout][number % 4]
        run.fault = [.none, .uncaughtError, .initError, .processExit, .outOfMemory, .timeout][number % 6]
        (run.hasInit, run.hasStart, run.hasReport) = (number % 2 == 0, number % 3 == 0, number % 5 == 0)
        return run
    }

    /// Every field of a value, in words.
    private func told(_ value: some Any) -> String { String(reflecting: value) }

    @Test func `a row comes back with everything it tells`() {
        let rows = (0..<300).map(row)
        let column = FactColumn(rows)
        #expect(column.map(told) == rows.map(told))
        #expect(column.map(\.integrationID) == rows.map(\.integrationID))
        #expect(column.shapes.count < 300)
    }

    @Test func `a run comes back with everything it tells`() {
        let runs = (0..<300).map(run)
        let column = FactColumn(runs)
        #expect(column.map(told) == runs.map(told))
        #expect(zip(column.records, runs).allSatisfy { $0.failed == $1.failed && $0.coldStart == $1.coldStart })
        #expect(column.shapes.count < 300)
    }

    @Test func `rows without ids, times and numbers come back without them`() {
        #expect(FactColumn([AccessFact()]).map(told) == [told(AccessFact())])
        #expect(FactColumn([InvocationFact()]).map(told) == [told(InvocationFact())])
    }

    @Test func `a fact that is changed leaves the others of its shape as they are`() {
        var column = GrowingFactColumn<AccessFact>(in: ColumnMemory())
        for number in [1, 8, 15] { column.append(row(number)) }
        column[1].status = 404
        let facts = column.freeze()
        #expect(facts.map(\.status) == [200, 404, 502])
        #expect(facts.map(\.endpoint) == [6, 6, 6].map { Name(index: $0) })
    }

    /// B is what A becomes, and no longer what B was.
    @Test func `names that take each other's place are not confused in what is added later`() {
        let (a, b, c) = (Name(index: 1), Name(index: 2), Name(index: 3))
        var column = GrowingFactColumn<InvocationFact>(in: ColumnMemory())
        for name in [a, b] {
            var fact = InvocationFact()
            fact.function = name
            column.append(fact)
        }
        column.changeShapes { $0.function = $0.function == a ? b : c }
        var later = InvocationFact()
        later.function = b
        column.append(later)
        #expect(column.freeze().map(\.function) == [b, c, b])
    }
}
