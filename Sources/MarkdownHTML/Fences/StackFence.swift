// A fenced block `stack` as an exception with its frames and causes (visual-language.md 7.11).
//
// Grammar:
//
//     stack        = error *("caused by" line-end error)
//     error        = type ": " message line-end *continuation *frame
//     continuation = four blanks, then the next line of the message
//     frame        = "F" digits (" own " / " lib ") function [" | " file ":" line [":" column]]
//
// The last ` | ` of a frame separates its place. Frames are counted through all causes. A line of another shape is taken as a
// continuation of the message, or as the first line of an error that has none.

struct StackFence {
    struct Frame {
        var number: ArraySlice<UInt8>
        var isOwn: Bool
        var function: ArraySlice<UInt8>
        var place: ArraySlice<UInt8>
    }

    struct Failure {
        var type: ArraySlice<UInt8> = []
        var message: [ArraySlice<UInt8>] = []
        var frames: [Frame] = []
    }

    /// The error, then its causes from the outside in.
    private(set) var failures: [Failure] = [Failure()]

    init(_ text: ArraySlice<UInt8>) {
        for line in text.lines() {
            let last = failures.count - 1
            if line.trimmed().elementsEqual("caused by".utf8) {
                failures.append(Failure())
            } else if let frame = stackFrame(line) {
                failures[last].frames.append(frame)
            } else if failures[last].type.isEmpty, failures[last].message.isEmpty {
                let separator = line.position(of: [UInt8(ascii: ":"), UInt8(ascii: " ")], from: line.startIndex)
                failures[last].type = line[..<(separator ?? line.endIndex)]
                if let separator { failures[last].message = [line[(separator + 2)...]] }
            } else {
                failures[last].message.append(line.starts(with: fourBlanks) ? line.dropFirst(4) : line)
            }
        }
    }
}

private func stackFrame(_ line: ArraySlice<UInt8>) -> StackFence.Frame? {
    guard line.first == UInt8(ascii: "F") else { return nil }
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, words[0].count > 1, words[0].dropFirst().allSatisfy(isDigit) else { return nil }
    let isOwn = words[1].elementsEqual("own".utf8)
    guard isOwn || words[1].elementsEqual("lib".utf8) else { return nil }
    let rest = words[2]
    guard let bar = rest.lastIndex(of: UInt8(ascii: "|")), bar > rest.startIndex, rest[bar - 1] == UInt8(ascii: " ") else {
        return StackFence.Frame(number: words[0].dropFirst(), isOwn: isOwn, function: rest.trimmed(), place: [])
    }
    return StackFence.Frame(
        number: words[0].dropFirst(), isOwn: isOwn, function: rest[..<bar].trimmed(), place: rest[(bar + 1)...].trimmed())
}
