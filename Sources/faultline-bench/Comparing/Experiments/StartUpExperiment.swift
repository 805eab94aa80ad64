// How soon a tiny night's run says something and is done.

extension Bench {
    func measureStartUp() throws -> [ComparisonRow] {
        let night = try folder.night(BenchNight(requests: 200, failureShare: "0.02", hours: 1))
        // Short runs scatter more; eleven of them take a second.
        let runs = try (1...max(11, rounds)).map { _ in try build(night) }
        let firstWords = runs.compactMap(\.child.firstWord)
        var first = ComparisonRow(what: "tiny night, to the first output")
        first.seconds = firstWords.isEmpty ? nil : middle(of: firstWords)
        first.aim = "0.100 s"
        var whole = ComparisonRow("tiny night, to the finished site", runs)
        whole.rate = "\(runs[0].pages) pages"
        return [first, whole]
    }
}
