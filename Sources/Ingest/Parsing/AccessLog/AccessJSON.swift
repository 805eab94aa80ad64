// A row that is well-formed JSON, flat or nested, into its fields.

import Model

/// Reads the object that `json` holds into `row`.
func readAccessJSON(_ json: borrowing JSONReader, into row: inout AccessRow, keys: inout AccessKeys, path: inout [UInt8]) {
    row.clear()
    // Nearly all that a row has, and first in it, so that places among the strings are places in the row.
    json.withStrings { strings in _ = row.take(strings) }
    keys.beginRow()
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
        if pathLength == 0, kind != .object {
            let known = json.withKey(index) { key in keys.next(key) }
            if known.isFunctionLogs { row.functionLogKeys += 1 }
            let text = value(json, index, kind, into: &row)
            row.add(known.match, key: json.keyInStrings(index), value: text)
        } else {
            if pathLength == 0, json.withKey(index, isFunctionLogKey) { row.functionLogKeys += 1 }
            path.removeSubrange(pathLength...)
            if pathLength > 0 { path.append(UInt8(ascii: ".")) }
            json.withKey(index) { key in path.append(key) }
            if kind == .object {
                let length = path.count
                readObject(json, index, into: &row, keys: &keys, path: &path, pathLength: length)
            } else {
                let match = keys.next(path.span).match
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
        let text = Array(json.json(index).utf8)
        return row.take(text.span)
    default: return json.withText(index) { text in row.take(text) }
    }
}
