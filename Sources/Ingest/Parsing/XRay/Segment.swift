// One segment or subsegment of an X-Ray trace, with what a join and a timing need of it.

import Model

struct Segment {
    var id = ""
    var parent = ""
    var name = ""
    /// `AWS::ApiGateway::Stage`, `AWS::Lambda`, `AWS::Lambda::Function`, ...; empty for subsegments.
    var origin = ""
    /// `aws` or `remote` for calls that leave the process.
    var namespace = ""
    /// `aws.api_gateway.request_id` of a gateway's segment, `aws.request_id` of Lambda's.
    var requestID = ""
    /// The function's name, from `resource_arn`, `aws.function_arn` or the name itself.
    var function = ""
    var start = Timestamp.unknown
    var end = Timestamp.unknown
    var failed = false

    var isGateway: Bool { origin == "AWS::ApiGateway::Stage" || origin == "AWS::ApiGateway::RestApi" }
    var isLambdaService: Bool { origin == "AWS::Lambda" }
    var isFunction: Bool { origin == "AWS::Lambda::Function" }

    /// Reads the object at `index` and everything below it into `list`, parents first.
    static func read(_ reader: borrowing JSONReader, at index: Int, parent: String, depth: Int, into list: inout [Segment]) {
        guard reader.kind(index) == .object, depth <= deepest, list.count < mostSegments else { return }
        var segment = Segment()
        segment.parent = parent
        var subsegments = -1
        reader.forEachChild(of: index) { child in
            switch reader.key(child) {
            case "id": segment.id = reader.text(child)
            case "parent_id": segment.parent = reader.text(child)
            case "name": segment.name = reader.text(child)
            case "origin": segment.origin = reader.text(child)
            case "namespace": segment.namespace = reader.text(child)
            case "start_time": segment.start = epochSeconds(reader.text(child))
            case "end_time": segment.end = epochSeconds(reader.text(child))
            case "error", "fault", "throttle": if reader.kind(child) == .true_ { segment.failed = true }
            case "resource_arn": segment.setFunction(arn: reader.text(child))
            case "aws": segment.readAWS(reader, at: child)
            case "metadata": segment.readMetadata(reader, at: child)
            case "subsegments": subsegments = child
            default: break
            }
        }
        if segment.function.isEmpty, segment.isLambdaService || segment.isFunction { segment.function = segment.name }
        list.append(segment)
        guard subsegments >= 0, reader.kind(subsegments) == .array else { return }
        reader.forEachChild(of: subsegments) { child in
            read(reader, at: child, parent: segment.id, depth: depth + 1, into: &list)
        }
    }

    private mutating func readAWS(_ reader: borrowing JSONReader, at object: Int) {
        guard reader.kind(object) == .object else { return }
        reader.forEachChild(of: object) { child in
            switch reader.key(child) {
            case "request_id": requestID = reader.text(child)
            case "function_arn": setFunction(arn: reader.text(child))
            case "function_name": function = reader.text(child)
            case "api_gateway":
                guard reader.kind(child) == .object else { return }
                reader.forEachChild(of: child) { inner in
                    if reader.keyEquals(inner, "request_id") { requestID = reader.text(inner) }
                }
            default: break
            }
        }
    }

    /// API Gateway repeats its ids in `metadata.default`.
    private mutating func readMetadata(_ reader: borrowing JSONReader, at object: Int) {
        guard requestID.isEmpty, reader.kind(object) == .object else { return }
        var id = ""
        reader.forEachChild(of: object) { space in
            guard reader.keyEquals(space, "default"), reader.kind(space) == .object else { return }
            reader.forEachChild(of: space) { inner in
                if reader.keyEquals(inner, "request_id") { id = reader.text(inner) }
            }
        }
        requestID = id
    }

    /// `arn:aws:lambda:<region>:<account>:function:<name>[:<version>]`.
    private mutating func setFunction(arn: String) {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count >= 7, parts[5] == "function" { function = String(parts[6]) }
    }

    private static let deepest = 32
    private static let mostSegments = 2_000
}

/// Seconds since 1970 as a JSON number, also in the form `1.692E9`.
private func epochSeconds(_ text: String) -> Timestamp {
    guard let seconds = Double(text), seconds.isFinite, abs(seconds) < 1e12 else { return .unknown }
    return Timestamp(milliseconds: Int64((seconds * 1000).rounded()))
}
