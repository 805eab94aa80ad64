// Fields whose keys say nothing, recognised by the shape of their values.

import Model

/// Only what the row lacks is filled, each variable by the first field that fits.
func fillByShape(_ row: inout AccessRow) {
    for entry in row.entries.indices where row.entries[entry].variable == nil {
        let isLambdas = row.withKey(entry) { key in saysFunction(key) }
        guard let variable = row.withValue(entry, { value in variable(ofShape: value, isLambdas) }) else { continue }
        if variable == .extendedRequestId, !row.has(.requestId) {
            row.give(entry, to: .requestId)
        } else if !row.has(variable) {
            row.give(entry, to: variable)
        }
    }
}

private func variable(ofShape value: Span<UInt8>, _ isLambdas: Bool) -> AccessVariable? {
    guard value.count >= 3 else { return nil }
    if value.count == 36, ID128(uuid: value) != nil { return isLambdas ? .integrationRequestId : .requestId }
    if value.count >= 26, value.count <= 28 {
        var cursor = ByteCursor()
        if cursor.commonLogTime(in: value) != nil { return .requestTime }
    }
    if value.count >= 35, traceID(value) != nil { return .xrayTraceId }
    if value.count == 13, value.has("1"), value.wholeNumber != nil { return .requestTimeEpoch }
    if value.count == 15 || value.count == 16, value[value.count - 1] == UInt8(ascii: "="), isIDText(value) {
        return .extendedRequestId
    }
    return isMethod(value) ? .httpMethod : nil
}

private func isIDText(_ value: Span<UInt8>) -> Bool {
    for index in value.indices where !isIDByte(value[index]) { return false }
    return true
}

func isMethod(_ value: Span<UInt8>) -> Bool {
    value.spells("GET") || value.spells("POST") || value.spells("PUT") || value.spells("PATCH") || value.spells("DELETE")
        || value.spells("HEAD") || value.spells("OPTIONS")
}

private func saysFunction(_ key: Span<UInt8>) -> Bool {
    let text = key.count > 120 ? "" : key.decoded.lowercased()
    return text.contains("lambda") || text.contains("integration") || text.contains("function") || text.contains("endpoint")
}
