// A template as Mustache renders it for one form of a page, with gaps for the texts.

import Synchronization

struct TemplateSkeleton: Sendable {
    private struct Gap {
        /// In `literals`.
        var place: Int
        /// The number of the text that goes there.
        var text: Int
        /// The text is to be escaped for HTML.
        var isEscaped: Bool
    }

    private var literals: [UInt8] = []
    private var gaps: [Gap] = []

    /// Of what Mustache made of marks.
    init(_ rendered: String) {
        let mark = TemplateMark.bytes
        let escapedEnd = Array("&lt;".utf8)
        let bytes = Array(rendered.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == mark[0], bytes[index...].starts(with: mark) else {
                literals.append(bytes[index])
                index += 1
                continue
            }
            index += mark.count
            var number = 0
            while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
                number = number * 10 + Int(bytes[index] - UInt8(ascii: "0"))
                index += 1
            }
            let isEscaped = bytes[index] != UInt8(ascii: "<")
            index += isEscaped ? escapedEnd.count : 1
            gaps.append(Gap(place: literals.count, text: number, isEscaped: isEscaped))
        }
    }

    func filled(with values: TemplateValues) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(literals.count + values.bytes.count + values.bytes.count / 8)
        var start = 0
        for gap in gaps {
            result += literals[start..<gap.place]
            start = gap.place
            let text = values.bytes[values.range(ofText: gap.text)]
            if gap.isEscaped { appendEscaped(text, to: &result) } else { result += text }
        }
        result += literals[start...]
        return result
    }
}

/// As Mustache escapes, byte for byte.
private func appendEscaped(_ text: ArraySlice<UInt8>, to result: inout [UInt8]) {
    for byte in text {
        switch byte {
        case UInt8(ascii: "<"): result.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): result.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): result.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): result.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): result.append(contentsOf: "&#39;".utf8)
        default: result.append(byte)
        }
    }
}

/// The skeletons that pages had use for. A night of failures has a few hundred forms, whatever its length.
final class TemplateSkeletons: Sendable {
    private struct Key: Hashable {
        var template: String
        var form: [UInt8]
    }

    /// Nil for a long form that was seen once: most pages with long tables are the only ones of their form.
    private let known = Mutex<[Key: TemplateSkeleton?]>([:])
    private static let longForm = 600
    /// Forms remembered; later ones are rendered each time.
    private static let maximum = 2000

    func skeleton(of template: String, form: [UInt8], render: () -> String) -> TemplateSkeleton {
        let key = Key(template: template, form: form)
        let seen = known.withLock { $0[key] }
        if case .some(.some(let skeleton)) = seen { return skeleton }
        let made = TemplateSkeleton(render())
        known.withLock { known in
            guard seen != nil || known.count < Self.maximum else { return }
            known[key] = .some(seen == nil && form.count > Self.longForm ? nil : made)
        }
        return made
    }
}
