"""Numbers of the static pages lead to the explorer, which then shows that many requests."""

import json
import re
import urllib.parse
from html import unescape

import pytest

from exploring import SETTLED, day, open_explorer, wait

NUMBER = re.compile(r'<a href="(?:\.\./)*explore\.html#([^"]+)">([0-9,]+)</a>')
BAR = re.compile(r'<a href="(?:\.\./)*explore\.html#([^"]+)" tabindex="-1"')


def largest(kind):
    report = json.loads((day()[1] / "report.json").read_text(encoding="utf-8"))
    return max(report[kind], key=lambda one: one["requests"] if kind == "endpoints" else one["count"])["page"]


def pages():
    return ["index.html", largest("endpoints"), largest("groups")]


@pytest.mark.parametrize("number", range(3))
def test_a_number_leads_to_as_many_requests(browser, number):
    text = (day()[1] / pages()[number]).read_text(encoding="utf-8")
    links = sorted({(unescape(fragment), int(said.replace(",", ""))) for fragment, said in NUMBER.findall(text)})
    assert links
    open_explorer(browser, day()[1].as_uri())
    wrong = []
    for fragment, said in links:
        browser.run("location.hash = arguments[0]", fragment)
        wait(browser, lambda: browser.run(SETTLED))
        state = browser.run("return [document.querySelector('.count-line').textContent, document.querySelectorAll('.explore-top .warn').length]")
        shown = int(re.sub("[^0-9]", "", state[0].split(" ")[0]))
        if shown != said or state[1]:
            wrong.append((fragment, said, shown))
    assert wrong == []


def test_bars_lead_to_their_stretch_of_time_or_of_latency(browser):
    for name in pages():
        fragments = [urllib.parse.unquote(unescape(one)) for one in BAR.findall((day()[1] / name).read_text(encoding="utf-8"))]
        assert fragments, name
        assert all("time=2026-03-12T" in one or "latency=" in one for one in fragments), name


def test_a_list_of_failures_leads_to_the_same_failures(browser):
    open_explorer(browser, day()[1].as_uri())
    # The first page of each list.
    lists = sorted(path for path in (day()[1] / "failures").glob("*.html") if re.fullmatch(r"stretch-\d+\.html|.*[a-z]\.html", path.name))
    wrong = []
    for path in lists:
        text = path.read_text(encoding="utf-8")
        said = int(re.sub("[^0-9]", "", re.search(r"<h1[^>]*>\s*([0-9,]+)", text).group(1)))
        [fragment] = re.findall(r'<a href="\.\./explore\.html#([^"]+)">As a chart</a>', text)
        browser.run("location.hash = arguments[0]", unescape(fragment))
        wait(browser, lambda: browser.run(SETTLED))
        shown = int(re.sub("[^0-9]", "", browser.run("return document.querySelector('.count-line').textContent").split(" ")[0]))
        if shown != said:
            wrong.append((path.name, said, shown))
    assert len(lists) > 10 and wrong == []
