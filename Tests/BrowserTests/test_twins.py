"""Markdown twins where Markdown is read: GitHub's flavour has every table, plain CommonMark loses looks and never content."""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from site_pages import SITE, kinds

# The page's own words about its furniture stand in no twin.
PAGE = """
const main = document.getElementById("main").cloneNode(true);
for (const node of main.querySelectorAll("svg, button, .permalink, .log thead, summary, .log .n, .frames .n, .chart .legend, .twin-legend, .chart-words, .pm"))
  node.remove();
for (const node of main.querySelectorAll("*")) { node.prepend(" "); node.append(" "); }
const words = main.textContent;
return {words, tables: main.querySelectorAll("table:not([role])").length, code: main.querySelectorAll("pre").length};
"""


class Text(HTMLParser):
    """The text of a rendered twin and how many elements of each name it has."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.text, self.counts = [], {}
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.text += [value for name, value in attributes if name == "alt"]

    def handle_data(self, data):
        self.text.append(data)


def words(text):
    return set(re.findall(r"\w+", text))


def test_twins_hold_every_word_and_table_of_their_pages(browser):
    wrong = {}
    for name in kinds():
        twin = (SITE / name).with_suffix(".md")
        if not twin.exists():
            assert name == "explore.html"
            continue
        browser.driver.get((SITE / name).as_uri())
        page = browser.run(PAGE)
        source = twin.read_text(encoding="utf-8")
        plain = Text(MarkdownIt("commonmark").render(source))
        github = Text(MarkdownIt("commonmark").enable("table").render(source))
        for flavour, read in (("plain", plain), ("github", github)):
            lost = words(page["words"]) - words(" ".join(read.text))
            if lost:
                wrong[f"{name} in {flavour}"] = sorted(lost)[:20]
        if github.counts.get("table", 0) != page["tables"]:
            wrong[f"{name}: tables"] = (github.counts.get("table", 0), page["tables"])
    assert wrong == {}, wrong


def test_twins_hold_no_leftovers_of_the_page():
    for twin in sorted(SITE.rglob("*.md")):
        text = twin.read_text(encoding="utf-8")
        outside = re.sub(r"^(`{3,})[^\n]*\n.*?^\1$", "a block", text, flags=re.S | re.M)
        assert not re.search(r"\]\((bar|spark|nights|stack|fault|swatch):", outside), twin
        assert not re.search(r"\{\{|\}\}", re.sub(r"`[^`\n]*`", "", outside)), twin
        assert "\n\n\n" not in outside, twin
