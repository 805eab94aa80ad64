// What the run says while it works: one moving line on a terminal, one line per stage elsewhere; always on stderr.

import Glibc
import Pipeline
import Synchronization

final class Terminal: Sendable {
    private struct State {
        var stage: Stage?
        var total: Int?
        var done = 0
        var bytes: Int64 = 0
        var began = 0.0
        var painted = 0.0
        var lineIsOpen = false
    }

    private let quiet: Bool
    private let colors: Bool
    private let isTerminal: Bool
    private let start = seconds()
    private let state = Mutex(State())

    init(quiet: Bool, colors: Bool) {
        self.quiet = quiet
        isTerminal = isatty(STDERR_FILENO) == 1
        let noColor = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
        self.colors = colors && isTerminal && !noColor
    }

    var reporter: Reporter {
        { [self] progress in report(progress) }
    }

    func say(_ text: String) {
        if !quiet { tell(text) }
    }

    /// What was asked for by name is said in a quiet run too.
    func tell(_ text: String) {
        state.withLock { state in
            closeLine(&state)
            Self.write(terminalSafe(text) + "\n")
        }
    }

    func warn(_ text: String) {
        state.withLock { state in
            closeLine(&state)
            Self.write((colors ? "\u{1b}[33mwarning:\u{1b}[0m " : "warning: ") + terminalSafe(text) + "\n")
        }
    }

    /// The last line of the run.
    func finish(_ text: String) {
        say("\(text); \(duration(seconds() - start))")
    }

    static func error(_ text: String) { write("error: \(terminalSafe(text))\n") }

    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBufferPointer { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func report(_ progress: Progress) {
        switch progress {
        case .warning(let text): warn(text)
        case .began(let stage, let total):
            state.withLock { state in
                state.stage = stage
                state.total = total
                state.done = 0
                state.bytes = 0
                state.began = seconds()
                paint(&state, now: state.began)
            }
        case .advanced(_, let units, let bytes):
            state.withLock { state in
                state.done += units
                state.bytes += bytes
                let now = seconds()
                if now - state.painted > 0.1 { paint(&state, now: now) }
            }
        case .ended(let stage):
            state.withLock { state in
                closeLine(&state)
                guard !quiet, !isTerminal else { return }
                let time = seconds() - state.began
                Self.write("\(stage.rawValue): \(amount(state))\(duration(time))\(rate(state, time))\n")
            }
        }
    }

    private func paint(_ state: inout State, now: Double) {
        guard isTerminal, !quiet, let stage = state.stage else { return }
        let time = now - state.began
        var text = "\(stage.rawValue): \(amount(state))\(duration(time))\(rate(state, time))"
        if let total = state.total, state.done > 0, state.done < total, time > 1 {
            text += ", \(duration(time / Double(state.done) * Double(total - state.done))) left"
        }
        Self.write("\r\u{1b}[K\(text)")
        state.painted = now
        state.lineIsOpen = true
    }

    private func closeLine(_ state: inout State) {
        if state.lineIsOpen { Self.write("\r\u{1b}[K") }
        state.lineIsOpen = false
    }

    private func amount(_ state: State) -> String {
        guard let total = state.total else { return "" }
        return state.done == total ? "\(grouped(total)), " : "\(grouped(state.done)) of \(grouped(total)), "
    }

    private func rate(_ state: State, _ time: Double) -> String {
        guard state.bytes > 0, time > 0.001 else { return "" }
        return ", \(Int(Double(state.bytes) / time / 1_000_000)) MB/s of text"
    }
}

private func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
}

private func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int(seconds * 1000)) ms" }
    if seconds < 60 { return "\((seconds * 10).rounded() / 10) s" }
    return "\(Int(seconds) / 60) min \(Int(seconds) % 60) s"
}
