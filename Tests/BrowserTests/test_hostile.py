"""Hostile texts in every place: on every page they are text, nothing of them runs, and each can be read."""

import json
import re

import pytest

from hostile_corpus import TEXTS
from planted_night import PLACES, build, write_night
from site_pages import SITE, kinds

HIDING = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)


SHOWN_AS = (
    "{}", "api {}", "stage {}", "/r/{}", "/prod/r?q={}", "agent {}", "said {}", "fn {}", "[7]{}", "plain {}", "told {}", "Type {}",
    "message {}", "at {} (/var/task/index.js",
)
"""How the page of a failure shows the text in each of its places."""


def shown(value):
    """What a page shows of a value: hiding characters by their number. White space is left out: lines of a log are elements."""
    visible = HIDING.sub(lambda found: f"\\u{{{ord(found.group()):X}}}", value)
    return re.sub(r"[ \t\r\n\xa0]", "", visible)


LOOK = """
const names = new Set(), addresses = [];
for (const element of document.querySelectorAll("*")) {
    names.add(element.localName);
    for (const attribute of element.attributes) names.add(element.localName + " " + attribute.name);
    for (const key of ["href", "src", "action", "data", "srcdoc", "formaction", "xlink:href"]) {
        if (element.hasAttribute(key)) addresses.push(element.getAttribute(key));
    }
}
return [typeof window.pwned, [...names], addresses.filter(a => /^\\s*([a-z][a-z0-9+.-]*:|\\/\\/)/i.test(a)), document.title];
"""
"""Whether something ran, the elements and attributes of the page, addresses that name a scheme or a host, the title."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    write_night(folder, TEXTS)
    site, done = build(folder)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return site, done


@pytest.fixture(scope="module")
def by_request(built):
    lines = (built[0] / "failures.ndjson").read_text(encoding="utf-8").rstrip("\n").split("\n")
    failures = [json.loads(line) for line in lines]
    return {failure["request"]["id"]: failure["page"] for failure in failures}


def test_there_are_three_hundred_texts_in_every_place(built, by_request):
    assert len(TEXTS) >= 300 and len(set(TEXTS)) == len(TEXTS) and len(PLACES) == len(set(PLACES)) >= 17
    assert len(by_request) == 2 * len(TEXTS)


def test_no_page_does_anything_but_show_them(built, browser):
    """Every page, opened: nothing ran, nothing opened, every element and attribute is one that the sample site has, too."""
    site, _ = built
    browser.console()
    allowed = set()
    for name in kinds():
        browser.driver.get((SITE / name).as_uri())
        allowed.update(browser.run(LOOK)[1])
    wrong = {}
    for path in sorted(site.rglob("*.html")):
        browser.driver.get(path.as_uri())
        ran, names, addresses, title = browser.run(LOOK)
        if ran != "undefined" or set(names) - allowed or addresses or not title:
            wrong[path.relative_to(site).as_posix()] = (ran, sorted(set(names) - allowed), addresses[:3])
    assert wrong == {}
    assert [message for message in browser.console() if "favicon" not in message] == []


def test_each_text_can_be_read_on_its_page(built, by_request, browser):
    site, _ = built
    missing = {}
    for number, value in enumerate(TEXTS):
        browser.driver.get((site / by_request[f"{number} {value}"]).as_uri())
        told = shown(browser.run("return document.body.textContent"))
        # Values of fields stand in quotes when they have blanks in them, and their own quotes then have backslashes.
        told += told.replace('\\"', '"')
        lost = [
            place for place in SHOWN_AS if not all(shown(line) in told for line in re.split(r"[\r\n]+", place.format(value)))
        ]
        if lost:
            missing[value] = lost
    assert missing == {}


def test_files_of_the_site_have_plain_names_and_stay_in_it(built):
    site, _ = built
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert [name for name in names if not re.fullmatch(r"[A-Za-z0-9._/-]+", name)] == []


def test_data_for_machines_is_what_it_says(built):
    site, _ = built
    json.loads((site / "report.json").read_text(encoding="utf-8"))
    for shard in site.rglob("*.js"):
        source = shard.read_text(encoding="utf-8")
        assert "</script" not in source and "\u2028" not in source and "\u2029" not in source, shard
    for chart in site.rglob("*.svg"):
        source = chart.read_text(encoding="utf-8")
        assert "<script" not in source and "]]>" not in source and "</style>w" not in source, chart


def test_the_terminal_gets_no_control_characters(built):
    _, done = built
    said = (done.stdout + done.stderr).decode()
    assert len(said.splitlines()) > len(TEXTS)
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", said) == []
