// Addresses of the AWS console that show the same evidence: text to copy, since no page of the site names another host in a link.

import Model

/// The region that the lines of a failure name in an ARN of Lambda or API Gateway; nil when none does.
func loggedRegion(of failure: Failure) -> String? {
    for line in failure.lines {
        let text = line.line.text
        // arn:partition:service:region:account: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
        for service in [":lambda:", ":execute-api:"] {
            guard let found = text.offset(ofBytes: service) else { continue }
            let name = text.utf8.dropFirst(found + service.utf8.count).prefix(longestRegion + 1).prefix {
                $0 != UInt8(ascii: ":")
            }
            let parts = name.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
            let isRegion =
                parts.count >= 3 && name.count <= longestRegion
                && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isLowerOrDigit) }
            if isRegion { return String(decoding: name, as: UTF8.self) }
        }
    }
    return nil
}

private let longestRegion = 20

/// The console's page of a log group, or of one of its streams between two times.
func consoleAddress(region: String, group: String, stream: String?, window: TimeRange) -> String {
    let events = "?start=\(window.since.milliseconds)&end=\(window.until.milliseconds)"
    let place = consoleEscaped(group) + "/log-events" + (stream.map { "/" + consoleEscaped($0) } ?? "")
    let domain = region.hasPrefix("cn-") ? "console.amazonaws.cn" : "\(region).console.aws.amazon.com"
    return "https://\(domain)/cloudwatch/home?region=\(region)#logsV2:log-groups/log-group/\(place)\(dollarEscaped(events))"
}

/// The console reads names in its fragment percent-encoded twice, with `$` for the second `%`.
private func consoleEscaped(_ name: String) -> String { dollarEscaped(percentEscaped(name)) }

private func dollarEscaped(_ text: String) -> String {
    String(decoding: percentEscaped(text).utf8.map { $0 == UInt8(ascii: "%") ? UInt8(ascii: "$") : $0 }, as: UTF8.self)
}

private func percentEscaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 2)
    for byte in text.utf8 {
        if isLowerOrDigit(byte) || isLowerOrDigit(byte | 0x20) || byte == 0x2D || byte == 0x2E || byte == 0x5F {
            result.append(byte)
        } else {
            result.append(UInt8(ascii: "%"))
            result.append(hexDigit(byte >> 4))
            result.append(hexDigit(byte & 15))
        }
    }
    return String(decoding: result, as: UTF8.self)
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }

private func isLowerOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}
