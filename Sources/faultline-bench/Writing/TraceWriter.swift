// The X-Ray trace of a REST request: the gateway's segment, the Lambda service's for each run, and the function's own where its
// tracing is active, with the calls it made.

struct TraceWriter {
    let landscape: Landscape
    let container: TraceContainer
    let share: Double
    var random: SplitMix64

    mutating func write(_ exchange: Exchange) throws {
        let api = landscape.apis[exchange.api]
        guard share > 0, api.kind == .rest, exchange.reach > .routing, random.chance(share) else { return }
        let gateway = random.hex(16)
        var calls: [String] = []
        var documents: [(id: String, document: String)] = []
        for run in [exchange.authorizerRun, exchange.run].compactMap({ $0 }) {
            let call = random.hex(16)
            let function = landscape.functions[run.function]
            calls.append(
                "{\"id\":\"\(call)\",\"name\":\"Lambda\",\"start_time\":\(seconds(run.called)),"
                    + "\"end_time\":\(seconds(min(run.end, exchange.end))),\"http\":{\"response\":{\"status\":200}},"
                    + "\"aws\":{\"function_name\":\(json(function.name)),\"region\":\"\(Landscape.region)\","
                    + "\"operation\":\"Invoke\"},\"namespace\":\"aws\"}")
            documents += segments(of: run, function, below: call, trace: exchange.traceID)
        }
        let failed = exchange.status >= 500 ? ",\"fault\":true" : exchange.status >= 400 ? ",\"error\":true" : ""
        let document =
            "{\"id\":\"\(gateway)\",\"name\":\"\(api.name)/\(api.stage)\",\"start_time\":\(seconds(exchange.time)),"
            + "\"end_time\":\(seconds(exchange.end)),\"trace_id\":\"\(exchange.traceID)\",\"origin\":\"AWS::ApiGateway::Stage\","
            + "\"http\":{\"request\":{\"method\":\"\(exchange.method)\"},\"response\":{\"status\":\(exchange.status)}}\(failed),"
            + "\"aws\":{\"api_gateway\":{\"account_id\":\"\(Landscape.account)\",\"rest_api_id\":\"\(api.id)\","
            + "\"stage\":\"\(api.stage)\",\"request_id\":\"\(exchange.requestID)\"}},"
            + "\"metadata\":{\"default\":{\"extended_request_id\":\"\(exchange.extendedID)\","
            + "\"request_id\":\"\(exchange.requestID)\"}},\"subsegments\":[\(calls.joined(separator: ","))]}"
        documents.insert((gateway, document), at: 0)
        try container.write(
            trace: exchange.traceID, seconds: seconds(Int64(exchange.latency)), segments: documents)
    }

    func finish() throws { try container.finish() }

    private mutating func segments(
        of run: RunPlan, _ function: FunctionSpec, below call: String, trace: String
    ) -> [(id: String, document: String)] {
        let service = random.hex(16)
        let arn = "arn:aws:lambda:\(Landscape.region):\(Landscape.account):function:\(function.name)"
        let document =
            "{\"id\":\"\(service)\",\"name\":\(json(function.name)),\"start_time\":\(seconds(run.called)),"
            + "\"end_time\":\(seconds(run.end)),\"trace_id\":\"\(trace)\",\"parent_id\":\"\(call)\","
            + "\"http\":{\"response\":{\"status\":200}},\"aws\":{\"request_id\":\"\(run.id)\"},"
            + "\"origin\":\"AWS::Lambda\",\"resource_arn\":\"\(arn)\"}"
        guard function.traced else { return [(service, document)] }
        // REPORT names this segment by its id.
        let own = String(run.id.prefix(8) + run.id.suffix(8))
        let downstream = [
            remote("DynamoDB", namespace: "aws", run, from: 0.2, until: 0.5),
            remote("payments.example.com", namespace: "remote", run, from: 0.6, until: run.failed ? 1 : 0.8),
        ]
        let function =
            "{\"id\":\"\(own)\",\"name\":\(json(function.name)),\"start_time\":\(seconds(run.start)),"
            + "\"end_time\":\(seconds(run.end)),\"trace_id\":\"\(trace)\",\"parent_id\":\"\(service)\","
            + "\"aws\":{\"account_id\":\"\(Landscape.account)\",\"function_arn\":\"\(arn)\"},\"origin\":\"AWS::Lambda::Function\","
            + "\"subsegments\":[{\"id\":\"\(random.hex(16))\",\"name\":\"Invocation\",\"start_time\":\(seconds(run.start)),"
            + "\"end_time\":\(seconds(run.end)),\"subsegments\":[\(downstream.joined(separator: ","))]}]}"
        return [(service, document), (own, function)]
    }

    private mutating func remote(
        _ name: String, namespace: String, _ run: RunPlan, from: Double, until: Double
    ) -> String {
        let start = run.start + Int64(Double(run.duration / 100) * from)
        let end = run.start + Int64(Double(run.duration / 100) * until)
        return "{\"id\":\"\(random.hex(16))\",\"name\":\(json(name)),\"start_time\":\(seconds(start)),"
            + "\"end_time\":\(seconds(end)),\"namespace\":\"\(namespace)\"}"
    }

    /// Seconds since 1970 with three decimals, as segments give times.
    private func seconds(_ milliseconds: Int64) -> String {
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
    }
}
