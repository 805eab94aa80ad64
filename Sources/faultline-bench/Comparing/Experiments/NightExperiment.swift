// The whole correlated site of a night beside GoAccess's report of its access log alone and beside unpacking the same files.

extension Bench {
    func compareNight() throws -> [ComparisonRow] {
        let night = try folder.night(BenchNight(requests: requests))
        let packed = files(below: "\(night)/logs", ending: ".gz")
        var ours: [SiteRun] = []
        var single: [SiteRun] = []
        var peers: [Peer: [ChildRun]] = [:]
        for _ in 1...rounds {
            ours.append(try build(night))
            single.append(try build(night, jobs: 1))
            for (peer, arguments) in [
                (Peer.goaccess, goAccess(night)), (.igzip, ["-dc"] + packed), (.gzip, ["-dc"] + packed),
            ] {
                guard let path = peer.path else { continue }
                peers[peer, default: []].append(try .succeeding([path] + arguments))
            }
        }
        let hashes = ours.hashes.union(single.hashes)
        let bytes = ours[0].textBytes
        var rows = [
            ownRow("site of \(grouped(requests)) requests, all cores", ours, bytes, peers, hashes),
            ownRow("the same with --jobs 1", single, bytes, peers, hashes),
        ]
        rows[0].aim = "0.20 of goaccess, 3.0 of igzip"
        for (peer, what) in [
            (Peer.goaccess, "goaccess, access log alone"), (.igzip, "igzip -dc, the same files"),
            (.gzip, "gzip -dc, the same files"),
        ] {
            guard let runs = peers[peer] else { continue }
            var row = ComparisonRow(what, runs)
            row.rate = peer == .goaccess ? perRequest(runs) : megabytes(bytes, runs)
            rows.append(row)
        }
        return rows
    }

    private func goAccess(_ night: String) -> [String] {
        [
            "\(night)/\(CLFAccessLog.path)", "--log-format=COMMON", "--no-global-config", "--no-progress", "-o",
            "\(folder.sites)/goaccess.html",
        ]
    }

    private func ownRow(
        _ what: String, _ runs: [SiteRun], _ bytes: Double, _ peers: [Peer: [ChildRun]], _ hashes: Set<String>
    ) -> ComparisonRow {
        var row = ComparisonRow(what, runs)
        row.rate = "\(perRequest(runs.children)), \(megabytes(bytes, runs.children))"
        row.ratio = [Peer.goaccess, .igzip, .gzip].compactMap { peer in
            peers[peer].map { "\(twoPlaces(runs.children.ratio(to: $0))) of \(peer.rawValue)" }
        }.joined(separator: ", ")
        row.hashes = hashes
        return row
    }

    private func perRequest(_ runs: [ChildRun]) -> String { "\(rounded(Double(requests) / runs.seconds)) requests/s" }

    private func megabytes(_ bytes: Double, _ runs: [ChildRun]) -> String {
        "\(rounded(bytes / runs.seconds / 1e6)) MB/s of text"
    }
}
