// Rows in the CSV that API Gateway's console offers: columns in a fixed order, no header, no quotes.

import Model

private let restColumns: [AccessVariable] = [
    .identitySourceIp, .identityCaller, .identityUser, .requestTime, .httpMethod, .resourcePath, .protocol, .status,
    .responseLength, .requestId, .extendedRequestId,
]
private let httpColumns: [AccessVariable] = [
    .identitySourceIp, .requestTime, .httpMethod, .routeKey, .protocol, .status, .responseLength, .requestId,
]

/// False when the text is no such row: the time must stand in its column. REST rows before about 2022 lack the last column.
func readAccessCSV(_ text: Span<UInt8>, into row: inout AccessRow) -> Bool {
    var columns: [Range<Int>] = []
    var start = 0
    while columns.count <= restColumns.count {
        let end = text.find(byte: UInt8(ascii: ","), from: start) ?? text.count
        columns.append(start..<end)
        if end == text.count { break }
        start = end + 1
    }
    let variables: [AccessVariable]
    switch columns.count {
    case httpColumns.count: variables = httpColumns
    case restColumns.count, restColumns.count - 1: variables = restColumns
    default: return false
    }
    let timeColumn = variables.count == httpColumns.count ? 1 : 3
    var cursor = ByteCursor(at: columns[timeColumn].lowerBound)
    guard cursor.commonLogTime(in: text) != nil else { return false }
    row.clear()
    for (variable, range) in zip(variables, columns) {
        row.add(.exact(variable), key: text.extracting(0..<0), value: text.extracting(range))
    }
    return true
}
