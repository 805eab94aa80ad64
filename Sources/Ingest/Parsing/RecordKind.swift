// What an event can be taken for, and the name under which a report lists it.

/// The raw value is the published name.
package enum RecordKind: String, CaseIterable, Sendable {
    case accessJSON = "access-log-json"
    case accessLenient = "access-log-broken-json"
    case accessCommon = "access-log-clf"
    case accessXML = "access-log-xml"
    case accessCSV = "access-log-csv"
    case accessTemplate = "access-log-template"
    case execution = "execution-log"
    case lambdaText = "lambda-text"
    case lambdaJSON = "lambda-json"
    case trace = "xray-trace"

    package var name: String { rawValue }

    /// Its bit in an account of kinds.
    var bit: UInt16 {
        switch self {
        case .accessJSON: 1
        case .accessLenient: 1 << 1
        case .accessCommon: 1 << 2
        case .accessXML: 1 << 3
        case .accessCSV: 1 << 4
        case .accessTemplate: 1 << 5
        case .execution: 1 << 6
        case .lambdaText: 1 << 7
        case .lambdaJSON: 1 << 8
        case .trace: 1 << 9
        }
    }

    /// One line, for people.
    package var summary: String {
        switch self {
        case .accessJSON: "access-log rows of REST, HTTP and WebSocket APIs that are JSON, with any key names, flat or nested"
        case .accessLenient: "rows meant to be JSON that are not: values without quotes, raw quotes inside values"
        case .accessCommon: "rows in the common log format, with ids at the end or the extended id first"
        case .accessXML: "rows in the console's XML"
        case .accessCSV: "rows in the console's CSV, without a header"
        case .accessTemplate: "rows of any shape, cut by the template that the configuration or a deployment file gives"
        case .execution: "execution-log lines of REST and WebSocket APIs, at INFO and ERROR, with or without data trace"
        case .lambdaText: "text of Lambda: platform lines, and what code and runtimes print"
        case .lambdaJSON: "JSON of Lambda: platform events, runtimes' records, Powertools, metrics in EMF"
        case .trace: "segments of X-Ray traces: links, and times of the authorizer and of calls to other services"
        }
    }

    /// A made-up event of the kind.
    package var sample: String {
        switch self {
        case .accessJSON:
            #"{"requestId":"5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f","httpMethod":"POST","resourcePath":"/orders/{id}","status":"502"}"#
        case .accessLenient:
            #"{"requestId":"5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f","status":502,"integrationLatency":-,"error":"the "sku" is missing"}"#
        case .accessCommon:
            #"203.0.113.7 - - [12/Mar/2026:09:14:05 +0000] "POST /orders HTTP/1.1" 502 36 5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"#
        case .accessXML:
            #"<request id="5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f"> <ip>203.0.113.7</ip> <status>502</status> </request>"#
        case .accessCSV:
            "203.0.113.7,-,-,12/Mar/2026:09:14:05 +0000,POST,/orders,HTTP/1.1,502,36,"
                + "5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f,AbCdEfGhIAMEPQ="
        case .accessTemplate: "gw=5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f | POST /orders/{id} -> 502 in 41 ms"
        case .execution: "(5f0c1d8e-1111-4222-8333-9a4b5c6d7e8f) Method completed with status: 502"
        case .lambdaText: "START RequestId: 6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90 Version: $LATEST"
        case .lambdaJSON:
            #"{"time":"2026-03-12T09:14:05.128Z","type":"platform.start","record":{"requestId":"6f1c2a8e-0b7d-4c9e-8a3f-5d2e1b4c7f90"}}"#
        case .trace:
            #"{"Id":"1-69b28a1d-00112233445566778899aabb","Segments":[{"Id":"0011223344556677","Document":"{\"name\":\"orders\"}"}]}"#
        }
    }
}
