// Holds the place of framing until it is built: reads nothing.

struct FramingOutcome {
    var format: ContainerFormat?
    var reason = ""
    var bytes: Int64 = 0
    var textBytes: Int64 = 0
    var problem: String?
}

enum ContainerFormat: String {
    case none
}

func frame<Consumer: EventConsumer & ~Copyable>(_ input: Input, into consumer: inout Consumer) -> FramingOutcome {
    FramingOutcome()
}
