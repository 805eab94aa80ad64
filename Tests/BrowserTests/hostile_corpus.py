"""Texts that try to be more than text. Each that could run something would set `window.pwned`."""

ACTIVE = [
    "<script>window.pwned=1</script>", "</script><script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>", "<svg><script>window.pwned=1</script></svg>", "<body onload=window.pwned=1>",
    "\"><script>window.pwned=1</script>", "' onmouseover='window.pwned=1", "\" autofocus onfocus=\"window.pwned=1",
    "<iframe src=\"javascript:window.pwned=1\">", "<iframe srcdoc=\"<script>window.pwned=1</script>\">", "<a href=javascript:window.pwned=1>x</a>",
    "[x](javascript:window.pwned=1)", "![x](javascript:window.pwned=1)", "[x]: javascript:window.pwned=1", "<javascript:window.pwned=1>",
    "[x](data:text/html,<script>window.pwned=1</script>)", "<object data=\"data:text/html,x\">", "<embed src=x>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//evil.example/x>", "<style>*{display:none}</style>", "</style>", "</title>",
    "</textarea>", "</pre>", "</code></pre>", "</section></main></body></html>", "]]>", "<![CDATA[x]]>", "<!--", "-->", "<!-- x -->", "<?xml x?>",
    "<!DOCTYPE html>", "<form action=//evil.example><input name=x>", "<details open ontoggle=window.pwned=1>", "<math><mi//xlink:href=x>",
    "<video><source onerror=window.pwned=1>", "javascript:window.pwned=1", "data:text/html,x", "//evil.example/x", "https://evil.example/x",
    "<https://evil.example/x>", "www.evil.example", "a@evil", "&lt;script&gt;", "&#60;script&#62;", "&amp;lt;", "&NewLine;", "&#x202e;",
    "\u2028window.pwned=1\u2029", "*/window.pwned=1/*", "';window.pwned=1;'", "\";window.pwned=1;\"", "`${window.pwned=1}`", "\\u003cscript\\u003e",
    "{{constructor.constructor('window.pwned=1')()}}", "{{heading}}", "{{{sentence}}}", "{{#rows}}", "{{/rows}}", "{{>layout}}", "{{=<% %>=}}", "${7*7}",
    "#{7*7}", "<%= 7*7 %>", "%s%n%x", "$(id)", "`id`", "; rm -rf ~", "'; DROP TABLE x; --", "../../../etc/passwd", "..\\..\\x", "file:///etc/passwd",
]

SPREADSHEET = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"//evil.example\")", "=cmd|' /C calc'!A0", "\t=1+1", "=\"a\"&\"b\""]

MARKDOWN = [
    "# x", "## x", "###### x", "#", "x #", "x\n===", "x\n---", "---", "***", "___", "> x", ">> x", "- x", "* x", "+ x", "1. x", "1) x", "10. x",
    "- [ ] x", "    x", "\tx", "```", "````", "~~~", "```js\nx\n```", "~~~\nx\n~~~", "`x`", "``x``", "` `", "x`", "`x", "*x*", "**x**", "_x_", "__x__",
    "***x***", "~~x~~", "[x](y)", "[x](<y z>)", "[x][y]", "[x]", "[x]: /y", "[x]: /y 'z'", "![x](y)", "![x](bar:0.5)", "![x](fault:gateway-4)",
    "[^x]", "[^x]: y", "<x@y>", "x  \ny", "x\\\ny", "\\", "\\\\", "\\*", "\\`", "\\|", "|", "x|y", "| x | y |", "|-|-|", "| x |\n|---|\n| y |",
    ":-:", "L1", "L1 | 0 | 0 | function | INFO | x", "::: x", "$x$", "$$x$$", "x\n\n# y", "x\n\n```\ny", "- x\n- y", "\n\n\n", "x\r\ny", "x\ry", "^x^",
    "==x==", ":smile:", "#1", "@user", "http://x.example/?a=b&c=d", "<b>", "</b>", "<b", "b>", "<", ">", "<>", "&", "&&", "a < b > c",
]

INVISIBLE = [
    "x\u202etxt.exe", "\u202ax\u202c", "\u2066x\u2069", "\u200bx", "x\u200dy", "\ufeffx", "\u00adx", "\u061cx", "\u2060x", "\u180ex", "\u200ex\u200f",
    "x\u0001y", "x\u0007y", "x\u0008y", "x\u000by", "x\u000cy", "x\u007fy", "x\u0085y", "\u001b[31mx\u001b[0m", "\u001b]0;x\u0007", "\u001b[2Jx",
    "\u009b31mx", "x\ufffey", "x\U000e0041y", "x\u0000y", "e\u0301", "x\u0334\u0335y", "\u3164x", "ｘ＜ｓ＞", "‮", "日本語", "👩‍💻", "İı", "ﬁ", "ß",
]

PLATFORM = [
    "START RequestId: 00000000-0000-4000-8000-000000000001 Version: 1", "END RequestId: 00000000-0000-4000-8000-000000000001",
    "REPORT RequestId: 00000000-0000-4000-8000-000000000001\tDuration: 1.00 ms", "Task timed out after 3.00 seconds",
    "RequestId: 00000000-0000-4000-8000-000000000001 Error: Runtime exited with error: signal: killed", "INIT_START Runtime Version: x",
    "{\"type\":\"platform.report\",\"record\":{}}", "(00000000-0000-4000-8000-000000000001) Method completed with status: 500",
    "Execution failed due to configuration error: x", "{", "}", "{}", "[]", "{\"a\":", "\"", "'", "\"\"", "null", "true", "0", "-", "NaN", "1e999",
]

MARKS = "`*_[]<\\|&!#~"


def _texts():
    """Each once, and each with a word of its own, so that it can be found again."""
    plain = ACTIVE + SPREADSHEET + MARKDOWN + INVISIBLE + PLATFORM
    pairs = [f"{left}{right}x{left} y{right}" for left in MARKS for right in MARKS]
    unique = list(dict.fromkeys(plain + pairs))
    return [f"{text}w{number}w" for number, text in enumerate(unique)]


TEXTS = _texts()
