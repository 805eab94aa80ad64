// JSON of `aws apigateway test-invoke-method`: the report of the test feature is the text of its `log`.

internal import Model

struct TestInvokeDocuments: Framer, ~Copyable {
    private var reader = JSONReader()

    mutating func consume<Consumer: EventConsumer & ~Copyable>(
        _ text: Span<UInt8>, atEnd: Bool, _ output: inout EventOutput, _ consumer: inout Consumer
    ) -> Int {
        var at = 0
        while true {
            at = text.skippingSpaces(from: at)
            guard at < text.count else { return at }
            let end = text[at] == UInt8(ascii: "{") ? endOfJSONValue(text, from: at) : nil
            guard let end else {
                guard atEnd || text.count - at >= TextWindow.longestEvent else { return at }
                output.rejected(reason: "JSON ends early", text: text.extracting(at..<text.count), &consumer)
                return text.count
            }
            take(text.extracting(at..<end), &output, &consumer)
            at = end
        }
    }

    private mutating func take<Consumer: EventConsumer & ~Copyable>(
        _ document: Span<UInt8>, _ output: inout EventOutput, _ consumer: inout Consumer
    ) {
        var log: [UInt8]?
        if reader.read(document), reader.kind(0) == .object {
            reader.forEachChild(of: 0) { child in
                guard reader.keyEquals(child, "log"), reader.kind(child) == .string else { return }
                log = reader.withText(child) { text in
                    var bytes: [UInt8] = []
                    bytes.append(text)
                    return bytes
                }
            }
        }
        guard let log else {
            output.rejected(reason: "document without the log of a test", text: document, &consumer)
            return
        }
        var lines = LineFraming(TestInvokeLines())
        _ = lines.consume(log.span, atEnd: true, &output, &consumer)
    }
}
