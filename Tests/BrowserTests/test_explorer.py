"""The explorer from a disk and over nginx: a question answered by clicks, its requests, one failure, and back."""

import json

import pytest
from selenium.webdriver.common.keys import Keys

from exploring import click, day, open_explorer, settled, wait
from nginx import Nginx


@pytest.fixture(scope="module")
def nginx():
    running = Nginx(day()[1])
    yield running.address
    running.quit()


@pytest.fixture(params=["disk", "nginx"])
def address(request):
    return day()[1].as_uri() if request.param == "disk" else request.getfixturevalue("nginx")


def failures():
    return [json.loads(line) for line in (day()[1] / "failures.ndjson").read_text(encoding="utf-8").splitlines()]


def choose(browser, facet, value):
    browser.run(
        "const [facet, value] = arguments; const boxes = [...document.querySelectorAll(`fieldset[data-key=\"${facet}\"] input`)];"
        "boxes.find((box) => box.dataset.value === value).click();",
        facet,
        value,
    )
    return settled(browser)


def type_into(browser, facet, name, text):
    selector = f'fieldset[data-key="{facet}"] input[data-name="{name}"]'
    box = browser.driver.find_element("css selector", selector)
    box.clear()
    box.send_keys(text, Keys.ENTER)
    return settled(browser)


def test_status_codes_of_an_endpoint_between_noon_and_one(browser, address):
    browser.console()
    open_explorer(browser, address)
    choose(browser, "endpoint", "GET /users/{id}")
    type_into(browser, "time", "from", "12:00")
    type_into(browser, "time", "until", "13:00")
    browser.run("const split = document.querySelector('select[data-set=by]'); split.value = 'status'; split.dispatchEvent(new Event('change'));")
    asked = settled(browser)
    assert asked["chips"] == ["time 12:00–13:00", "endpoint GET /users/{id}"]
    assert asked["bars"] > 0

    wanted = [one for one in failures() if one["endpoint"] == "GET /users/{id}" and "T12:" in one["time"]]
    assert asked["failures"] == len(wanted) > 0
    said = {entry[:3]: int(entry[3:].replace(",", "")) for entry in asked["legend"]}
    assert sum(said.values()) == asked["rows"]
    for status in {one["request"]["status"] for one in wanted}:
        assert said[str(status)] == sum(one["request"]["status"] == status for one in wanted)

    click(browser, '.rows-tools [data-set="view=requests"]')
    listed = settled(browser)
    assert listed["chips"] == asked["chips"] and listed["rows"] == asked["rows"]
    assert all("GET /users/{id}" in row[2] for row in listed["first"])
    click(browser, '.grid thead a[href*="sort=status"]')
    settled(browser)
    click(browser, '.grid thead a[href*="sort=-status"]')
    worst = settled(browser)
    assert worst["first"][0][1] == str(max(one["request"]["status"] for one in wanted))

    browser.driver.find_element("css selector", "table.grid").send_keys(Keys.ENTER)
    wait(browser, lambda: "/failures/" in browser.driver.current_url)
    assert any(browser.driver.current_url.endswith(one["page"]) for one in wanted)
    browser.driver.back()
    back = settled(browser)
    assert back["fragment"] == worst["fragment"]
    assert back["chips"] == asked["chips"] and back["rows"] == asked["rows"]
    assert browser.console() == []


def test_back_and_forward_walk_through_the_filters(browser, address):
    open_explorer(browser, address)
    first = choose(browser, "class", "5xx")
    second = choose(browser, "cause", "handled-error")
    browser.driver.back()
    wait(browser, lambda: browser.run("return location.hash.slice(1)") == first["fragment"])
    assert settled(browser) == first
    browser.driver.forward()
    wait(browser, lambda: browser.run("return location.hash.slice(1)") == second["fragment"])
    assert settled(browser) == second


def test_what_a_link_says_beyond_the_known_is_told_and_the_rest_holds(browser, address):
    state = open_explorer(browser, address, "class=5xx&colour=red&status=%E0%A4%A")
    told = browser.run("return document.querySelector('.explore-top .callout').textContent")
    assert "colour=red" in told and "%E0%A4%A" in told
    assert state["chips"] == ["client got 5xx"]


