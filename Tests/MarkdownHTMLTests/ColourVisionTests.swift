// Fills that stand side by side stay apart for every kind of colour vision (visual-language.md 2.3).

import Foundation
import Testing

/// The least distance within a set, OKLab times 100: normal vision, protanopia, deuteranopia, tritanopia.
private struct Expected: CustomTestStringConvertible {
    var name: String
    var scheme: Scheme
    var tokens: [String]
    var distances: [Double]

    var testDescription: String { "\(name), \(scheme.rawValue)" }
}

private let twin = ["c4", "c5", "fn"]
private let layers = ["ly-edge", "ly-gw", "ly-au", "fn", "ly-rs"]

private let expected = [
    Expected(name: "twin chart", scheme: .light, tokens: twin, distances: [17.1, 18.3, 11.7, 13.4]),
    Expected(name: "twin chart", scheme: .dark, tokens: twin, distances: [17.8, 17.7, 10.7, 16.4]),
    Expected(name: "twin chart", scheme: .print, tokens: twin, distances: [17.1, 18.3, 11.7, 13.4]),
    Expected(name: "five layers", scheme: .light, tokens: layers, distances: [14.2, 10.6, 9.4, 9.8]),
    Expected(name: "five layers", scheme: .dark, tokens: layers, distances: [13.6, 11.9, 10.3, 12.3]),
    Expected(name: "five layers", scheme: .print, tokens: layers, distances: [14.2, 10.6, 9.4, 9.8]),
]

@Test(arguments: expected) private func `fills are at least 9 apart for every eye`(set: Expected) throws {
    let colours = try tokens(of: set.scheme)
    let fills = try set.tokens.map { try #require(colours[$0]).map(linear) }
    for (vision, expected) in zip(visions, set.distances) {
        let seen = fills.map { oklab(vision.applied(to: $0)) }
        let distance = leastDistance(seen) * 100
        #expect(distance >= 9, "\(vision.name)")
        #expect(abs(distance - expected) < 0.06, "\(vision.name): \(distance)")
    }
}

@Test(arguments: Scheme.allCases) func `in grey the solid fills still differ in lightness`(scheme: Scheme) throws {
    let colours = try tokens(of: scheme)
    // The other fills of a figure are hatched, lined, dotted or hollow.
    for pair in [["c5", "fn"], ["ly-gw", "fn"]] {
        let lightness = try pair.map { oklab(try #require(colours[$0]).map(linear))[0] * 100 }
        #expect(abs(lightness[0] - lightness[1]) > 6, "\(pair): \(lightness)")
    }
}

@Test func `two equal fills have no distance and two opposite ones have all`() {
    #expect(leastDistance([[0.5, 0, 0], [0.5, 0, 0]]) == 0)
    #expect(abs(leastDistance([oklab([0, 0, 0]), oklab([1, 1, 1])]) - 1) < 1e-6)
}

private struct Vision {
    var name: String
    var rows: [[Double]]

    func applied(to colour: [Double]) -> [Double] {
        rows.map { row in min(1, max(0, zip(row, colour).reduce(0) { $0 + $1.0 * $1.1 })) }
    }
}

/// Machado, Oliveira, Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency", severity 1.
private let visions = [
    Vision(name: "normal", rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    Vision(
        name: "protanopia",
        rows: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    Vision(
        name: "deuteranopia",
        rows: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    Vision(
        name: "tritanopia",
        rows: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
]

private func linear(_ value: Double) -> Double { value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4) }

/// Björn Ottosson, "A perceptual color space for image processing", from linear sRGB.
private func oklab(_ colour: [Double]) -> [Double] {
    let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ].map { row in cbrt(zip(row, colour).reduce(0) { $0 + $1.0 * $1.1 }) }
    return [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ].map { row in zip(row, cones).reduce(0) { $0 + $1.0 * $1.1 } }
}

private func leastDistance(_ colours: [[Double]]) -> Double {
    var least = Double.infinity
    for (index, one) in colours.enumerated() {
        for other in colours[(index + 1)...] {
            least = min(least, zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot())
        }
    }
    return least
}
