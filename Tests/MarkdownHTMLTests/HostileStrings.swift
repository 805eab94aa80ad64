// Texts that a log may hold and that try to be more than text.

let hostileStrings: [String] =
    markupStrings + blockStrings + inlineStrings + invisibleStrings + separatorStrings + harmlessStrings
    + pairs(of: ["`", "*", "_", "[", "]", "<", "\\", "|", "&", "!", "#", "~"])

/// Every two of the characters side by side, around a word.
private func pairs(of characters: [String]) -> [String] {
    characters.flatMap { left in characters.map { right in "\(left)\(right)a\(left) b\(right)" } }
}

private let markupStrings = [
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "<b>bold</b>", "<a href='x'>", "<!-- comment -->",
    "<![CDATA[x]]>", "<?php x ?>", "<!DOCTYPE html>", "</section></main>", "<svg onload=alert(1)>", "<style>*{}</style>", "<",
    ">", "<>",
    "a < b > c", "\"><script>", "' onmouseover='x", "<iframe src=\"javascript:alert(1)\">", "<http://example.com>",
    "<a@example.com>",
    "http://example.com/?a=b&c=d", "javascript:alert(1)", "&lt;b&gt;", "&amp;", "&#60;", "&#x3C;script&#x3E;", "&nbsp;", "&copy",
    "&", "&&",
    "AT&T", "&;", "&#0;", "&#32;", "a&b;",
]

private let blockStrings = [
    "# heading", "#", "##", "####### seven", "#hash", "a #", "a # #", "issue #5", "- item", "-", "--", "---", "- - -", "* item",
    "*", "***",
    "+ item", "+", "1. one", "1.", "1) one", "12345678901. x", "0) x", "2024. year", "3.14", "10.0.0.1", "> quote", ">", ">>> x",
    "```", "````\n```",
    "~~~", "~~~ js", "```js\ncode\n```", "`````", "===", "=", "a\n===", "a\n---", "[foo]: /url", "[foo]: /url \"title\"",
    "    indented", "\tindented",
    " leading", "trailing ", "  two  ", "trailing\\", "a  \nb", "a\\\nb", "|", "| a | b |\n| - | - |", "a | b", "--- | ---",
    ":-:", "| --- |", ":---",
    "***bold***", "___", "__init__", "***\n***", "\n", "\n\n", "a\n\nb", "a\r\nb", "a\rb", "a\n\n# b", "a\n    code",
    "- [ ] task", "^1", "[^1]: note", ". dot", ")",
    "(a)", "1\\. x", "\u{00A0}nbsp", "--help", "-1", "+1", "=x",
]

private let inlineStrings = [
    "*emphasis*", "**strong**", "_emphasis_", "__strong__", "a*b*c", "snake_case_name", "_x", "x_", "*", "**", "a * b", "`code`",
    "``co`de``", "`", "``",
    "a`b", "`a", "a`", "` `", " ` ", "[text](url)", "[text]", "[text][ref]", "![alt](src)", "![alt](bar:0.5)", "!", "![", "a!",
    "[", "]", "](", "](x)",
    "[a](<b>)", "[a](javascript:alert(1))", "[[[[", "]]]]", "\\", "\\\\", "\\*", "\\`", "\\|", "a\\|b", "\\<b>", "\\&amp;",
    "~~strike~~", "~", "::", "$x$",
    "@user", "{{x}}", "{{{x}}}", "{{#a}}{{/a}}", "%s %d", "\"quoted\"", "'single'", "a -- b", "a --- b", "...", "(c)", "```a``b`",
    "|`|`|", "`|`", "a\\`b`",
    "C:\\Users\\x", "{\"a\": [1, 2], \"b\": \"<c>\"}", "SELECT * FROM a WHERE b <> 'c'", "at f (a.js:1:2)", "500", "New", "L17",
    "**500**",
]

private let invisibleStrings = [
    "\u{0}", "a\u{0}b", "\u{1}\u{2}", "\u{7F}", "\u{85}", "\u{AD}", "\u{202E}txt.exe", "a\u{202A}b\u{202C}", "\u{2066}x\u{2069}",
    "\u{200B}", "a\u{200D}b", "\u{FEFF}x",
    "\u{2028}", "\u{2029}", "\u{061C}", "\u{E0041}", "\u{1B}[31mred\u{1B}[0m", "a\u{8}b", "a\u{B}b\u{C}c", "\u{2060}",
    "a \(String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)) b",
]

private let separatorStrings = [
    "a — b", "—", "— a", "a —", "a — b — c", " — ", "a · b", "L17 — x — y", "[user#7]", "‹n›", "‹", "[user#", "›",
    "2024-06-04 02:17:43.512 UTC",
]

private let harmlessStrings = [
    "", " ", "a", "é", "日本語", "👩‍💻", "e\u{301}", "Ω≈ç√∫", "0", "99.5 %", "GET /users/{id}", "connect ECONNREFUSED 10.0.0.1:5432",
    String(repeating: "x", count: 3000),
    String(repeating: "`", count: 80), String(repeating: "[", count: 500), String(repeating: "*", count: 500),
]

/// What a page shows of a value: hiding characters by their number.
func shown(_ value: String) -> String {
    var result = ""
    for scalar in value.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: result.unicodeScalars.append(scalar)
        case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF, 0xE0000...0xE007F:
            result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

func onOneLine(_ value: String) -> String {
    shown(value).replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
}
