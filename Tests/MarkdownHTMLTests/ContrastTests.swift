// Every colour of the theme against every ground it may stand on (visual-language.md 2.2 and 2.3).

import Foundation
import Testing

@Test(arguments: Scheme.allCases) func `text is at least 4,5 to 1 on every ground`(scheme: Scheme) throws {
    let tokens = try tokens(of: scheme)
    let texts = ["ink", "ink-2", "ink-3", "c5-text", "c4-text", "gw-text", "au-text", "fn-text", "rs-text", "edge-text"]
    let grounds = ["page", "panel", "panel-2", "c5-tint", "c4-tint", "fn-tint", "gw-tint"]
    for text in texts {
        for ground in grounds { try expect(text, on: ground, atLeast: 4.5, tokens) }
    }
    try expect("on-c5", on: "c5-fill", atLeast: 4.5, tokens)
    try expect("page", on: "ink", atLeast: 4.5, tokens)
    try expect("c4-text", on: "c4-stripe", atLeast: 4.5, tokens)
}

@Test(arguments: Scheme.allCases) func `every mark is at least 3 to 1 on page and panel`(scheme: Scheme) throws {
    let tokens = try tokens(of: scheme)
    let marks = ["edge", "head", "strata", "c5", "c4", "c3", "c2", "ly-edge", "ly-gw", "ly-au", "fn", "ly-rs"]
    for mark in marks {
        for ground in ["page", "panel"] { try expect(mark, on: ground, atLeast: 3, tokens) }
    }
}

@Test func `colours stand in the tokens and nowhere else`() throws {
    for name in ["type", "frame", "verdict", "strip", "tables", "badges", "logs", "stack", "narrow", "print"] {
        let css = try themeFile("\(name).css")
        #expect(css.firstMatch(of: /:[^;{}]*#[0-9a-fA-F]{3,8}\b/) == nil, "\(name).css")
        #expect(css.firstMatch(of: /\brgba?\(|\bhsla?\(/) == nil, "\(name).css")
    }
}

@Test func `every token that is used is defined in all schemes`() throws {
    let schemes = try Scheme.allCases.map { Set(try tokens(of: $0).keys) }
    #expect(schemes[0] == schemes[1] && schemes[0] == schemes[2])
    for name in ["type", "frame", "verdict", "strip", "tables", "badges", "logs", "stack", "charts", "narrow", "print"] {
        for match in try themeFile("\(name).css").matches(of: /var\(--([a-z0-9-]+)\)/) {
            let token = String(match.1)
            #expect(schemes[0].contains(token) || ["sans", "mono"].contains(token), "\(name).css uses --\(token)")
        }
    }
}

@Test func `every part of the theme is small enough to embed`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Themes/standard")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        #expect(try themeFile(name).utf8.count < 10_240, "\(name)")
    }
}

private func expect(_ token: String, on ground: String, atLeast limit: Double, _ tokens: [String: [Double]]) throws {
    let ratio = contrast(try #require(tokens[token]), try #require(tokens[ground]))
    #expect(ratio >= limit, "--\(token) on --\(ground) is \(ratio)")
}

/// WCAG 2: relative luminance of sRGB.
private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let luminances = [one, other].map { color in
        let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    return (luminances.max()! + 0.05) / (luminances.min()! + 0.05)
}
