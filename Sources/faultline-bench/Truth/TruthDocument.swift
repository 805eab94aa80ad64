// The text of truth.json around its failures; keys are sorted, arrays have an order.

import Model

struct TruthDocument {
    let totals: Totals
    let outcomes: Outcomes
    let causes: [Cause: Int]
    let landscape: Landscape
    let endpoints: [EndpointCount]
    let functions: [FunctionCount]

    var beforeFailures: String {
        "{\"causes\":[" + list(causeLines) + "],\n\"endpoints\":[" + list(endpointLines) + "],\n\"failures\":["
    }

    var afterFailures: String {
        "],\n\"functions\":[" + list(functionLines) + "],\n\"outcomes\":{\"clientAnswered\":\(four(outcomes.clientAnswered)),"
            + "\"clientFailed\":\(four(outcomes.clientFailed)),\"noClient\":{\"functionFailed\":\(outcomes.noClient[1]),"
            + "\"functionSucceeded\":\(outcomes.noClient[0])}},\n\"totals\":{\"clientErrors\":\(totals.clientErrors),"
            + "\"failures\":\(totals.failures),\"functionErrors\":\(totals.functionErrors),\"invocations\":\(totals.invocations),"
            + "\"invocationsWithoutRequest\":\(totals.invocationsWithoutRequest),\"linked\":\(totals.linked),"
            + "\"pages\":\(totals.failures),\"requests\":\(totals.requests),"
            + "\"requestsWithoutInvocation\":\(totals.requestsWithoutInvocation),\"serverErrors\":\(totals.serverErrors)}}\n"
    }

    /// By count, then name.
    private var causeLines: [String] {
        causes.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
            "{\"cause\":\"\($0.key.rawValue)\",\"count\":\($0.value),\"layer\":\"\($0.key.layer.rawValue)\"}"
        }
    }

    /// By API, then as declared; those that got a request.
    private var endpointLines: [String] {
        zip(landscape.endpoints, endpoints).filter { $0.1.requests > 0 }.map { endpoint, count in
            let statuses = count.statuses.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
            return "{\"api\":\"\(landscape.apis[endpoint.api].id)\",\"endpoint\":\(json(endpoint.key)),"
                + "\"requests\":\(count.requests),\"statuses\":{\(statuses)}}"
        }
    }

    private var functionLines: [String] {
        zip(landscape.functions, functions).filter { $0.1.invocations > 0 }.map { function, count in
            "{\"coldStarts\":\(count.coldStarts),\"errors\":\(count.errors),\"function\":\"\(function.name)\","
                + "\"invocations\":\(count.invocations),\"outOfMemory\":\(count.outOfMemory),\"timeouts\":\(count.timeouts)}"
        }
    }

    private func list(_ lines: [String]) -> String { lines.map { "\n" + $0 }.joined(separator: ",") }

    private func four(_ counts: [Int]) -> String {
        "{\"functionFailed\":\(counts[FunctionOutcome.failed.rawValue]),"
            + "\"functionNeverRan\":\(counts[FunctionOutcome.neverRan.rawValue]),"
            + "\"functionSucceeded\":\(counts[FunctionOutcome.succeeded.rawValue]),"
            + "\"functionUnknown\":\(counts[FunctionOutcome.unknown.rawValue])}"
    }
}
