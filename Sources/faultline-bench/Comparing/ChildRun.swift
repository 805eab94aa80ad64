// One program run to its end as a child, with what the kernel says of it: time, memory, and when it first said something.

import Glibc

struct ChildRun {
    var status: Int32
    /// Wall-clock seconds from the start to the end.
    var seconds: Double
    /// Seconds of user and system time of all threads.
    var processor: Double
    /// The most memory that it ever held, in bytes: `ru_maxrss` of wait4(2). Never less than ours when it was started.
    var peakMemory: Int64
    /// Seconds until the first byte on stderr; nil when it said nothing.
    var firstWord: Double?
    /// All that it wrote to stderr.
    var errors: String

    /// - Parameters:
    ///   - command: The program's path, then its arguments.
    ///   - output: File that its stdout goes to.
    /// - Throws: `ChildProblem` when it cannot be started. How it ended is in `status`, as an exit code or 128 and the signal.
    init(_ command: [String], output: String = "/dev/null", environment: [String] = []) throws(ChildProblem) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw ChildProblem(command: command, code: errno) }
        defer { close(ends[0]) }
        let began = Self.now()
        let pid: pid_t
        do {
            defer { close(ends[1]) }
            pid = try Self.start(command, output: output, errors: ends[1], reader: ends[0], environment: environment)
        }
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe read(ends[0], &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            if firstWord == nil { firstWord = Self.now() - began }
            text += chunk[..<count]
        }
        var state: Int32 = 0
        var usage = rusage()
        while unsafe wait4(pid, &state, 0, &usage) < 0, errno == EINTR {}
        seconds = Self.now() - began
        // The macros of wait(2): a signal in the low seven bits, an exit code above them.
        status = state & 0x7f == 0 ? (state >> 8) & 0xff : 128 + (state & 0x7f)
        processor = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        peakMemory = Int64(usage.ru_maxrss) * 1024
        errors = String(decoding: text, as: UTF8.self)
    }

    private static func start(
        _ command: [String], output: String, errors: Int32, reader: Int32, environment: [String]
    ) throws(ChildProblem) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        unsafe posix_spawn_file_actions_addclose(&actions, errors)
        unsafe posix_spawn_file_actions_addclose(&actions, reader)
        var words: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = unsafe (environment + Self.inherited).map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        var pid: pid_t = 0
        let code = unsafe posix_spawn(&pid, command[0], &actions, nil, &words, &variables)
        guard code == 0 else { throw ChildProblem(command: command, code: code) }
        return pid
    }

    /// What a program may need of ours; more would make two machines differ.
    private static let inherited = ["PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR"].compactMap { (name: String) -> String? in
        unsafe getenv(name).map { unsafe "\(name)=\(String(cString: $0))" }
    }

    private static func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

struct ChildProblem: Error, CustomStringConvertible {
    var command: [String]
    var code: Int32

    var description: String { "cannot run '\(command[0])': \(unsafe String(cString: strerror(code)))" }
}

extension ChildRun {
    /// A child that has to succeed.
    /// - Throws: `ChildFailure` with the end of what it said.
    static func succeeding(_ command: [String], output: String = "/dev/null", environment: [String] = []) throws -> ChildRun {
        let run = try ChildRun(command, output: output, environment: environment)
        guard run.status == 0 else { throw ChildFailure(command: command, run: run) }
        return run
    }
}

struct ChildFailure: Error, CustomStringConvertible {
    var command: [String]
    var run: ChildRun

    var description: String {
        "'\(command.prefix(4).joined(separator: " "))' ended with \(run.status)\n\(run.errors.suffix(2000))"
    }
}
