// What an event can be taken for, and the name under which a report lists it.

enum RecordKind: UInt8, CaseIterable {
    case accessJSON, accessLenient, accessCommon, accessXML, accessCSV, execution, lambdaText, lambdaJSON, trace

    /// As `InputReport.records` lists it.
    var name: String {
        switch self {
        case .accessJSON: "access-log-json"
        case .accessLenient: "access-log-broken-json"
        case .accessCommon: "access-log-clf"
        case .accessXML: "access-log-xml"
        case .accessCSV: "access-log-csv"
        case .execution: "execution-log"
        case .lambdaText: "lambda-text"
        case .lambdaJSON: "lambda-json"
        case .trace: "xray-trace"
        }
    }
}
