// One payload of a subscription filter: a document with events of one stream.

struct SubscriptionPayload {
    var group: String
    var stream: String
    var entries: [LogEntry]

    /// As CloudWatch Logs sends it.
    var compact: [UInt8] { text(newline: "", indentation: "", colon: ":") }

    /// As a consumer prints it, with a newline at the end of every line but the last.
    var pretty: [UInt8] { text(newline: "\n", indentation: "  ", colon: ": ") }

    private func text(newline: String, indentation: String, colon: String) -> [UInt8] {
        let gap = "," + newline + indentation
        var text: [UInt8] = []
        text.append("{" + newline + indentation + "\"messageType\"" + colon + "\"DATA_MESSAGE\"" + gap)
        text.append("\"owner\"" + colon + "\"\(Landscape.account)\"" + gap + "\"logGroup\"" + colon)
        text.appendJSON(group)
        text.append(gap + "\"logStream\"" + colon)
        text.appendJSON(stream)
        text.append(gap + "\"subscriptionFilters\"" + colon + "[\"to-firehose\"]" + gap + "\"logEvents\"" + colon + "[")
        for (index, entry) in entries.enumerated() {
            text.append((index == 0 ? "" : ",") + newline + indentation + indentation + "{\"id\"" + colon)
            text.append("\"" + eventID(entry) + "\",\"timestamp\"" + colon + String(entry.time) + ",\"message\"" + colon)
            text.appendJSON(entry.message)
            text.append("}")
        }
        text.append(newline + indentation + "]" + newline + "}")
        return text
    }
}
