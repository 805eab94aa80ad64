import Ingest
import Model
import Testing

/// A file of `aws logs tail --format short`-like pairs: milliseconds and message.
@Suite struct EventSorterTests {
    private func sorted(_ pairs: [(Int, String)], mostText: Int) throws -> RecordingConsumer {
        let scratch = try ScratchFolder()
        let text = pairs.map { "\(dawn + Int64($0.0))\t\($0.1)\n" }.joined()
        let path = scratch.file("pairs", Array(text.utf8))
        var consumer = RecordingConsumer()
        let outcome = frameInOrder(
            Input(index: 0, name: "pairs", paths: [path], hints: InputHints()), into: &consumer, mostText: mostText)
        consumer.calls.append(String(outcome.reason.split(separator: ";").last ?? ""))
        return consumer
    }

    @Test func `events are numbered in their new order`() throws {
        let consumer = try sorted([(30, "c"), (10, "a"), (20, "b")], mostText: 1 << 20)
        #expect(
            consumer.calls.map { $0.suffix(2) } == [" a", " b", " c", "me"])
        #expect(consumer.ordinals == [0, 1, 2])
    }

    @Test func `more text than may be held is sorted piece by piece, and said`() throws {
        let consumer = try sorted([(30, "cc"), (10, "aa"), (20, "bb"), (5, "zz")], mostText: 5)
        #expect(consumer.calls.dropLast().map { $0.suffix(2) } == ["aa", "cc", "zz", "bb"])
        #expect(consumer.calls.last == " out of order, sorted in pieces of 1 GiB")
        #expect(consumer.ordinals == [0, 1, 2, 3])
    }
}
