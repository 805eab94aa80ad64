// Numbers that say the same agree wherever they stand (visual-language.md 16): a report loses its reader at the first that does not.

import Model
import Site
import Testing

/// The tables of a twin's section, as rows of cells.
private func tables(_ heading: String, _ text: String) -> [[[String]]] {
    var inside = false
    var tables: [[[String]]] = []
    var open = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("## ") { inside = line == "## \(heading)" }
        guard inside, line.hasPrefix("|") else {
            open = false
            continue
        }
        if !open { tables.append([]) }
        open = true
        tables[tables.count - 1].append(line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(String.init))
    }
    return tables.map { Array($0.dropFirst(2)) }
}

/// The number a cell opens with, linked or not.
private func number(_ cell: String) -> Int {
    let digits = cell.drop { $0 == " " || $0 == "[" }.prefix { $0.isNumber || $0 == "," }
    return Int(digits.replacing(",", with: "")) ?? 0
}

private func sum(_ rows: [[String]], _ column: Int) -> Int { rows.reduce(0) { $0 + number($1[column]) } }

@Suite struct SumTests {
    private let night = NightBuilder.everyKind

    @Test func `the overview's tables add up to its headline`() throws {
        let text = try RenderedSite(night).text("index.md")
        let totals = night.report.totals

        let time = try #require(tables("Errors over time", text).first)
        #expect(sum(time, 2) == totals.clientErrors)
        #expect(sum(time, 3) == totals.serverErrors)
        #expect(sum(time, 4) == totals.functionErrors)
        #expect(sum(time, 5) == totals.failures)

        let layers = try #require(tables("Where the \(totals.failures)\u{A0}failures arose", text).first)
        let all = try #require(layers.last)
        #expect([2, 3, 4].map { number(all[$0]) } == [totals.failures, totals.clientErrors, totals.serverErrors])
        for column in 2...5 { #expect(sum(layers.dropLast(), column) == number(all[column])) }
        #expect((3...5).reduce(0) { $0 + number(all[$1]) } == totals.failures)

        let outcomes = try #require(tables("Client outcome against function outcome", text).first)
        #expect((1...4).reduce(0) { $0 + sum(Array(outcomes.prefix(2)), $1) } == totals.requests)
        #expect((1...4).reduce(0) { $0 + number(outcomes[1][$1]) } == totals.clientErrors + totals.serverErrors)

        let groups = try #require(tables("Error groups", text).first)
        #expect(sum(groups, 4) == totals.failures)
        let endpoints = try #require(tables("Endpoints", text).first)
        #expect(sum(endpoints.dropLast(), 3) == totals.clientErrors + totals.serverErrors)
        #expect(sum(endpoints.dropLast(), 2) == number(endpoints.last?[2] ?? ""))
        #expect(text.contains("# Clients saw \(totals.clientErrors + totals.serverErrors)\u{A0}errors. "))
    }

    @Test func `an endpoint's causes, time and rows add up to its failures`() throws {
        let site = try RenderedSite(night)
        for endpoint in night.report.endpoints {
            let text = site.text(String(endpoint.page.dropLast(4)) + "md")
            let causes = try #require(tables("Failures by status and cause", text).first)
            #expect(sum(causes.dropLast(), 8) == endpoint.failing, "\(endpoint.slug)")
            #expect(sum(causes.dropLast(), 1) == endpoint.failing)
            #expect(number(causes.last?[8] ?? "") == endpoint.failing)
            let responses = try #require(tables("Responses over time", text).first)
            #expect(sum(responses, 1) + sum(responses, 2) == endpoint.failing)
            #expect(tables("Failing requests", text).first?.count == endpoint.failures.count)
        }
    }
}