def test_a_chip_is_turned_round_and_dropped(browser, address):
    every = open_explorer(browser, address)["rows"]
    wanted = choose(browser, "class", "5xx")["rows"]
    click(browser, ".chip .verb")
    turned = settled(browser)
    assert turned["chips"] == ["client did not get 5xx"] and turned["rows"] == every - wanted
    click(browser, ".chip .drop")
    assert settled(browser)["rows"] == every


def test_a_bar_narrows_the_filter(browser, address):
    state = open_explorer(browser, address, "class=5xx")
    browser.run("document.querySelector('.explore-chart .plot a').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    wait(browser, lambda: "time=" in browser.run("return location.hash"))
    narrowed = settled(browser)
    assert 0 < narrowed["rows"] < state["rows"]
    assert any(chip.startswith("time ") for chip in narrowed["chips"])


def test_an_id_leads_to_its_request(browser, address):
    one = next(one for one in failures() if one["request"] and one["invocation"] and one["request"]["traceId"])
    for identifier in (one["request"]["id"], one["invocation"]["id"], one["request"]["traceId"], one["id"]):
        open_explorer(browser, address)
        browser.run("location.hash = ExploreQuery.print(ExploreQuery.withValues(ExploreQuery.empty(), 'id', [arguments[0]]))", identifier)
        wait(browser, lambda: browser.run("return document.querySelector('.count-line').textContent").startswith("1 row"))
        page = browser.run("return document.querySelector('.grid tbody a').getAttribute('href')")
        assert page == one["page"]


def test_the_keyboard_walks_the_rows_and_opens_a_healthy_one_in_place(browser, address):
    open_explorer(browser, address, "class=2xx&-failed=yes&view=requests")
    grid = browser.driver.find_element("css selector", "table.grid")
    grid.send_keys(Keys.END)
    state = settled(browser)
    last = "return document.querySelector('.grid tr.active')?.getAttribute('aria-rowindex')"
    assert browser.run(last) == str(state["rows"] + 1)
    grid.send_keys(Keys.HOME, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP)
    assert browser.run(last) == "3"
    grid.send_keys(Keys.ENTER)
    opened = browser.run("return document.querySelector('.grid tr.opened').textContent")
    assert "status200" in opened or "status201" in opened or "status202" in opened or "status204" in opened
    assert browser.run("return document.querySelectorAll('.grid tbody tr').length") < 60


def test_rows_chart_and_drawing_are_saved(browser, address):
    state = open_explorer(browser, address, "class=5xx")
    browser.run(
        "window.saved = []; const make = Blob; window.Blob = class extends make { constructor(parts, options) { super(parts, options); saved.push([options.type, parts.join('')]); } };"
        "HTMLAnchorElement.prototype.click = function () {};"
        "for (const button of document.querySelectorAll('.rows-tools button')) button.click();"
    )
    saved = dict(browser.run("return window.saved.map(([type, text], place) => [type + place, text])"))
    drawing, numbers, csv, ndjson = [saved[key] for key in sorted(saved, key=lambda key: int(key[-1]))]
    assert drawing.startswith("<svg") and "class=" not in drawing and "<defs>" in drawing
    assert len(csv.splitlines()) == state["rows"] + 1 and len(ndjson.splitlines()) == state["rows"]
    assert sum(int(cell) for line in numbers.splitlines()[1:] for cell in line.split(",")[1:]) == state["rows"]
    assert all(500 <= json.loads(line)["status"] < 600 for line in ndjson.splitlines())


def test_without_scripts_the_page_names_the_static_lists(browser_without_scripts, address):
    browser_without_scripts.driver.get(f"{address}/explore.html")
    text = browser_without_scripts.run("return document.getElementById('main').textContent")
    assert "no server is asked" in text
    links = browser_without_scripts.run("return [...document.querySelectorAll('#without-the-explorer li a')].map((one) => one.getAttribute('href'))")
    assert "failures/index.html" in links and "failures.ndjson" in links
    assert all((day()[1] / link).is_file() for link in links)
