// Same input, same bytes: with any number of jobs, on any run, in whatever order the files lie.

import Foundation
import Testing

@Suite struct `The same input` {
    private func night() throws -> Workspace {
        let space = try Workspace()
        let generated = try space.run(
            ["generate", "--seed", "11", "--requests", "2000", "--failure-share", "0.05", "--output", "night"],
            executable: "faultline-bench")
        try #require(generated.exitCode == 0, "\(generated.errors)")
        return space
    }

    private func build(
        _ space: Workspace, _ site: String, config: String = "night/faultline.yml", jobs: Int, options: [String] = []
    ) throws {
        let result = try space.run(["build", "--config", config, "--output", site, "--jobs", "\(jobs)"] + options)
        try #require(result.exitCode == 0, "\(result.errors)")
    }

    @Test func `gives the same bytes with one job and with eight, today and again, and with little memory`() throws {
        let space = try night()
        try build(space, "one", jobs: 1)
        try build(space, "eight", jobs: 8)
        try build(space, "again", jobs: 8)
        try build(space, "limited", jobs: 8, options: ["--memory", "64M"])
        let one = try space.files("one")
        #expect(one.count > 100)
        #expect(one == (try space.files("eight")))
        #expect(one == (try space.files("again")))
        #expect(one == (try space.files("limited")))
    }

    @Test func `leaves the modification time of files that did not change`() throws {
        let space = try night()
        try build(space, "site", jobs: 2)
        let past = Date(timeIntervalSince1970: 1_700_000_000)
        for name in try space.files("site").keys {
            try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: space["site/\(name)"].path)
        }
        try build(space, "site", jobs: 2)
        for name in try space.files("site").keys {
            let date = try FileManager.default.attributesOfItem(atPath: space["site/\(name)"].path)[.modificationDate] as? Date
            #expect(date == past, "\(name)")
        }
    }

    @Test func `in files of other names gives the same report`() throws {
        let space = try Workspace()
        // Subscription objects carry everything inside: their names and order must not matter.
        let result = try space.run(
            [
                "generate", "--seed", "11", "--requests", "2000", "--failure-share", "0.05", "--output", "renamed",
                "--containers", "subscription",
            ],
            executable: "faultline-bench")
        try #require(result.exitCode == 0)
        #expect(try space.run(["build", "renamed/logs", "--output", "before"]).exitCode == 0)
        let objects = try space.files("renamed/logs").keys.sorted()
        for (number, name) in objects.enumerated() {
            let mixed = (number * 7919) % objects.count
            try FileManager.default.moveItem(
                at: space["renamed/logs/\(name)"], to: space["renamed/logs/object-\(mixed)-\(number)"])
        }
        #expect(try space.run(["build", "renamed/logs", "--output", "after"]).exitCode == 0)
        #expect(try space.text("before/failures.ndjson") == space.text("after/failures.ndjson"))
        var (before, after) = (try SiteData(space, "before").report, try SiteData(space, "after").report)
        before["coverage"] = nil
        after["coverage"] = nil
        #expect(before as NSDictionary == after as NSDictionary)
    }

    @Test func `read twice counts once`() throws {
        let space = try night()
        try build(space, "once", jobs: 2)
        let result = try space.run([
            "build", "night/logs", "night/logs", "--config", "night/faultline.yml", "--output", "twice",
        ])
        #expect(result.exitCode == 0)
        let (once, twice) = (try SiteData(space, "once"), try SiteData(space, "twice"))
        #expect(object(once.report, "totals") as NSDictionary == object(twice.report, "totals") as NSDictionary)
        #expect(try space.text("once/failures.ndjson") == space.text("twice/failures.ndjson"))
    }
}
