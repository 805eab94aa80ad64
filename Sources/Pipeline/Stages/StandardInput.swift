// Standard input can be read once and is needed twice: it is kept in a nameless temporary file that dies with the process.

import Glibc
import Ingest

/// Keeps the file open: it is gone when the last holder is.
package final class KeptStandardInput: Sendable {
    /// A path under which the file can be opened again, as often as needed.
    let path: String
    private let descriptor: Int32

    /// - Throws: `UsageProblem` when there is no room to keep it.
    init() throws(UsageProblem) {
        guard let file = unsafe tmpfile() else { throw Self.problem() }
        defer { unsafe fclose(file) }
        descriptor = unsafe dup(fileno(file))
        path = "/proc/self/fd/\(descriptor)"
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = unsafe read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            var written = 0
            while written < count {
                let more = unsafe chunk[written..<count].withUnsafeBufferPointer {
                    unsafe write(descriptor, $0.baseAddress, $0.count)
                }
                guard more > 0 else { throw Self.problem() }
                written += more
            }
        }
    }

    deinit { close(descriptor) }

    private static func problem() -> UsageProblem {
        UsageProblem("cannot keep standard input for its second reading: \(unsafe String(cString: strerror(errno)))")
    }
}

/// The inputs with `-` replaced by what was kept of it.
func keepingStandardInput(_ inputs: [Input]) throws(UsageProblem) -> (inputs: [Input], kept: KeptStandardInput?) {
    guard inputs.contains(where: { $0.paths.contains("-") }) else { return (inputs, nil) }
    let kept = try KeptStandardInput()
    let replaced = inputs.map { input in
        var input = input
        input.paths = input.paths.map { $0 == "-" ? kept.path : $0 }
        return input
    }
    return (replaced, kept)
}
