// A great many small files beside the same bytes in twenty files.

import Foundation

extension Bench {
    func compareSmallFiles() throws -> [ComparisonRow] {
        let night = try folder.night(.inSmallFiles(requests: 100_000))
        let small = files(below: "\(night)/logs")
        let joined = "\(night)/joined"
        if !FileManager.default.fileExists(atPath: joined) { try join(small, into: 20, below: joined) }
        var many: [SiteRun] = []
        var few: [SiteRun] = []
        for _ in 1...rounds {
            // Payloads name their log group: no configuration is needed, and both get the same.
            many.append(try SiteRun(faultline, ["\(night)/logs"], site: folder.fresh("site")))
            few.append(try SiteRun(faultline, [joined], site: folder.fresh("site")))
        }
        var row = ComparisonRow("\(grouped(small.count)) small files", many)
        row.rate = "\(rounded(many[0].textBytes / many.children.seconds / 1e6)) MB/s of text"
        row.ratio = "\(twoPlaces(many.children.ratio(to: few.children))) of 20 files"
        row.aim = "1.5 of 20 files"
        var other = ComparisonRow("the same bytes in 20 files", few)
        other.rate = "\(rounded(few[0].textBytes / few.children.seconds / 1e6)) MB/s of text"
        return [row, other]
    }

    /// One file after the other, in their order; gzip members may follow each other in a file.
    private func join(_ files: [String], into count: Int, below folder: String) throws {
        let part = "\(folder).part"
        self.folder.remove(part)
        try self.folder.make(part)
        for number in 0..<count {
            var bytes = Data()
            for file in files[files.count * number / count..<files.count * (number + 1) / count] {
                bytes += try Data(contentsOf: URL(fileURLWithPath: file))
            }
            try bytes.write(to: URL(fileURLWithPath: "\(part)/\(10 + number)"))
        }
        try FileManager.default.moveItem(atPath: part, toPath: folder)
    }
}
