"""Pages on paper: everything unfolded, nothing of the screen's furniture, nothing wider than the sheet."""

import pytest

from site_pages import SITE, kinds

# A4 less its margins of 14 mm, in CSS pixels.
SHEET = 688

STATE = """
const shown = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
const folded = [...document.querySelectorAll("main details.fold, main .log details")]
  .filter((fold) => [...fold.children].slice(1).some((child) => child.getBoundingClientRect().height === 0))
  .map((fold) => fold.firstElementChild.textContent);
const furniture = [".menu", ".find", ".page > .rail", ".twins", ".permalink", "main button", ".skip"]
  .filter((name) => [...document.querySelectorAll(name)].some(shown));
const kept = [".brand", ".range", "h1", ".foot"].filter((name) => !shown(document.querySelector(name)));
const wide = [...document.querySelectorAll("main table, main pre, main svg.plot, main .strip")]
  .filter((node) => shown(node) && node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.closest("section, .head").id + " " + node.nodeName);
return {folded, furniture, missing: kept, wide, width: document.documentElement.scrollWidth};
"""


@pytest.fixture
def printing(browser):
    browser.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": SHEET, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    )
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    yield browser
    browser.show(1440)


def test_on_paper_pages_are_whole_and_fit(printing):
    wrong = {}
    for name in kinds():
        if name == "explore.html":
            continue
        printing.driver.get((SITE / name).as_uri())
        found = printing.run(STATE)
        if found != {"folded": [], "furniture": [], "missing": [], "wide": [], "width": SHEET}:
            wrong[name] = found
    assert wrong == {}, wrong
