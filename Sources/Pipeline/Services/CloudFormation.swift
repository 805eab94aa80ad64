// SAM and CloudFormation templates, in YAML with short intrinsics or in JSON: functions, routes, access-log formats.

import Yams

/// Property names: AWS SAM specification and CloudFormation resource reference. Intrinsics are not resolved: what they would put in is
/// `*` in a name and `${...}` in a format.
func cloudFormation(_ template: Node) -> ServiceDescription {
    var description = ServiceDescription()
    let globals = template["Globals"]
    for api in ["Api", "HttpApi", "WebSocketApi"] { description.add(format: accessLog(globals?[api])) }
    for (key, resource) in template["Resources"]?.mapping ?? [:] {
        guard let id = key.string, let type = resource["Type"]?.string else { continue }
        let properties = resource["Properties"]
        switch type {
        case "AWS::Serverless::Function":
            description.functions.append((deployedName(properties?["FunctionName"], id), id))
            for (_, event) in properties?["Events"]?.mapping ?? [:] { description.add(route: samRoute(event)) }
        case "AWS::Lambda::Function": description.functions.append((deployedName(properties?["FunctionName"], id), id))
        case "AWS::ApiGatewayV2::Route": description.add(route: properties?["RouteKey"]?.string)
        case "AWS::Serverless::Api", "AWS::Serverless::HttpApi", "AWS::ApiGateway::Stage", "AWS::ApiGatewayV2::Stage":
            description.add(format: accessLog(properties))
        case "AWS::ApiGateway::Deployment": description.add(format: accessLog(properties?["StageDescription"]))
        default: break
        }
    }
    return description
}

extension ServiceDescription {
    fileprivate mutating func add(format: String?) {
        if let format, !accessLogFormats.contains(format) { accessLogFormats.append(format) }
    }

    fileprivate mutating func add(route: String?) {
        if let route, !routes.contains(route) { routes.append(route) }
    }
}

/// REST APIs say `AccessLogSetting`, HTTP and WebSocket APIs `AccessLogSettings`.
private func accessLog(_ properties: Node?) -> String? {
    (properties?["AccessLogSetting"] ?? properties?["AccessLogSettings"])?["Format"].flatMap { intrinsicText($0) }
}

/// Without a name of its own a function is called `<stack>-<logical id>-<12 or 13 made-up letters and digits>`.
private func deployedName(_ given: Node?, _ id: String) -> String {
    guard let given else { return "*-\(id)-????????????*" }
    return wildcards(intrinsicText(given) ?? "${}")
}

/// Every `${...}` as `*`.
func wildcards(_ text: String) -> String { text.replacing(/\$\{[^}]*\}/, with: "*") }

/// `Api` and `HttpApi` events; `any` in any case stands for every method.
private func samRoute(_ event: Node) -> String? {
    guard let type = event["Type"]?.string, ["Api", "HttpApi"].contains(type), let path = event["Properties"]?["Path"]?.string
    else { return nil }
    return "\((event["Properties"]?["Method"]?.string ?? "ANY").uppercased()) \(path)"
}

/// The text of a scalar, of `!Sub` or of `Fn::Join`, with `${...}` where it is not known; nil for other values.
func intrinsicText(_ node: Node) -> String? {
    if let text = node.scalar?.string {
        return ["!Ref", "!GetAtt", "!ImportValue"].contains(node.tag.description) ? "${\(text)}" : text
    }
    if let parts = node.sequence {
        switch node.tag.description {
        case "!Sub": return parts.first.flatMap { intrinsicText($0) }
        case "!Join": return joined(parts)
        default: return "${}"
        }
    }
    if let sub = node["Fn::Sub"] { return sub.sequence?.first.flatMap { intrinsicText($0) } ?? sub.scalar?.string }
    if let join = node["Fn::Join"]?.sequence { return joined(join) }
    return node.mapping == nil ? nil : "${}"
}

private func joined(_ parts: Node.Sequence) -> String? {
    guard parts.count == 2, let between = parts[0].scalar?.string, let items = parts[1].sequence else { return nil }
    return items.map { intrinsicText($0) ?? "${}" }.joined(separator: between)
}
