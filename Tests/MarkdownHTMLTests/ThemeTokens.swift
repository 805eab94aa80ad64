// The colours of the theme, read from its stylesheet.

import Foundation
import Testing

enum Scheme: String, CaseIterable { case light, dark, print }

/// Every colour token of a scheme as red, green and blue, 0 to 1.
func tokens(of scheme: Scheme) throws -> [String: [Double]] {
    let blocks = try themeFile("tokens.css").split(separator: "@media")
    try #require(blocks.count == 3)
    var result: [String: [Double]] = [:]
    for match in blocks[try #require(Scheme.allCases.firstIndex(of: scheme))].matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
        let value = try #require(Int(match.2, radix: 16))
        result[String(match.1)] = [value >> 16 & 255, value >> 8 & 255, value & 255].map { Double($0) / 255 }
    }
    return result
}
