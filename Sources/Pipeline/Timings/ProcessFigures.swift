// What the kernel says of this process: the memory it holds, the most it ever held, and the time its threads ran.

import Glibc

package enum ProcessFigures {
    /// `VmHWM` of /proc/self/status in bytes (proc_pid_status(5)); nil where the kernel does not tell.
    package static func peakMemory() -> Int64? {
        guard let line = text(of: "status").split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
        return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int64($0) }.map { $0 * 1024 }
    }

    /// What it holds at the moment, and how much of it are pages of files, in bytes (proc_pid_statm(5)); nil where the kernel does not tell.
    static func residentMemory() -> (all: Int, ofFiles: Int)? {
        let pages = text(of: "statm").split(separator: " ").compactMap { Int($0) }
        guard pages.count > 2 else { return nil }
        return (pages[1] * Int(getpagesize()), pages[2] * Int(getpagesize()))
    }

    /// Empty where there is no such file.
    private static func text(of name: String) -> String {
        guard let file = unsafe fopen("/proc/self/\(name)", "r") else { return "" }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Seconds of user and system time so far.
    package static func processorSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
