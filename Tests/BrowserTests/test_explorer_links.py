"""Numbers and bars of the static pages lead to the explorer, which then shows the same."""

import json
import re
from html import unescape

import pytest

from exploring import day, follow, open_explorer

LINK = re.compile(r'<a href="(?:\.\./)*explore\.html#([^"]+)">(.*?)</a>', re.S)
BAR = re.compile(r'<a href="(?:\.\./)*explore\.html#([^"]+)" tabindex="-1">(?:<g><title>([^<]*)</title>)?', re.S)
NUMBER = re.compile(r"[0-9][0-9,]*")
# Links that name no number.
WORDS = {"its requests as a chart and a list", "As a chart", "any"}
SECONDS = {"ms": 0.001, "s": 1, "min": 60, "h": 3600}


def report():
    return json.loads((day()[1] / "report.json").read_text(encoding="utf-8"))


def largest(kind, count, condition=lambda one: True):
    return max(filter(condition, report()[kind]), key=lambda one: one[count])["page"]


def failure():
    """One that belongs to the largest group."""
    lines = (day()[1] / "failures.ndjson").read_text(encoding="utf-8").splitlines()
    group = max(report()["groups"], key=lambda one: one["count"])["id"]
    return next(one["page"] for one in map(json.loads, lines) if one["group"] == group)


def pages():
    """One of each kind, the largest, and the lists of all."""
    return {
        "overview": "index.html", "endpoint": largest("endpoints", "requests"), "function": largest("functions", "invocations"),
        "failing function": largest("functions", "errors"), "group": largest("groups", "count"),
        "group of a function": largest("groups", "count", lambda one: one["functions"] and one["endpoints"]),
        "endpoints": "endpoints/index.html", "functions": "functions/index.html", "failure": failure(),
    }


def text(kind):
    return (day()[1] / pages()[kind]).read_text(encoding="utf-8")


def visible(html):
    return unescape(re.sub("<[^>]*>", "", html)).replace("\u00a0", " ").strip()


def count(words):
    return int(NUMBER.search(words).group().replace(",", ""))


def milliseconds(words):
    """`p95 1,842 ms`, `29.5 s`, `2 min 5 s`, and `1,842` in a column of milliseconds."""
    units = re.findall(r"([0-9][0-9,.]*) (ms|s|min|h)\b", words)
    if not units:
        return float(count(words))
    return 1000 * sum(float(number.replace(",", "")) * SECONDS[unit] for number, unit in units)


def differs(fragment, words, shown):
    """What the link says against what the explorer shows; None when they agree."""
    if shown["warned"]:
        return "not understood"
    if "measure=p" in fragment:
        said, found = milliseconds(words), milliseconds(shown["legend"][0])
        # The explorer's histogram is 0.8 % coarse and in whole milliseconds; a page rounds to three digits at the least.
        return None if abs(said - found) <= 1 + 0.02 * said else found
    if "sort=-latency" in fragment:
        return None if abs(milliseconds(words) - shown["slowest"]) <= 1 else shown["slowest"]
    return None if shown["rows"] == count(words) else shown["rows"]


@pytest.mark.parametrize("kind", ["overview", "endpoint", "function", "failing function", "group", "group of a function", "endpoints", "functions", "failure"])
def test_a_number_leads_to_what_it_says(browser, kind):
    links = sorted({(unescape(fragment), visible(words)) for fragment, words in LINK.findall(text(kind))})
    links = [(fragment, words) for fragment, words in links if words not in WORDS]
    assert links
    open_explorer(browser, day()[1].as_uri())
    shown = follow(browser, [fragment for fragment, _ in links])
    found = [(fragment, words, differs(fragment, words, one)) for (fragment, words), one in zip(links, shown)]
    assert [one for one in found if one[2] is not None] == []


@pytest.mark.parametrize("kind", ["overview", "endpoint", "function", "failing function", "group"])
def test_a_bar_leads_to_what_it_draws(browser, kind):
    bars = sorted({(unescape(fragment), visible(title)) for fragment, title in BAR.findall(text(kind))})
    assert bars
    open_explorer(browser, day()[1].as_uri())
    shown = follow(browser, [fragment for fragment, _ in bars])
    wrong = []
    for (fragment, title), one in zip(bars, shown):
        said, _, values = title.partition(": ")
        if "What clients saw" in title or title.endswith((" ms", " MB")) or not title:
            # Errors of clients and of functions, or the longest run: no count of rows, but there are some.
            agrees = one["rows"] > 0
        elif values:
            # "02:10–02:15: 5xx 14, 4xx 87"; a layer's causes are named between the two.
            agrees = one["rows"] == sum(int(number.replace(",", "")) for number in re.findall(r" ([0-9][0-9,]*)(?=,|$)", values))
        else:
            agrees = one["rows"] == count(said)
        if not agrees or one["warned"]:
            wrong.append((fragment, title, one["rows"]))
    assert wrong == []


def test_every_kind_of_number_is_linked():
    """What the walks above would pass for want of links."""
    for kind, kinds in {
        "overview": ["client=answered", "cause=", "class=5xx", "measure=p95", "outcome=", "layer=gateway", "time="],
        "endpoint": ["start=cold", "version=", "measure=p50", "measure=p99", "sort=-latency", "source=", "agent=", "latency=", "layer="],
        "function": ["version=", "outcome=failed", "cause=", "time=", "start=cold", "client=failed"],
        "group of a function": ["group=", "endpoint=", "status=", "version=", "function=", "time="],
    }.items():
        links = [unescape(fragment) for fragment, _ in LINK.findall(text(kind)) + BAR.findall(text(kind))]
        assert [one for one in kinds if not any(one in link for link in links)] == [], kind


def test_a_list_of_failures_leads_to_the_same_failures(browser):
    # The first page of each list.
    lists = []
    for path in sorted(path for folder in ("failures", "endpoints", "functions", "groups") for path in (day()[1] / folder).glob("*.html")):
        html = path.read_text(encoding="utf-8")
        links = re.findall(r'<a href="\.\./explore\.html#([^"]+)">As a chart</a>', html)
        heading = visible(re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S).group(1))
        if links:
            lists.append((path.name, unescape(links[0]), count(heading)))
    open_explorer(browser, day()[1].as_uri())
    shown = follow(browser, [fragment for _, fragment, _ in lists])
    wrong = [(name, said, one["rows"]) for (name, _, said), one in zip(lists, shown) if one["rows"] != said]
    assert len(lists) > 40 and wrong == []
