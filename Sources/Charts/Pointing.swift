// A bucket of a chart as something to point at: what it counts in words, and the list behind it.

struct Pointing {
    /// "02:10–02:15", one for each bucket; without a name a bucket says nothing.
    var names: [String]
    /// One link for each bucket, or empty.
    var links: [String]
    var slots: Slots
    /// Top and height of the ground that a pointer finds, however low the bar.
    var top: Double
    var height: Double

    /// The marks of one bucket with `words` behind its name: a title, a ground, and a link when there is one.
    func column(_ bucket: Int, _ marks: [Element], _ words: String) -> [Element] {
        guard !marks.isEmpty else { return [] }
        var column = marks
        if bucket < names.count, !names[bucket].isEmpty {
            let ground = Element.rect(
                x: Place(slots.start(bucket)), y: top, width: .share(slots.width), height: height, .ground)
            column = [.titled("\(names[bucket]): \(words)", [ground] + marks)]
        }
        return bucket < links.count ? [.link(links[bucket], column)] : column
    }
}

extension [BarSeries] {
    /// "5xx 14, 4xx 87": what has a bar in this bucket.
    func words(_ bucket: Int) -> String {
        filter { bucket < $0.values.count && $0.values[bucket] > 0 }
            .map { "\($0.name) \(grouped($0.values[bucket]))" }.joined(separator: ", ")
    }
}
