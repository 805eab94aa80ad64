"""Pages in Chromium: silent, complete without script, never wider than the screen, under the strict policy and from a disk."""

from pathlib import Path

from serving import HEADERS
from site_pages import SITE, kinds, pages

MAIN_TEXT = """
const main = document.getElementById("main").cloneNode(true);
for (const control of main.querySelectorAll("button")) control.remove();
return main.textContent.replace(/\\s+/g, " ").trim();
"""


def test_the_headers_that_are_sent_are_the_documented_ones():
    readme = (Path(__file__).parent / "../../README.md").read_text(encoding="utf-8")
    assert "".join(f"{name}: {value}\n" for name, value in HEADERS.items()) in readme


def test_under_the_documented_policy_every_page_is_silent(browser, server):
    browser.console()
    for name in pages():
        browser.driver.get(f"{server}/{name}")
    assert browser.console() == []


def test_from_a_disk_pages_are_silent_and_styled(browser):
    browser.console()
    for name in kinds():
        browser.driver.get((SITE / name).as_uri())
        assert browser.run("return getComputedStyle(document.body).fontVariantNumeric").startswith("lining-nums")
    assert browser.console() == []


def test_pages_are_complete_without_script(browser, browser_without_scripts, server):
    plain, scripted = {}, {}
    for name in kinds():
        if name == "explore.html":
            continue
        for chromium, found in ((browser_without_scripts, plain), (browser, scripted)):
            chromium.driver.get(f"{server}/{name}")
            found[name] = chromium.run(MAIN_TEXT)
        assert browser_without_scripts.run("return document.querySelectorAll('button').length") == 0
    assert all(len(text) > 200 for text in plain.values())
    assert plain == scripted


def test_no_page_is_wider_than_the_screen(browser):
    wide = []
    for name in kinds():
        browser.driver.get((SITE / name).as_uri())
        for width in (320, 390, 900, 1440):
            browser.show(width)
            needed = browser.run("return document.documentElement.scrollWidth")
            if needed > width:
                wide.append(f"{name} at {width}: {needed}")
    browser.show(1440)
    assert wide == []
