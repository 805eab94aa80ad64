import Ingest
import Model
import Pipeline
import Testing

@Suite struct `What the configuration says of a file` {
    private func group(_ file: String, _ patterns: String...) throws -> String? {
        let entries = patterns.map { "  - path: \"\($0)\"\n    log-group: \"by \($0)\"" }.joined(separator: "\n")
        let configuration = try Configuration.parse("inputs:\n\(entries)", file: "faultline.yml")
        let settings = try Settings(Arguments(), configuration: configuration, now: Timestamp(milliseconds: 0), cores: 1)
        return settings.hints.hints(for: file).logGroup
    }

    @Test func `is said of all that lies at or below a path, and by the longest one`() throws {
        #expect(try group("logs/a", "logs") == "by logs")
        #expect(try group("./logs/a/b.gz", "logs/", "logs/a") == "by logs/a")
        #expect(try group("logs/a/b.gz", "logs/a/b.gz", "logs/a") == "by logs/a/b.gz")
        #expect(try group("/logs/a", "/logs") == "by /logs")
        #expect(try group("logs/a", ".") == "by .")
        #expect(try group("logs/日/b", "logs/日") == "by logs/日")
    }

    @Test func `is not said of a path that only begins like it`() throws {
        #expect(try group("logs2/a", "logs") == nil)
        #expect(try group("log", "logs") == nil)
        #expect(try group("logs", "logs/a") == nil)
        #expect(try group("my/logs/a", "logs") == nil)
        #expect(try group("/logs/a", "logs") == nil)
        #expect(try group("/logs/a", "/") == nil)
    }

    @Test func `may be said with patterns, of which a star stays within a folder`() throws {
        #expect(try group("logs/a1/b", "logs/a?") == "by logs/a?")
        #expect(try group("logs/a/b/c.gz", "logs/*") == "by logs/*")
        #expect(try group("logs/a/b/c.gz", "logs/*/c.gz") == nil)
        #expect(try group("logs/a/b.gz", "logs/*/*.gz", "logs/a") == "by logs/*/*.gz")
        #expect(try group("logs/[x]/a", "logs/[x]") == nil)
        #expect(try group("logs/x/a", "logs/[x]") == "by logs/[x]")
    }
}
