// The access row of a request: fields by their `$context` names, with the fact standing in where the text is missing.

import Model

struct AccessRow {
    let line: EvidenceLine?
    let fact: AccessFact?
    private let extras: AccessExtras
    /// `error.responseType`; the fact's when the row itself is not quoted.
    let responseType: String?

    init(line: EvidenceLine?, fact: AccessFact?, extras: AccessExtras, names: NameTable) {
        self.line = line
        self.fact = fact
        self.extras = extras
        self.responseType = line?["error.responseType"] ?? fact.flatMap { names.text($0.responseType) }
    }

    subscript(field: String) -> String? { line?[field] }

    /// The template logs this field, if only as `-`.
    func logs(_ field: String) -> Bool { line?.fields.contains { $0.name == field } ?? false }

    func number(_ field: String) -> Int? { self[field].flatMap { Int($0) } }

    /// `error.message`, also when logged as `error.messageString`, which brings quotes of its own.
    var message: String? {
        guard let text = self["error.message"] ?? self["error.messageString"] else { return nil }
        guard text.utf8.count >= 2, text.utf8.first == UInt8(ascii: "\""), text.utf8.last == UInt8(ascii: "\"") else {
            return text == "null" ? nil : text
        }
        return text.slice(1, text.utf8.count - 1)
    }

    var integrationError: String? { self["integration.error"] ?? self["integrationErrorMessage"] }

    /// The integration's error where it is not the function's message passed on.
    var gatewayError: String? { integrationError.flatMap { GatewayFault.customerFault($0) == nil ? $0 : nil } }

    /// The function's own status code.
    var functionStatus: Int? {
        if let fact, fact.functionStatus >= 0 { return Int(fact.functionStatus) }
        return number("integration.status")
    }

    /// The status of the Lambda service: 200 also when the function threw.
    var serviceStatus: Int? {
        if let fact, fact.integrationStatus >= 0 { return Int(fact.integrationStatus) }
        return number("integration.integrationStatus")
    }

    /// A field says that an authorizer did something for this request. A status alone does not: the gateway gives the step 401 also
    /// when it finds nothing to show an authorizer.
    var authorizerActed: Bool {
        if !extras.authorizerID.isNone { return true }
        if let status = number("authorizer.status"), status != 401 { return true }
        return line?.fields.contains {
            $0.name.hasPrefix("authorizer.") && $0.name != "authorizer.error" && $0.name != "authorizer.status"
                && !["", "-", "0"].contains($0.value)
        } ?? false
    }

    /// The template logs what an authorizer did, so that its absence means something.
    var logsAuthorizer: Bool {
        [
            "authorizer.requestId", "authorizer.latency", "authorizer.integrationStatus", "authorizer.integrationLatency",
            "authorizer.principalId",
        ].contains { logs($0) }
    }

    /// The row as proof.
    func proof(_ meaning: String, around needle: String? = nil) -> [ProofLine] {
        guard let line else { return [] }
        return [
            ProofLine(source: .accessLog, line: line.text.quoted(around: needle), place: line.place, meaning: meaning)
        ]
    }
}
