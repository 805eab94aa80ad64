// A consumer that writes down what it is given, one string a call.

import Ingest
import Model

struct RecordingConsumer: EventConsumer {
    var names = NameTable()
    var calls: [String] = []
    var messages: [[UInt8]] = []
    var ordinals: [UInt32] = []
    var unwanted: Set<UInt32> = []
    var interned = 0

    mutating func intern(_ text: Span<UInt8>) -> Name {
        interned += 1
        return names.intern(string(text))
    }

    mutating func event(_ header: EventHeader, message: Span<UInt8>) {
        ordinals.append(header.ordinal)
        messages.append((0..<message.count).map { message[$0] })
        calls.append("\(place(header)) \(string(message))")
    }

    mutating func ignored(_ header: EventHeader, reason: StaticString) {
        ordinals.append(header.ordinal)
        calls.append("ignored: \(reason)")
    }

    mutating func rejected(_ header: EventHeader, reason: String, text: Span<UInt8>) {
        ordinals.append(header.ordinal)
        calls.append("rejected: \(reason)")
    }

    func wants(ordinal: UInt32) -> Bool { !unwanted.contains(ordinal) }

    /// `time|group|stream`, each empty when it is not known.
    private func place(_ header: EventHeader) -> String {
        let time = header.time.isKnown ? header.time.iso : ""
        return "\(time)|\(names[header.logGroup])|\(names[header.stream])"
    }

    private func string(_ text: Span<UInt8>) -> String {
        String(decoding: (0..<text.count).map { text[$0] }, as: UTF8.self)
    }
}
