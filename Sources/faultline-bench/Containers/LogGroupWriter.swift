// One log group: puts events that were planned request by request into order of time and hands them to its container.

final class LogGroupWriter {
    let name: String
    private let container: any LogContainer
    private var heap: [LogEntry] = []
    private var count = 0
    private var streams = 0
    private var closing: [Int] = []

    init(name: String, container: any LogContainer) {
        self.name = name
        self.container = container
    }

    /// A new stream's number.
    func openStream(_ name: String) -> Int {
        container.open(stream: streams, name: name)
        streams += 1
        return streams - 1
    }

    func closeStream(_ stream: Int) { closing.append(stream) }

    func write(_ message: String, at time: Int64, stream: Int) {
        heap.append(LogEntry(time: time, order: count, stream: stream, message: message))
        count += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(child, parent) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Hands over what happened before `time`: nothing that is planned later can come before it.
    func flush(before time: Int64) throws {
        while let first = heap.first, first.time < time {
            removeFirst()
            try container.write(first)
        }
        guard !closing.isEmpty else { return }
        for stream in closing where !heap.contains(where: { $0.stream == stream }) { try container.close(stream: stream) }
        closing.removeAll { stream in !heap.contains { $0.stream == stream } }
    }

    func finish() throws {
        try flush(before: .max)
        try container.finish()
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        heap[left].time == heap[right].time ? heap[left].order < heap[right].order : heap[left].time < heap[right].time
    }

    private func removeFirst() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, least) { least = child }
            guard least != parent else { return }
            heap.swapAt(least, parent)
            parent = least
        }
    }
}
