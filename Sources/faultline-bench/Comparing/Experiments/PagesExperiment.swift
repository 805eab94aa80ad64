// Failure pages beside Hugo, which gets the Markdown twins of the same pages and the smallest layout there can be.

import Foundation

extension Bench {
    func comparePages() throws -> [ComparisonRow] {
        let night = try folder.night(BenchNight(requests: 50_000, failureShare: "0.1"))
        var ours: [SiteRun] = []
        var hugo: [ChildRun] = []
        var twins = 0
        for round in 1...rounds {
            ours.append(try build(night))
            guard let path = Peer.hugo.path else { continue }
            if round == 1 { twins = try makeHugoSite(from: "\(folder.sites)/site") }
            folder.remove("\(hugoSite)/public")
            hugo.append(try .succeeding([path, "--quiet", "--source", hugoSite]))
        }
        let seconds = ours.seconds(of: "publishing")
        let rate = Double(ours[0].pages) / seconds
        var row = ComparisonRow("\(grouped(ours[0].pages)) pages, rendered and written", ours)
        (row.seconds, row.processor) = (seconds, nil)
        row.rate = "\(rounded(rate)) pages/s"
        row.aim = "3 times hugo"
        guard !hugo.isEmpty else { return [row] }
        let ratios = zip(ours, hugo).map { Double($0.pages) / ($0.stages["publishing"] ?? 0) / (Double(twins) / $1.seconds) }
        row.ratio = "\(twoPlaces(middle(of: ratios))) times hugo"
        var peer = ComparisonRow("hugo, \(grouped(twins)) failure pages of the same Markdown", hugo)
        peer.rate = "\(rounded(Double(twins) / hugo.seconds)) pages/s"
        return [row, peer]
    }

    func measureManyPages() throws -> [ComparisonRow] {
        let night = try folder.night(BenchNight(requests: 240_000, failureShare: "0.5"))
        let run = try build(night)
        folder.remove("\(folder.sites)/site")
        let publishing = run.stages["publishing"] ?? 0
        var row = ComparisonRow("site with \(grouped(run.failures)) failures, logs to pages", [run])
        row.rate = "publishing \(rounded(Double(run.pages) / publishing)) pages/s in \(rounded(publishing)) s"
        row.aim = "40 s"
        return [row]
    }

    private var hugoSite: String { "\(folder.sites)/hugo" }

    /// The number of pages.
    private func makeHugoSite(from site: String) throws -> Int {
        folder.remove(hugoSite)
        for part in ["content", "layouts/_default"] { try folder.make("\(hugoSite)/\(part)") }
        let kinds = ["taxonomy", "term", "RSS", "sitemap", "404", "home", "section"]
        try write("disableKinds = \(json(kinds))\nbaseURL = \"https://report.example/\"\n", to: "config.toml")
        try write(
            "<!doctype html><html><head><title>{{ .Title }}</title></head><body>{{ .Content }}</body></html>\n",
            to: "layouts/_default/single.html")
        // Pages of single failures lie one folder deeper than the lists of them.
        let twins = files(below: "\(site)/failures", ending: ".md").filter { path in
            path.dropFirst(site.utf8.count + 1).count { $0 == "/" } == 2
        }
        for (number, twin) in twins.enumerated() {
            let text = try String(contentsOfFile: twin, encoding: .utf8)
            // Logged text that looks like a short code of Hugo's would end its run.
            let body = text.replacing("{{", with: "{ {")
            try write("---\ntitle: \"Failure \(number)\"\n---\n\(body)", to: "content/\(number).md")
        }
        return twins.count
    }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(hugoSite)/\(path)"))
    }
}
