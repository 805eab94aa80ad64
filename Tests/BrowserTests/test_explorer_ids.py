"""Any request is found by the id that its gateway gave it: failures by the whole id, others by its first six digits, and that is said."""

import gzip
import json
import re

import pytest

from exploring import day, open_explorer, settled, wait
from planted_night import START, build

ROW = re.compile(r'\\"requestId\\":\\"([0-9a-f-]{36})\\",[^{}]*?\\"status\\":\\"(\d+)\\"')
CALLOUT = "return document.querySelector('.explore-top .callout')?.textContent ?? ''"


def healthy():
    """Ids of requests of the day that its REST API answered well, as its access log has them."""
    failed = {one["request"]["id"] for one in map(json.loads, (day()[1] / "failures.ndjson").read_text(encoding="utf-8").splitlines()) if one["request"]}
    found = []
    for path in sorted((day()[0] / "logs/subscription").glob("API-Gateway-Access-Logs*/**/*")):
        if path.is_file():
            data = path.read_bytes()
            text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
            found += [identifier for identifier, status in ROW.findall(text) if int(status) < 400 and identifier not in failed]
    return found


def ask(browser, identifier):
    """What is shown for an id in the box among the filters; the lookup of ids may draw it anew at any time."""
    browser.run(
        "const box = document.querySelector('fieldset[data-key=\"id\"] input'); box.value = arguments[0]; box.dispatchEvent(new Event('change'));",
        identifier,
    )
    wait(browser, lambda: identifier in browser.run("return decodeURIComponent(location.hash)"))
    return settled(browser)


def test_the_whole_id_of_a_request_that_did_not_fail_finds_it(browser):
    ids = healthy()
    assert len(ids) > 1000
    open_explorer(browser, day()[1].as_uri())
    for identifier in ids[:: len(ids) // 8]:
        state = ask(browser, identifier)
        alike = sum(one[:6] == identifier[:6] for one in ids)
        assert state["rows"] >= alike and state["failures"] == 0
        assert f"and {state['rows']} request" in browser.run(CALLOUT) and f"with {identifier[:6]}" in browser.run(CALLOUT)
        assert all(row[-1] == identifier[:6] + "…" and row[1] < "400" for row in state["first"])


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    """Two healthy requests and a failing one, all of whose ids begin alike, and a healthy one with an id of another kind."""
    folder = tmp_path_factory.mktemp("twins")
    ids = [("3f2a91bc-0000-4000-8000-000000000001", 200), ("3f2a91de-0000-4000-8000-000000000002", 200), ("3f2a91ff-0000-4000-8000-000000000003", 504)]
    rows = [
        {"requestId": identifier, "requestTimeEpoch": str(START + place * 1000), "httpMethod": "GET", "resourcePath": "/twins", "path": "/prod/twins",
         "status": str(status), "responseLatency": "20", "apiId": "a1b2c3", "stage": "prod"}
        for place, (identifier, status) in enumerate([*ids, ("JKJaXmPLvHcESHA=", 200)])
    ]
    (folder / "logs").mkdir()
    (folder / "logs/access.json").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return build(folder)[0].as_uri()


def test_two_requests_with_the_same_six_digits_are_both_shown_and_that_is_said(browser, twins):
    open_explorer(browser, twins)
    state = ask(browser, "3f2a91bc-0000-4000-8000-000000000001")
    assert (state["rows"], state["failures"]) == (2, 0)
    assert browser.run(CALLOUT) == (
        "Found by the start of the id. Of requests that did not fail the first six digits of the id are kept, and 2 requests begin with 3f2a91.")
    # Six digits say no more than what is kept: nothing to tell.
    assert ask(browser, "3f2a91")["rows"] == 3 and browser.run(CALLOUT) == ""


def test_the_whole_id_of_a_failure_finds_it_alone(browser, twins):
    open_explorer(browser, twins)
    ask(browser, "3f2a91ff-0000-4000-8000-000000000003")
    # The index of ids answers after the first drawing.
    wait(browser, lambda: browser.run("return document.querySelector('.count-line').textContent").startswith("1 row, 1 failure"))
    assert browser.run(CALLOUT) == ""


def test_an_id_that_is_no_uuid_finds_its_request(browser, twins):
    open_explorer(browser, twins)
    state = ask(browser, "JKJaXmPLvHcESHA=")
    assert (state["rows"], state["failures"]) == (1, 0)
    assert "a short hash of the id is kept, which 1 request has" in browser.run(CALLOUT)


def test_the_box_in_the_head_of_each_page_leads_on_to_the_explorer(browser, twins):
    browser.driver.get(f"{twins}/endpoints/index.html")
    browser.driver.find_element("css selector", ".find input").send_keys("3f2a91de-0000-4000-8000-000000000002")
    link = "return [...document.querySelectorAll('.found a')].find((one) => one.textContent === 'Look among all requests')?.href ?? null"
    wait(browser, lambda: (browser.run(link) or "").endswith("#id=3f2a91de-0000-4000-8000-000000000002"))
    browser.driver.get(browser.run(link))
    assert settled(browser)["rows"] == 2
