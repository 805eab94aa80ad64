// A fenced block `log` as the log table (visual-language.md 7.10).
//
// Grammar, one row per line, columns separated by `|` with blanks around it:
//
//     row          = number | time | gap | source | level | message
//     number       = "L" digits [" proof " digits]
//     source       = "gateway" / "authorizer" / "function" / "edge"
//     level        = a word, or nothing
//     message      = the rest of the line after the fifth separator and one blank
//     continuation = four blanks, then the next line of the message above
//     cut          = "..." | text | path of the plain text
//
// A line of another shape is taken as a continuation: nothing of a log gets lost.

struct LogFence {
    struct Row {
        var number: ArraySlice<UInt8>
        var proof: ArraySlice<UInt8>
        var time: ArraySlice<UInt8>
        var gap: ArraySlice<UInt8>
        var source: ArraySlice<UInt8>
        var level: ArraySlice<UInt8>
        var message: [ArraySlice<UInt8>]
    }

    enum Entry {
        case row(Row)
        case cut(text: ArraySlice<UInt8>, path: ArraySlice<UInt8>)
    }

    private(set) var entries: [Entry] = []
    /// Of the text.
    let length: Int

    init(_ text: ArraySlice<UInt8>) {
        length = text.count
        for line in text.lines() {
            if let entry = logEntry(line) {
                entries.append(entry)
            } else {
                appendContinuation(line)
            }
        }
    }

    /// The number of the first line of each layer that logs.
    var firstLines: [String: String] {
        var result: [String: String] = [:]
        for layer in ["gateway", "authorizer", "function"] {
            let name = Array(layer.utf8)[...]
            for case .row(let row) in entries where row.source == name && !row.number.isEmpty {
                result[layer] = row.number.string
                break
            }
        }
        return result
    }

    private mutating func appendContinuation(_ line: ArraySlice<UInt8>) {
        let text = line.starts(with: fourBlanks) ? line.dropFirst(4) : line
        if case .row(var row)? = entries.last {
            // Taken out before it is changed, so that a long message is not copied for each of its lines.
            entries.removeLast()
            row.message.append(text)
            entries.append(.row(row))
        } else {
            entries.append(.row(Row(number: [], proof: [], time: [], gap: [], source: [], level: [], message: [text])))
        }
    }
}

let fourBlanks: [UInt8] = Array("    ".utf8)

private func logEntry(_ line: ArraySlice<UInt8>) -> LogFence.Entry? {
    guard let first = line.first, first == UInt8(ascii: "L") || first == UInt8(ascii: ".") else { return nil }
    var columns: [ArraySlice<UInt8>] = []
    columns.reserveCapacity(6)
    var start = line.startIndex
    while columns.count < 5, let bar = line.position(of: UInt8(ascii: "|"), from: start) {
        columns.append(line[start..<bar])
        start = bar + 1
    }
    columns.append(line[start...])
    if first == UInt8(ascii: ".") {
        guard columns.count == 3, columns[0].trimmed().elementsEqual("...".utf8) else { return nil }
        return .cut(text: columns[1].trimmed(), path: columns[2].trimmed())
    }
    guard columns.count == 6 else { return nil }
    let label = columns[0].prefix { $0 != UInt8(ascii: " ") }
    guard label.count > 1, label.dropFirst().allSatisfy(isDigit) else { return nil }
    var proof: ArraySlice<UInt8> = []
    if columns[0][label.endIndex...].contains(where: { $0 != UInt8(ascii: " ") }) {
        let words = columns[0].split(separator: UInt8(ascii: " "))
        guard words.count == 3, words[1].elementsEqual("proof".utf8) else { return nil }
        proof = words[2]
    }
    let message = columns[5].first == UInt8(ascii: " ") ? columns[5].dropFirst() : columns[5]
    return .row(
        LogFence.Row(
            number: label.dropFirst(), proof: proof, time: columns[1].trimmed(),
            gap: columns[2].trimmed(), source: columns[3].trimmed(), level: columns[4].trimmed(), message: [message]))
}
