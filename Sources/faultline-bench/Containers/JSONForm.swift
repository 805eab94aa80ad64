// How the AWS command line prints log events: with four blanks of indentation, or compact as other clients do.

enum JSONForm {
    case pretty, compact

    var opening: String {
        switch self {
        case .pretty: "{\n    \"events\": [\n"
        case .compact: "{\"events\":["
        }
    }

    var separator: String {
        switch self {
        case .pretty: ",\n"
        case .compact: ","
        }
    }

    /// `stream` nil: an answer of get-log-events, which names neither stream nor event.
    func event(_ entry: LogEntry, stream: String?, into text: inout [UInt8]) {
        let ingested = String(entry.time + 310 + entry.time % 700)
        let (begin, gap, colon, end) =
            self == .pretty
            ? ("        {\n            ", ",\n            ", ": ", "\n        }") : ("{", ",", ":", "}")
        text.append(begin)
        if let stream {
            text.append("\"logStreamName\"" + colon)
            text.appendJSON(stream)
            text.append(gap)
        }
        text.append("\"timestamp\"" + colon + String(entry.time) + gap + "\"message\"" + colon)
        text.appendJSON(entry.message)
        text.append(gap + "\"ingestionTime\"" + colon + ingested)
        if stream != nil { text.append(gap + "\"eventId\"" + colon + "\"" + eventID(entry) + "\"") }
        text.append(end)
    }

    func closing(searched: Bool, token: String?) -> String {
        switch self {
        case .pretty:
            "\n    ]" + (searched ? ",\n    \"searchedLogStreams\": []" : "")
                + (token.map { ",\n    \"nextToken\": \"\($0)\"" } ?? "") + "\n}\n"
        case .compact:
            "]" + (searched ? ",\"searchedLogStreams\":[]" : "") + (token.map { ",\"nextToken\":\"\($0)\"" } ?? "") + "}\n"
        }
    }

    /// The end of an answer of get-log-events.
    func closing(forward: String, backward: String) -> String {
        switch self {
        case .pretty:
            "\n    ],\n    \"nextForwardToken\": \"f/\(forward)/s\",\n    \"nextBackwardToken\": \"b/\(backward)/s\"\n}\n"
        case .compact: "],\"nextForwardToken\":\"f/\(forward)/s\",\"nextBackwardToken\":\"b/\(backward)/s\"}\n"
        }
    }
}
