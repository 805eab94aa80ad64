import Ingest
import Model
import Testing

/// Of a row with the keys of the row before only the values are looked at; whatever rows stand beside it, it must be read as if it stood
/// alone.
@Suite struct RepeatedKeysTests {
    private func facts(_ rows: [String]) -> InputFacts {
        scanned(
            rows.enumerated().map {
                TestEvent(
                    Int64($0.offset), $0.element, group: "/aws/apigateway/shop", stream: "0123456789abcdef0123456789abcdef")
            })
    }

    private func row(_ fields: String...) -> String { "{" + fields.joined(separator: ",") + "}" }

    private let id = #""requestId":"AbCdEfGhIAMEPQ=""#
    private let method = #""httpMethod":"POST""#
    private let path = #""resourcePath":"/orders/{id}""#
    private let status = #""status":"502""#
    private let latency = #""responseLatency":1300"#

    @Test func `fields in another order, left out, put between or said twice are the same fields`() {
        let rows = [
            row(id, method, path, status, latency),
            row(status, latency, path, method, id),
            row(id, path, status, latency, method),
            row(id, #""more":1"#, method, path, status, latency),
            row(#""":"""#, id, method, path, #""status":"-""#, status, latency, #""status":"200""#),
            row(id, method, path, status, latency),
        ]
        let night = facts(rows)
        #expect(night.access.map(\.status) == [502, 502, 502, 502, 502, 502])
        #expect(night.access.map(\.latencyMs) == [1300, 1300, 1300, 1300, 1300, 1300])
        #expect(Set(night.access.map { night.names[$0.endpoint] }) == ["POST /orders/{id}"])
        #expect(Set(night.access.map(\.requestID)) == [ID128("AbCdEfGhIAMEPQ=")])
    }

    @Test func `a key of the same length, or the same up to a byte, is another key`() {
        let night = facts([row(id, method, status), row(id, method, #""statuz":"502""#), row(id, method, #""Status":"502""#)])
        #expect(night.access.map(\.status) == [502, -1, 502])
    }

    @Test func `nested keys and flat ones at the same place do not take each other's meaning`() {
        let nested = row(id, #""integration":{"status":"200","latency":"12"}"#, status)
        let flat = row(id, #""status":"502""#, #""latency":"7""#)
        let night = facts([nested, flat, nested])
        #expect(night.access.map(\.status) == [502, 502, 502])
        #expect(night.access.map(\.functionStatus) == [200, -1, 200])
        #expect(night.access.map(\.integrationLatencyMs) == [12, -1, 12])
    }

    @Test func `many fields and long keys are read all the same`() {
        let many = (0..<100).map { "\"field\($0)\":\"\($0)\"" }.joined(separator: ",")
        let long = "\"" + String(repeating: "k", count: 300) + "\":\"v\""
        let night = facts([row(many, id, status), row(many, id, status), row(long, id, status), row(long, status, id)])
        #expect(night.access.map(\.status) == [502, 502, 502, 502])
        #expect(Set(night.access.map(\.requestID)) == [ID128("AbCdEfGhIAMEPQ=")])
    }

    @Test func `of two fields for one variable each row's own values decide`() {
        let rows = [("-", "7"), ("5", "7"), ("-", "9"), ("", "-")].map { first, second in
            row(id, status, #""integrationLatency":"\#(first)""#, #""integration_latency":"\#(second)""#)
        }
        #expect(facts(rows).access.map(\.integrationLatencyMs) == [7, 5, 9, -1])
    }

    @Test func `a field known by the shape of its value in one row is known in the next one only by its own`() {
        let rows = [uuid(7), "none", uuid(8), ""].map { row(#""x":"\#($0)""#, method, path, status) }
        #expect(facts(rows).access.map(\.requestID) == [ID128(uuid(7)), .none, ID128(uuid(8)), .none])
    }

    @Test func `a value that becomes an object or an array, or was one, is read as what it is`() {
        let values = [#""200""#, #"{"latency":"4"}"#, #""200""#, #"["200"]"#, "200"]
        let night = facts(values.map { row(id, method, path, #""integration.status":\#($0)"#, status) })
        #expect(night.access.map(\.functionStatus) == [200, -1, 200, -1, 200])
        #expect(night.access.map(\.status) == [502, 502, 502, 502, 502])
    }

    @Test func `values that are no strings are values`() {
        let night = facts([
            row(id, method, path, #""status":502,"responseLatency":1.0e3,"responseLength":null,"flags":[1,"a"],"warm":true"#),
            row(id, method, path, #""status":"502","responseLatency":"1000","responseLength":"36","flags":"x","warm":"y""#),
        ])
        #expect(night.access.map(\.status) == [502, 502])
        #expect(night.access.map(\.latencyMs) == [1000, 1000])
        #expect(night.access.map(\.responseBytes) == [-1, 36])
    }

    @Test func `a hundred endpoints by turns keep their names`() {
        let numbers = (0..<300).map { $0 % 100 }
        let night = facts(numbers.map { row(id, $0 % 2 == 0 ? method : #""httpMethod":"GET""#, "\"resourcePath\":\"/p\($0)\"") })
        #expect(night.access.map { night.names[$0.endpoint] } == numbers.map { "\($0 % 2 == 0 ? "POST" : "GET") /p\($0)" })
    }

    @Test func `a byte changed anywhere makes another event of a row`() {
        let whole = Array(row(id, method, path, status, latency, #""more":"\#(String(repeating: "x", count: 90))""#).utf8)
        let changed = whole.indices.filter { whole[$0] == UInt8(ascii: "x") }.map { place in
            var other = whole
            other[place] = UInt8(ascii: "y")
            return String(decoding: other, as: UTF8.self)
        }
        let events = (changed + [String(decoding: whole, as: UTF8.self)]).map {
            TestEvent(0, $0, group: "/aws/apigateway/shop", stream: "0123456789abcdef0123456789abcdef")
        }
        let night = scanned(events)
        #expect(changed.count == 90)
        #expect(Set(night.access.map(\.eventHash)).count == 91)
    }
}
