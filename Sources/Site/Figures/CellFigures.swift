// The small figures of table cells: how a template names one, and the figure behind the name.

import Charts
import MarkdownHTML
import Model
import Synchronization

/// The figures that pages had use for: rows of a list and pages of a group ask for the same few again and again.
final class CellFigures: Sendable {
    private let drawn = Mutex<[String: String]>([:])
    /// Figures kept; further ones are drawn each time.
    private static let maximum = 4000

    /// Answers the upgrader's question for the figure of a cell; nil for an argument that is none of ours.
    func figure(scheme: String, argument: String) -> String? {
        let name = "\(scheme):\(argument)"
        if let known = drawn.withLock({ $0[name] }) { return known }
        let figure = cellFigure(scheme: scheme, argument: argument)
        drawn.withLock { if $0.count < Self.maximum { $0[name] = figure } }
        return figure
    }
}

extension Markdown {
    /// A share bar and the share in words; `length` in 0...1 of the column's largest row.
    static func bar(_ words: String, _ length: Double) -> Markdown {
        "![](\(.trusted("bar:" + fixed(min(1, max(0, length)), 3)))) \(.text(words))"
    }

    /// At most 32 columns; more values are summed into 32.
    static func spark(_ words: String, _ values: [Int], _ fill: Fill) -> Markdown {
        let columns = summed(values, into: 32).map(String.init).joined(separator: ",")
        return image(words, "spark:\(columns);\(fill.rawValue)")
    }

    /// Counts side by side on the scale of the column's largest row.
    static func stack(_ words: String, _ parts: [(fill: Fill, value: Int)], scale: Int) -> Markdown {
        let list = parts.filter { $0.value > 0 }.map { "\($0.fill.rawValue)-\($0.value)" }.joined(separator: ",")
        return image(words, "stack:\(list);\(scale)")
    }

    /// Which layer broke, and whether the client got 4xx or 5xx.
    static func fault(_ layer: Layer, status: Int?) -> Markdown {
        faults[layer]?[isClientError(status) ? 1 : 0] ?? .text(layer.title)
    }

    /// By layer: for 5xx, for 4xx. Every row of a list has one.
    private static let faults = Dictionary(
        uniqueKeysWithValues: Layer.allCases.map { layer in (layer, [5, 4].map { fault(layer, statusClass: $0) }) })

    private static func fault(_ layer: Layer, statusClass: Int) -> Markdown {
        guard layer.stripIndex != nil else { return .text(layer.title) }
        return "![](\(.trusted("fault:\(layer.rawValue)-\(statusClass)"))) \(.text(layer.title))"
    }

    private static func image(_ words: String, _ target: String) -> Markdown { "![\(.text(words))](\(.trusted(target)))" }
}

func isClientError(_ status: Int?) -> Bool { status.map { (400..<500).contains($0) } ?? false }

private func cellFigure(scheme: String, argument: String) -> String? {
    let halves = argument.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    switch scheme {
    case "bar":
        return Double(argument).map { CellFigure.shareBar($0) }
    case "spark":
        let values = halves[0].split(separator: ",").compactMap { Int($0) }
        return CellFigure.sparkline(values, fill: halves.count > 1 ? Fill(rawValue: halves[1]) ?? .neutral : .neutral)
    case "stack":
        guard halves.count == 2, let scale = Int(halves[1]) else { return nil }
        let parts = halves[0].split(separator: ",").compactMap { part -> (fill: Fill, value: Int)? in
            let pair = part.split(separator: "-")
            guard pair.count == 2, let fill = Fill(rawValue: String(pair[0])), let value = Int(pair[1]) else { return nil }
            return (fill, value)
        }
        return CellFigure.stackedBar(parts, scale: scale)
    case "swatch": return Fill(rawValue: argument).map(CellFigure.swatch)
    case "fault":
        let pair = argument.split(separator: "-")
        guard pair.count == 2, let layer = Layer(rawValue: String(pair[0])), let index = layer.stripIndex else { return nil }
        return CellFigure.faultGlyph(layer: index, fill: pair[1] == "4" ? .clientError : .serverError)
    default:
        return nil
    }
}

/// Neighbouring values added up until at most `columns` are left; the sum stays.
func summed(_ values: [Int], into columns: Int) -> [Int] {
    guard values.count > columns else { return values }
    return (0..<columns).map { column in
        values[column * values.count / columns..<(column + 1) * values.count / columns].reduce(0, +)
    }
}
