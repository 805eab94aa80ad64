// A row that is well-formed JSON, flat or nested, into its fields.

import Model

/// Reads the object that `json` holds into `row`.
func readAccessJSON(_ json: borrowing JSONReader, into row: inout AccessRow, keys: inout AccessKeys, path: inout [UInt8]) {
    row.clear()
    readObject(json, 0, into: &row, keys: &keys, path: &path, pathLength: 0)
}

private func readObject(
    _ json: borrowing JSONReader, _ object: Int, into row: inout AccessRow, keys: inout AccessKeys, path: inout [UInt8],
    pathLength: Int
) {
    var index = object + 1
    let end = json.next(object)
    while index < end {
        let kind = json.kind(index)
        if pathLength == 0, json.withKey(index, isFunctionLogKey) { row.functionLogKeys += 1 }
        if pathLength == 0, kind != .object {
            json.withKey(index) { key in
                addField(json, index, kind, key, into: &row, keys: &keys)
            }
        } else {
            path.removeSubrange(pathLength...)
            if pathLength > 0 { path.append(UInt8(ascii: ".")) }
            json.withKey(index) { key in path.append(key) }
            if kind == .object {
                let length = path.count
                readObject(json, index, into: &row, keys: &keys, path: &path, pathLength: length)
            } else {
                let whole = path
                addField(json, index, kind, whole.span, into: &row, keys: &keys)
            }
        }
        index = json.next(index)
    }
    path.removeSubrange(min(pathLength, path.count)...)
}

private func addField(
    _ json: borrowing JSONReader, _ index: Int, _ kind: JSONReader.Kind, _ key: Span<UInt8>, into row: inout AccessRow,
    keys: inout AccessKeys
) {
    let match = keys.match(key)
    if kind == .array {
        let text = Array(json.json(index).utf8)
        row.add(match, key: key, value: text.span)
    } else {
        json.withText(index) { value in row.add(match, key: key, value: value) }
    }
}

/// Keys of the runtimes' and Powertools' records.
private func isFunctionLogKey(_ key: Span<UInt8>) -> Bool {
    switch key.count {
    case 5: key.spells("level")
    case 4: key.spells("_aws")
    case 6: key.spells("logger")
    case 7: key.spells("service")
    case 8: key.spells("location")
    case 9: key.spells("log_level")
    case 10: key.spells("cold_start") || key.spells("stackTrace")
    case 12: key.spells("AWSRequestId")
    case 13: key.spells("function_name")
    case 19: key.spells("function_request_id")
    default: false
    }
}
