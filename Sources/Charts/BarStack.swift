// Geometry of stacked bars: parts from the base line outwards, never thinner than 1.5 px, 0.8 px apart.

let smallestBar = 1.5
private let partGap = 0.8

struct BarStack {
    struct Part: Equatable {
        var fill: Fill
        /// Distance of the near edge from the base line.
        var offset: Double
        var height: Double
    }

    var parts: [Part] = []
    /// Distance of the far end from the base line.
    var height = 0.0

    init(_ values: [(fill: Fill, value: Double)], scale: Double) {
        for (fill, value) in values where value > 0 {
            let gap = parts.isEmpty ? 0 : partGap
            let size = max(smallestBar, value * scale - gap)
            parts.append(Part(fill: fill, offset: height + gap, height: size))
            height += gap + size
        }
    }
}

/// Where the buckets of a chart stand: equal slots, bars take 80 % of theirs.
struct Slots {
    var count: Int

    /// Patterns need 5 px of bar; more bars than this have less on a usual page.
    var areDense: Bool { count > 120 }

    /// The same on a phone.
    var areThin: Bool { count > 40 }

    func start(_ bucket: Int) -> Double { (Double(bucket) + 0.1) / Double(count) }
    func middle(_ bucket: Int) -> Double { (Double(bucket) + 0.5) / Double(count) }
    var width: Double { 0.8 / Double(count) }

    /// The bars of one bucket, growing up (-1) or down (1) from `base`.
    func bars(_ stack: BarStack, bucket: Int, base: Double, direction: Double) -> [Element] {
        stack.parts.map { part in
            let paint = Paint(part.fill)
            var top = direction < 0 ? base - part.offset - part.height : base + part.offset
            var height = part.height
            // An edge is drawn half outside; without this a bar would reach over its neighbour's gap.
            if paint.isEdged, height > 3 {
                top += 0.5
                height -= 1
            }
            return .rect(x: Place(start(bucket)), y: top, width: .share(width), height: height, paint)
        }
    }
}

extension [BarSeries] {
    var bucketCount: Int { map(\.values.count).max() ?? 0 }

    func values(_ bucket: Int) -> [(fill: Fill, value: Double)] {
        map { ($0.fill, bucket < $0.values.count ? Double(Swift.max(0, $0.values[bucket])) : 0) }
    }

    func height(_ bucket: Int) -> Double { values(bucket).reduce(0) { $0 + $1.value } }

    /// The tallest stack.
    var tallest: Double { (0..<bucketCount).map(height).max() ?? 0 }
}

/// The letters over the tallest bars.
func letters(_ peaks: [Peak], slots: Slots, base: Double, heights: (Int) -> Double) -> [Element] {
    peaks.filter { (0..<slots.count).contains($0.bucket) }.map { peak in
        // A letter is about as wide as a slot: it must clear the neighbours too.
        let around = max(0, peak.bucket - 1)...min(slots.count - 1, peak.bucket + 1)
        return .text(
            Label(
                clipped(peak.letter, to: 24), at: Place(slots.middle(peak.bucket)),
                y: base - (around.map(heights).max() ?? 0) - 6,
                ink: .name, anchor: .middle, hasHalo: true))
    }
}
