"""What the script adds: copying, unfolding, the reader's time zone, finding an id."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from site_pages import SITE, failures


@pytest.fixture
def failure():
    return next(one for one in failures() if one["invocation"] and one["request"] and one["error"] and len(one["verdict"]["proof"]) > 0)


@pytest.fixture
def page(browser, server, failure):
    browser.driver.execute_cdp_cmd(
        "Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": server}
    )
    browser.driver.get(f"{server}/{failure['page']}")
    return browser


def press(browser, label):
    [button] = [one for one in browser.driver.find_elements(By.CSS_SELECTOR, ".twins button") if one.text == label]
    button.click()
    return button


def clipboard(browser):
    return browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0], (e) => arguments[0](String(e)))")


def copied(browser, label):
    button = press(browser, label)
    WebDriverWait(browser.driver, 60).until(lambda _: button.text == "Copied")
    return clipboard(browser)


def test_the_link_is_copied(page):
    assert copied(page, "Copy link") == page.driver.current_url


def test_the_answer_is_copied_as_text(page, failure):
    text = copied(page, "Copy text")
    assert failure["verdict"]["sentence"].split(";")[0] in text
    assert text.endswith(page.driver.current_url)


def test_the_answer_is_copied_as_markdown(page):
    text = copied(page, "Copy Markdown")
    assert text.startswith("**[")
    assert f"](<{page.driver.current_url}>)**\n\n" in text
    assert "\n- `" in text


def test_all_unfolds_and_folds(page):
    folds = "return [...document.querySelectorAll('main details')].filter((one) => one.open).length"
    before = page.run("return document.querySelectorAll('main details').length")
    assert before > 0
    press(page, "Unfold all")
    assert page.run(folds) == before
    press(page, "Fold all")
    assert page.run(folds) == 0


def test_times_turn_to_the_reader_s_zone_and_back(page):
    times = "return [...document.querySelectorAll('main time, .log td.t')].map((one) => one.textContent)"
    written = page.run(times)
    page.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": "Asia/Kolkata"})
    page.driver.refresh()
    press(page, "Your time zone")
    local = page.run(times)
    assert local[0].endswith("+05:30")
    assert all(one != other for one, other in zip(written, local))
    press(page, "Time zone of the report")
    assert page.run(times) == written
    page.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": "UTC"})


@pytest.mark.parametrize("place", ["served", "disk"])
def test_an_id_is_found_by_keyboard(browser, server, failure, place):
    trace = next((one for one in failures() if one["request"] and one["request"]["traceId"]), None)
    wanted = [(failure["request"]["id"], failure), (failure["invocation"]["id"], failure), (failure["id"], failure)]
    if trace:
        wanted.append((trace["request"]["traceId"], trace))
    for identifier, of in wanted:
        browser.driver.get(f"{server}/coverage.html" if place == "served" else (SITE / "coverage.html").as_uri())
        box = browser.driver.find_element(By.CSS_SELECTOR, ".find input")
        box.send_keys(identifier)
        offered = "return [...document.querySelectorAll('.found a')].map((one) => one.textContent)"
        WebDriverWait(browser.driver, 60).until(lambda _: identifier in browser.run(offered))
        box.send_keys(Keys.ENTER)
        WebDriverWait(browser.driver, 60).until(lambda driver: driver.current_url.endswith(of["page"]))


def test_the_start_of_an_id_is_enough_and_a_stranger_is_told(browser, failure):
    browser.driver.get((SITE / "index.html").as_uri())
    box = browser.driver.find_element(By.CSS_SELECTOR, ".find input")
    found = browser.driver.find_element(By.CSS_SELECTOR, ".found")
    box.send_keys(failure["invocation"]["id"][:8])
    WebDriverWait(browser.driver, 60).until(lambda _: failure["invocation"]["id"] in found.text)
    box.send_keys(Keys.ESCAPE)
    assert not found.is_displayed()
    box.send_keys("zzzzzzzz")
    WebDriverWait(browser.driver, 60).until(lambda _: "No failure of this report" in found.text)
    box.send_keys(Keys.ESCAPE, "ab")
    WebDriverWait(browser.driver, 60).until(lambda _: "at least four" in found.text)
