import Glibc
import Ingest
import Testing

private func found(_ paths: [String]) -> (names: [String], problems: [String]) {
    let (inputs, problems) = findInputs(paths) { _ in InputHints() }
    return (inputs.map(\.name), problems.map(\.message))
}

@Suite struct FindInputsTests {
    @Test func `a folder is walked in byte order`() throws {
        let scratch = try ScratchFolder()
        scratch.folder("b")
        for name in ["b/2.log", "b/10.log", "a.log", "B.log", "ä.log"] { scratch.file(name, [10]) }
        #expect(found([scratch.path]).names == ["B.log", "a.log", "b/10.log", "b/2.log", "ä.log"])
    }

    @Test func `a file that was named keeps its name, and the order of the command line holds`() throws {
        let scratch = try ScratchFolder()
        let second = scratch.file("b.log", [10])
        let first = scratch.file("a.log", [10])
        let (inputs, problems) = findInputs([second, "-", first]) { InputHints(logGroup: $0) }
        #expect(inputs.map(\.name) == [second, "-", first])
        #expect(inputs.map(\.index) == [0, 1, 2])
        #expect(inputs.map(\.paths) == [[second], ["-"], [first]])
        #expect(inputs.map(\.hints.logGroup) == [second, "-", first])
        #expect(problems == [])
    }

    @Test func `the chunk files of an exported stream are one input`() throws {
        let scratch = try ScratchFolder()
        scratch.folder("task")
        scratch.folder("task/stream")
        for name in ["task/stream/000001.gz", "task/stream/000000.gz", "task/stream/notes.txt", "aws-logs-write-test"] {
            scratch.file(name, [10])
        }
        let (inputs, _) = findInputs([scratch.path]) { _ in InputHints() }
        #expect(inputs.map(\.name) == ["aws-logs-write-test", "task/stream/notes.txt", "task/stream"])
        #expect(inputs[2].paths == [scratch.at("task/stream/000000.gz"), scratch.at("task/stream/000001.gz")])
        #expect(found([scratch.at("task/stream")]).names == ["notes.txt", "stream"])
    }

    @Test func `a missing path is a problem`() {
        #expect(found(["/nonexistent/x"]).problems == ["cannot read '/nonexistent/x': no such file or directory"])
    }

    @Test func `a loop of symbolic links is walked once`() throws {
        let scratch = try ScratchFolder()
        scratch.folder("a")
        scratch.file("a/x.log", [10])
        scratch.link("a/back", to: "..")
        scratch.link("again", to: "a")
        scratch.link("self", to: "self")
        let result = found([scratch.path])
        #expect(result.names == ["a/x.log"])
        #expect(result.problems == ["cannot read '\(scratch.at("self"))': too many symbolic links"])
    }

    @Test func `FIFOs and devices are problems, not waited for`() throws {
        let scratch = try ScratchFolder()
        let path = scratch.at("pipe")
        _ = unsafe mkfifo(path, 0o600)
        let result = found([scratch.path, "/dev/null"])
        #expect(result.names == [])
        #expect(
            result.problems == [
                "cannot read '\(path)': is a FIFO, which can be read only once; pipe it into '-'",
                "cannot read '/dev/null': is a device",
            ])
    }

    @Test func `hidden files that were found are kept and framed as ignored`() throws {
        let scratch = try ScratchFolder()
        scratch.folder(".git")
        scratch.file(".git/HEAD", [10])
        scratch.file(".DS_Store", [0, 0])
        let (inputs, _) = findInputs([scratch.path]) { _ in InputHints() }
        #expect(inputs.map(\.name) == [".DS_Store", ".git"])
        for input in inputs {
            var consumer = RecordingConsumer()
            let outcome = frame(input, into: &consumer)
            #expect(consumer.calls == ["ignored: hidden file"])
            #expect(outcome.problem == nil)
        }
    }

    @Test func `the same names below two folders are told apart`() throws {
        let scratch = try ScratchFolder()
        for folder in ["one", "two"] {
            scratch.folder(folder)
            scratch.file("\(folder)/a.log", [10])
        }
        #expect(found([scratch.at("one"), scratch.at("two")]).names == ["a.log", scratch.at("two/a.log")])
    }
}
