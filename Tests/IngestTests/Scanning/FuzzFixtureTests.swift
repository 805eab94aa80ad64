import Ingest
import Model
import Testing

/// What fuzzing found is read by every run of the tests, in every format.
@Suite struct FuzzFixtureTests {
    private static let folder =
        "\(#filePath)".split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/Fixtures/fuzz"

    static let inputs = findInputs([folder]) { _ in InputHints() }.inputs

    @Test(arguments: inputs.map(\.name))
    func `a finding is read to its end and accounted for, whatever it is taken for`(name: String) throws {
        var input = try #require(Self.inputs.first { $0.name == name })
        for format in [nil] + ContainerFormat.allCases.map(\.name) {
            input.hints = InputHints(logGroup: "/aws/lambda/orders", format: format)
            let report = scan(input).report
            #expect(report.events == report.facts + report.lines + report.ignored + report.rejected, "\(format ?? "auto")")
        }
    }
}
