"""The explorer in every state: nothing for axe to say, and never wider than the screen, narrow and wide, light and dark."""

import pytest

from exploring import day, open_explorer
from test_accessibility import AXE, RUN

STATES = ["", "class=5xx&-cause=handled-error&by=cause", "measure=p95&by=endpoint", "show=ranked&by=function", "show=latency&by=status",
          "view=requests&sort=-latency&nonsense=1", "text=there+is+no+such+message"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_every_state_is_accessible_and_fits(browser, width, scheme):
    found = {}
    browser.show(width, scheme)
    for fragment in STATES:
        browser.driver.get("about:blank")
        open_explorer(browser, day()[1].as_uri(), fragment)
        browser.run("for (const fold of document.querySelectorAll('details')) fold.open = true;")
        browser.run(AXE)
        said = browser.driver.execute_async_script(RUN)
        needed = browser.run("return document.documentElement.scrollWidth")
        if said or needed > width:
            found[fragment] = (said, needed)
    browser.show(1440)
    assert found == {}


@pytest.mark.parametrize("view, place", [("chart", ".explore-chart"), ("requests", "#requests")])
def test_an_empty_view_names_the_filter_to_drop(browser, view, place):
    open_explorer(browser, day()[1].as_uri(), f"class=5xx&text=there+is+no+such+message&view={view}")
    words = browser.run(f"return document.querySelector('{place} .empty').textContent")
    assert words.startswith("None.") and "Without the filter on text there are " in words
    assert browser.run("return [...document.querySelectorAll('#requests button')].filter((one) => one.checkVisibility()).length") == 0
    browser.run(f"document.querySelector('{place} .empty a').click()")
    assert open_explorer(browser, day()[1].as_uri(), "class=5xx")["rows"] > 0
