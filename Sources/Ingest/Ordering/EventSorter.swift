// Holds the events of an input that is out of order and hands them on in order of time, each one once.

import Model

/// 1. Takes events as they come and keeps them. 2. Sorts them by time, then by where they stood. 3. Hands them to the consumer behind it with
/// new ordinals, so that their places are in order too. Both readings sort alike.
struct EventSorter<Inner: EventConsumer & ~Copyable>: EventConsumer, ~Copyable {
    private var inner: Inner
    private var text: [UInt8] = []
    private var held: [HeldEvent] = []
    private var ordinal: UInt32 = 0
    private let mostText: Int
    /// Pairs of neighbours that run backwards, less those that run forwards: more than half backwards is an input written newest first.
    private var descents = 0
    private(set) var pieces = 0

    init(_ inner: consuming Inner, mostText: Int) {
        self.inner = inner
        self.mostText = mostText
    }

    mutating func intern(_ name: Span<UInt8>) -> Name { inner.intern(name) }

    func wants(ordinal: UInt32) -> Bool { true }

    mutating func event(_ header: EventHeader, message: Span<UInt8>) { hold(header, message, .event) }

    mutating func ignored(_ header: EventHeader, reason: StaticString) { hold(header, Span(), .ignored(reason)) }

    mutating func rejected(_ header: EventHeader, reason: String, text: Span<UInt8>) { hold(header, text, .rejected(reason)) }

    /// The consumer behind, after all events were handed to it.
    consuming func finish() -> Inner {
        release()
        return inner
    }

    private mutating func hold(_ header: EventHeader, _ message: Span<UInt8>, _ kind: HeldEvent.Kind) {
        if text.count + message.count > mostText, !held.isEmpty { release() }
        var header = header
        // What has no time stays beside what stood before it.
        if let before = held.last, !header.time.isKnown { header.time = before.header.time }
        if let before = held.last, before.header.time != header.time {
            descents += before.header.time > header.time ? 1 : -1
        }
        let range = text.count..<(text.count + message.count)
        text.append(message)
        held.append(HeldEvent(header: header, text: range, kind: kind))
    }

    private mutating func release() {
        pieces += 1
        var text: [UInt8] = []
        var held: [HeldEvent] = []
        swap(&text, &self.text)
        swap(&held, &self.held)
        let isBackwards = descents > 0
        let order = held.indices.sorted { left, right in
            let (one, other) = (held[left].header.time, held[right].header.time)
            if one != other { return one < other }
            return isBackwards ? left > right : left < right
        }
        var moment = Moment()
        for index in order {
            let event = held[index]
            var header = event.header
            header.ordinal = ordinal
            ordinal &+= 1
            let message = text.span.extracting(event.text)
            let isRepeated = moment.repeats(index, of: held, in: text)
            guard inner.wants(ordinal: header.ordinal) else { continue }
            switch event.kind {
            case .event where isRepeated: inner.ignored(header, reason: "event that came twice")
            case .event: inner.event(header, message: message)
            case .ignored(let reason): inner.ignored(header, reason: reason)
            case .rejected(let reason): inner.rejected(header, reason: reason, text: message)
            }
        }
        descents = 0
    }
}

struct HeldEvent {
    enum Kind {
        case event
        case ignored(StaticString)
        case rejected(String)
    }

    var header: EventHeader
    var text: Range<Int>
    var kind: Kind

    var isEvent: Bool {
        if case .event = kind { true } else { false }
    }
}

/// The events of one millisecond: the same words in the same stream are one event that came twice. Side by side they are two, because code
/// may well say a thing twice and no overlap of two deliveries puts copies side by side.
private struct Moment {
    private var time = Timestamp.unknown
    /// Places among the held events, by hash.
    private var seen: [UInt64: [Int]] = [:]

    mutating func repeats(_ index: Int, of held: [HeldEvent], in text: [UInt8]) -> Bool {
        let event = held[index]
        guard event.isEvent, event.header.time.isKnown else { return false }
        if event.header.time != time {
            time = event.header.time
            if !seen.isEmpty { seen.removeAll(keepingCapacity: true) }
        }
        let names = UInt64(event.header.stream.index) << 32 | UInt64(event.header.logGroup.index)
        let hash = byteHash(text.span.extracting(event.text), seed: names)
        let same = seen[hash, default: []].firstIndex { other in
            held[other].header.stream == event.header.stream && held[other].header.logGroup == event.header.logGroup
                && text[held[other].text].elementsEqual(text[event.text])
        }
        guard let same else {
            seen[hash, default: []].append(index)
            return false
        }
        guard let before = seen[hash]?[same], abs(before - index) == 1 else { return true }
        seen[hash]?[same] = index
        return false
    }
}
