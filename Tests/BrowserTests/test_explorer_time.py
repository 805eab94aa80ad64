"""A window of time is chosen by a drag over the strip of the whole range, by a finger, and by keyboard alone."""

import json
import re

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from exploring import day, open_explorer, settled, wait


def strip(browser):
    """The strip of the whole range, brought into sight: where it is."""
    return browser.run(
        "const strip = document.querySelector('.strip-of-range'); strip.scrollIntoView({block: 'center', behavior: 'instant'});"
        "const { left, top, width } = strip.getBoundingClientRect(); return { left, top, width };"
    )


def window(browser):
    """The times of the filter as they stand in the address."""
    return browser.run("return ExploreQuery.values(ExploreQuery.parse(location.hash).state, 'time')[0] ?? null")


def minutes(time):
    hour, minute = re.search(r"T(\d\d):(\d\d)", time).groups()
    return int(hour) * 60 + int(minute)


def is_near(window, from_hour, until_hour):
    """The strip is some thousand pixels wide, a minute or less each; its last column may reach beyond the range."""
    ends = [minutes(time) for time in window.split("..")]
    return abs(ends[0] - from_hour * 60) <= 10 and abs(ends[1] - until_hour * 60) <= 10


def failures_in(window):
    from_text, until_text = window.split("..")
    lines = (day()[1] / "failures.ndjson").read_text(encoding="utf-8").splitlines()
    return [one for one in map(json.loads, lines) if from_text[:16] <= one["time"][:16] < until_text[:16]]


def drag(browser, start, stop):
    """From one share of the strip's width to another. Offsets are from its middle."""
    width = strip(browser)["width"]
    element = browser.driver.find_element("css selector", ".strip-of-range")
    before = window(browser)
    chain = ActionChains(browser.driver, duration=50)
    chain.move_to_element_with_offset(element, round(width * (start - 0.5)), 0).click_and_hold()
    for _ in range(2):
        chain.move_by_offset(round(width * (stop - start) / 2), 0)
    chain.release().perform()
    wait(browser, lambda: window(browser) != before)
    return settled(browser)


def test_a_drag_chooses_a_window_of_the_other_filters(browser):
    whole = open_explorer(browser, day()[1].as_uri(), "class=5xx")
    chosen = drag(browser, 0.25, 0.5)
    first = window(browser)
    assert is_near(first, 10, 12)
    wanted = [one for one in failures_in(first) if one["request"] and one["request"]["status"] >= 500]
    assert chosen["rows"] == chosen["failures"] == len(wanted) and 0 < chosen["rows"] < whole["rows"]
    ends = [time[11:16] for time in first.split("..")]
    assert chosen["chips"] == ["time " + "–".join(ends), "client got 5xx"]
    # The whole range stays in sight, with the window marked.
    assert browser.run("return document.querySelectorAll('.strip-of-range line.lm').length") == 2

    # Backwards is as good, and Back leads to the window before.
    drag(browser, 0.75, 0.625)
    assert is_near(window(browser), 13, 14)
    browser.driver.back()
    wait(browser, lambda: window(browser) == first)
    assert settled(browser) == chosen


def test_a_click_without_a_drag_chooses_nothing(browser):
    state = open_explorer(browser, day()[1].as_uri())
    strip(browser)
    browser.driver.find_element("css selector", ".strip-of-range").click()
    assert settled(browser) == state


def test_a_finger_chooses_a_window(browser):
    open_explorer(browser, day()[1].as_uri())
    place = strip(browser)

    def touch(kind, *shares):
        points = [{"x": round(place["left"] + place["width"] * share), "y": round(place["top"] + 15)} for share in shares]
        browser.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 0.25)
    for share in (0.3, 0.35, 0.4, 0.45, 0.5):
        touch("touchMove", share)
    touch("touchEnd")
    wait(browser, lambda: window(browser) is not None)
    assert is_near(window(browser), 10, 12)
    assert settled(browser)["failures"] == len(failures_in(window(browser)))


def test_the_keyboard_chooses_a_window(browser):
    open_explorer(browser, day()[1].as_uri())
    browser.driver.find_element("css selector", 'fieldset[data-key="time"] input[data-name="from"]').send_keys("10:00", Keys.ENTER)
    wait(browser, lambda: window(browser) == "2026-03-12T10:00Z..")
    settled(browser)
    # The focus stays in its box, so that Tab leads to the next one.
    browser.driver.switch_to.active_element.send_keys(Keys.TAB)
    browser.driver.switch_to.active_element.send_keys("12:00", Keys.ENTER)
    wait(browser, lambda: window(browser) == "2026-03-12T10:00Z..2026-03-12T12:00Z")
    assert settled(browser)["failures"] == len(failures_in(window(browser))) > 0
