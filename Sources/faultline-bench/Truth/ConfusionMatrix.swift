// How often a cause was told as which: the cells of the matrix that hold something, with the confidence of each.

import Model

struct ConfusionMatrix {
    struct Cell: Hashable {
        var truth: String
        var told: String
    }

    private(set) var certain: [Cell: Int] = [:]
    private(set) var likely: [Cell: Int] = [:]

    mutating func count(_ truth: String, _ told: Verdict) {
        let cell = Cell(truth: truth, told: told.cause.rawValue)
        if told.confidence == .certain { certain[cell, default: 0] += 1 } else { likely[cell, default: 0] += 1 }
    }

    var total: Int { certain.values.reduce(0, +) + likely.values.reduce(0, +) }
    var right: Int { (certain + likely).reduce(0) { $1.key.truth == $1.key.told ? $0 + $1.value : $0 } }
    var rightAndCertain: Int { certain.reduce(0) { $1.key.truth == $1.key.told ? $0 + $1.value : $0 } }

    /// A line per cell: the right ones of a true cause first, then what it was mistaken for.
    var table: String {
        let cells = Set(certain.keys).union(likely.keys).sorted { left, right in
            left.truth == right.truth
                ? (left.told == left.truth ? 0 : 1, left.told) < (right.told == right.truth ? 0 : 1, right.told)
                : left.truth < right.truth
        }
        var text = line("true cause", "told as", "certain", "likely")
        for cell in cells {
            let told = cell.told == cell.truth ? "the same" : cell.told
            text += line(cell.truth, told, "\(certain[cell] ?? 0)", "\(likely[cell] ?? 0)")
        }
        return text
    }

    private func line(_ truth: String, _ told: String, _ certain: String, _ likely: String) -> String {
        padded(truth, 25) + padded(told, 25) + leftPadded(certain, 8) + leftPadded(likely, 8) + "\n"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private func leftPadded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }
}

private func + (left: [ConfusionMatrix.Cell: Int], right: [ConfusionMatrix.Cell: Int]) -> [ConfusionMatrix.Cell: Int] {
    left.merging(right, uniquingKeysWith: +)
}
