// What gateways logged: rows that came twice count once, and the lines of one request become one execution.

import Model

/// Not copyable, as the columns are not. They shrink in place: a second one beside each would be the most memory of a run.
struct GatewayFacts: ~Copyable, Sendable {
    var access: GrowingFactColumn<AccessFact>
    var extras: GrowingExtraWords
    var executions: GrowingColumn<ExecutionFact>
    /// Of executions whose lines lie in several inputs, by request id.
    private(set) var morePlaces: [ID128: [PlaceRange]] = [:]
    private(set) var duplicates = 0

    init(in memory: ColumnMemory) {
        access = GrowingFactColumn(in: memory)
        extras = GrowingExtraWords(in: memory)
        executions = GrowingColumn(in: memory)
    }

    /// Each event once, rows in order of their receipt, then of their id.
    mutating func unite() {
        dropRepeatedRows()
        access.records.sort(byTime: \.time) { TieBreaker(id: $0.primaryID) }
        extras.follow(&access.records)
        uniteExecutions()
    }

    /// Rows with the same event hash and ids are one event that was delivered or exported twice.
    private mutating func dropRepeatedRows() {
        func identity(_ row: AccessRecord) -> ID128 { ID128(high: row.eventHash, low: row.requestID.low ^ row.extendedID.low) }
        var index = IDIndex(capacity: access.count)
        var kept = 0
        for place in access.indices {
            let row = access.records[place]
            let key = identity(row)
            guard index.first(of: key, key: { identity(access.records[Int($0)]) }) == nil else {
                duplicates += 1
                continue
            }
            index.add(Int32(kept), id: key)
            access.records[kept] = row
            kept += 1
        }
        access.records.truncate(to: kept)
    }

    /// Lines of one request in several execution-log inputs. Requests that share a client-chosen request id are told apart by
    /// their extended ids.
    private mutating func uniteExecutions() {
        var firsts = IDIndex(capacity: executions.count)
        var further: [RequestIDs: Int32] = [:]
        var kept = 0
        for place in executions.indices {
            let fact = executions[place]
            // Where the first of an id lacks an extended id it is the only one: the next that has one has been taken in.
            let first = firsts.first(of: fact.requestID) { executions[Int($0)].requestID }
            let same = first.flatMap { executions[Int($0)].mayBeOne(with: fact.extendedID) ? $0 : further[RequestIDs(fact)] }
            if let same {
                executions[Int(same)].absorb(fact)
                morePlaces[fact.requestID, default: []].append(fact.places)
                continue
            }
            if first == nil { firsts.add(Int32(kept), id: fact.requestID) } else { further[RequestIDs(fact)] = Int32(kept) }
            executions[kept] = fact
            kept += 1
        }
        executions.truncate(to: kept)
    }
}

/// Both ids of a request whose log was read.
struct RequestIDs: Hashable {
    var requestID: ID128
    var extendedID: ID128

    init(_ fact: ExecutionFact) { (requestID, extendedID) = (fact.requestID, fact.extendedID) }
    init(_ fact: AccessRecord) { (requestID, extendedID) = (fact.requestID, fact.extendedID) }
}

extension ExecutionFact {
    /// With something whose request id is the same.
    func mayBeOne(with other: ID128) -> Bool { extendedID.isNone || other.isNone || extendedID == other }

    fileprivate mutating func absorb(_ other: ExecutionFact) {
        firstTime = min(firstTime, other.firstTime)
        lastTime = max(lastTime, other.lastTime)
        fill(&extendedID, other.extendedID)
        fill(&integrationID, other.integrationID)
        fill(&traceID, other.traceID)
        fill(&api, other.api)
        fill(&stage, other.stage)
        fill(&method, other.method)
        fill(&route, other.route)
        fill(&endpoint, other.endpoint)
        fill(&function, other.function)
        fill(&authorizerFunction, other.authorizerFunction)
        if status < 0 { status = other.status }
        if integrationLatencyMs < 0 { integrationLatencyMs = other.integrationLatencyMs }
        hasFailureLine = hasFailureLine || other.hasFailureLine
    }
}
