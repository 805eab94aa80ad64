import Aggregation
import Model
import Testing

@Suite struct `What would prove more` {
    private let all = [
        "integration.requestId", "error.responseType", "error.messageString", "integration.error", "integration.status",
        "responseLatency", "integration.latency", "requestTimeEpoch", "authorizer.requestId",
    ]

    private func log(_ path: String, without lacking: [String] = []) -> InputReport {
        var report = InputReport(path: path, format: "text")
        report.accessVariables = all.filter { !lacking.contains($0) }
        return report
    }

    private func missing(_ inputs: [InputReport], _ fill: (inout NightBuilder) -> Void = { _ in }) -> [String] {
        var night = NightBuilder()
        night.inputs = inputs
        fill(&night)
        return night.report().coverage.missing
    }

    @Test func `nothing when every access log has every variable`() {
        #expect(missing([log("a"), log("b")]) == [])
    }

    @Test func `a variable that no log has`() {
        let lacking = ["error.responseType"]
        #expect(
            missing([log("a", without: lacking), log("b", without: lacking)]) == [
                "No access row carries `error.responseType`: the gateway's own refusals can only be inferred from the status."
            ])
    }

    @Test func `a variable that some logs lack, by their names`() {
        let lacking = ["requestTimeEpoch"]
        let inputs = [log("full")] + ["a", "b", "c", "d"].map { log($0, without: lacking) }
        #expect(
            missing(inputs) == [
                "The access rows of `a`, `b`, `c` and 1 more do not carry `requestTimeEpoch`: requests are placed by full seconds only."
            ])
    }

    @Test func `an HTTP API is not asked for what it cannot log`() {
        let told = missing([log("users", without: ["authorizer.requestId"])]) { night in
            night.request("GET /users", 200, at: 0)
            night.access[0].kind = .http
        }
        #expect(told == [])
    }

    @Test func `runs that the range cut`() {
        let told = missing([]) { night in
            night.unlinked.append(night.run("f", at: 0) { $0.hasStart = false })
            night.unlinked.append(night.run("f", at: 10))
            night.unlinked.append(night.run("f", at: 20) { $0.hasReport = false })
        }
        let words = "Of some runs the logs hold a part only: 1 without START, 1 without REPORT."
        #expect(told.last?.hasPrefix(words) == true)
    }
}
