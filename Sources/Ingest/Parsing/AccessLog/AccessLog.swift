// The access rows of an input: one fact per row, and which variables its template has.

import Model

struct AccessLog: ~Copyable {
    var facts: GrowingColumn<AccessFact>
    var extras: GrowingColumn<AccessExtras>
    private(set) var row = AccessRow()
    private var keys = AccessKeys()
    private var lenient = AccessLenient()
    private var builder = AccessFactBuilder()
    private var path: [UInt8] = []
    private var seen: UInt128 = 0
    private let templates: [AccessTemplate]

    init(templates: [AccessTemplate], memory: ColumnMemory) {
        self.templates = templates
        facts = GrowingColumn(in: memory)
        extras = GrowingColumn(in: memory)
    }

    /// Canonical names of the variables met, sorted.
    var variables: [String] {
        AccessVariable.allCases.filter { seen & (UInt128(1) << UInt128($0.rawValue)) != 0 }.map(\.name).sorted()
    }

    /// Takes apart the object that `json` holds, without keeping it.
    mutating func take(apart json: borrowing JSONReader) {
        readAccessJSON(json, into: &row, keys: &keys, path: &path)
    }

    /// Takes apart a row that one of the templates wrote.
    mutating func take(byTemplate text: Span<UInt8>) -> Bool {
        for template in templates where template.read(text, into: &row) { return true }
        return false
    }

    /// Takes apart what is no well-formed JSON; nil when it is no row in any known format.
    mutating func take(apart text: Span<UInt8>) -> RecordKind? {
        if text.has("{") { return lenient.read(text, into: &row, keys: &keys) ? .accessLenient : nil }
        if text.has("<") { return readAccessXML(text, into: &row, keys: &keys) ? .accessXML : nil }
        if readCommonLog(text, into: &row) { return .accessCommon }
        return readAccessCSV(text, into: &row) ? .accessCSV : nil
    }

    /// The row taken apart last looks like one of an access log, not like a function's log line. Where functions log too, it
    /// must look like one more.
    mutating func looksLikeRow(amongFunctionLogs: Bool) -> Bool {
        if row.functionLogKeys == 0, row.seen != 0, !hasID { fillByShape(&row) }
        let known = row.seen.nonzeroBitCount
        if row.functionLogKeys > 0 { return hasID && known >= 8 && row.has(.status) }
        return hasID && known >= (amongFunctionLogs ? 5 : 2) || known >= (amongFunctionLogs ? 7 : 4)
    }

    var hasID: Bool { row.has(.requestId) || row.has(.extendedRequestId) || row.has(.integrationRequestId) }

    /// Keeps the row taken apart last; false when nothing in it is a variable.
    mutating func keep(
        place: EventPlace, eventTime: Timestamp, hash: UInt64, group: LogGroup, hints: AccessHints, names: inout InternedNames
    ) -> Bool {
        if row.seen & Self.needed != Self.needed { fillByShape(&row) }
        guard row.seen != 0 else { return false }
        seen |= row.seen
        var fact = builder.fact(row, place: place, eventTime: eventTime, group: group, hints: hints, names: &names)
        fact.eventHash = hash
        let further = accessExtras(row)
        if further != AccessExtras() {
            fact.extras = Int32(extras.count)
            extras.append(further)
        }
        facts.append(fact)
        return true
    }

    /// With these there is nothing to guess from the shapes of values.
    private static let needed: UInt128 =
        UInt128(1) << UInt128(AccessVariable.requestId.rawValue) | UInt128(1)
        << UInt128(AccessVariable.requestTime.rawValue) | UInt128(1) << UInt128(AccessVariable.httpMethod.rawValue)
}
