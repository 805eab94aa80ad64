// A JSON object as a flat list of names and values.

import Model

/// Nested keys joined with dots; arrays of strings joined with newlines, other arrays as JSON text.
func flatFields(_ json: borrowing JSONReader, _ object: Int) -> [LogField] {
    var fields: [LogField] = []
    addFields(json, object, under: "", to: &fields)
    return fields
}

private func addFields(_ json: borrowing JSONReader, _ object: Int, under path: String, to fields: inout [LogField]) {
    guard json.count > 0, json.kind(object) == .object else { return }
    var index = object + 1
    let end = json.next(object)
    while index < end {
        let name = path.isEmpty ? json.key(index) : "\(path).\(json.key(index))"
        switch json.kind(index) {
        case .object: addFields(json, index, under: name, to: &fields)
        case .array: fields.append(LogField(name: name, value: arrayText(json, index)))
        case .null: fields.append(LogField(name: name, value: ""))
        default: fields.append(LogField(name: name, value: json.text(index)))
        }
        index = json.next(index)
    }
}

private func arrayText(_ json: borrowing JSONReader, _ array: Int) -> String {
    var texts: [String] = []
    var index = array + 1
    let end = json.next(array)
    while index < end {
        guard json.kind(index) == .string else { return json.json(array) }
        texts.append(json.text(index))
        index = json.next(index)
    }
    return texts.joined(separator: "\n")
}
