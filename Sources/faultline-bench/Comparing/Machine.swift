// Where and when the figures were measured.

import Foundation
import Model

struct Machine {
    /// One line for the machine, one for the peers.
    var text: String {
        let memory = ProcessInfo.processInfo.physicalMemory / 1_000_000_000
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let machine = "\(ProcessInfo.processInfo.activeProcessorCount) cores (\(processor)), \(memory) GB, \(now.iso)"
        let peers = Peer.allCases.filter { $0.path != nil }.map { "\($0.rawValue) \(version($0))" }
        return "\(machine)\n\(peers.joined(separator: ", "))\n"
    }

    private var processor: String {
        let lines = FileManager.default.contents(atPath: "/proc/cpuinfo").map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line.flatMap { $0.split(separator: ":").last }.map { String($0.drop { $0 == " " }) } ?? "unknown processor"
    }

    /// As Debian's package database knows it.
    private func version(_ peer: Peer) -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("faultline-bench-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        let query = ["/usr/bin/dpkg-query", "--show", "--showformat=${Version}", peer.package]
        guard let run = try? ChildRun(query, output: file), run.status == 0 else { return "of unknown version" }
        return FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
