// A row that is well-formed JSON, flat or nested, into its fields.

import Model

/// Reads the object that `json` holds into `row`.
func readAccessJSON(_ json: borrowing JSONReader, into row: inout AccessRow, keys: inout AccessKeys, path: inout [UInt8]) {
    if row.repeats(json) { return }
    row.clear()
    // Nearly all that a row has, and first in it, so that places among the strings are places in the row.
    json.withStrings { strings in _ = row.take(strings) }
    row.mayRepeat = true
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
            let match = json.withKey(index) { key in keys.match(key) }
            let text = value(json, index, kind, into: &row)
            row.add(match, key: json.keyInStrings(index), value: text)
        } else {
            row.mayRepeat = false
            path.removeSubrange(pathLength...)
            if pathLength > 0 { path.append(UInt8(ascii: ".")) }
            json.withKey(index) { key in path.append(key) }
            if kind == .object {
                let length = path.count
                readObject(json, index, into: &row, keys: &keys, path: &path, pathLength: length)
            } else {
                let match = keys.match(path.span)
                let key = row.take(path.span)
                let text = value(json, index, kind, into: &row)
                row.add(match, key: key, value: text)
            }
        }
        index = json.next(index)
    }
    path.removeSubrange(min(pathLength, path.count)...)
}

@inline(__always)
private func value(_ json: borrowing JSONReader, _ index: Int, _ kind: JSONReader.Kind, into row: inout AccessRow) -> Range<Int> {
    switch kind {
    case .string: return json.textInStrings(index)
    case .array:
        row.mayRepeat = false
        let text = Array(json.json(index).utf8)
        return row.take(text.span)
    default: return json.withText(index) { text in row.take(text) }
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
