"""axe finds nothing on any kind of page, light and dark, narrow and wide."""

from importlib.resources import files

import pytest

from site_pages import SITE, kinds

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then(
  (found) => done(found.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.target.join(" ") + " "
    + (node.any[0] || node.all[0] || node.none[0] || {message: ""}).message).slice(0, 3).join(" | "))),
  (problem) => done([String(problem)]));
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_no_violation(browser, width, scheme):
    found = {}
    browser.show(width, scheme)
    for name in kinds():
        browser.driver.get((SITE / name).as_uri())
        browser.run(AXE)
        violations = browser.driver.execute_async_script(RUN)
        if violations:
            found[name] = violations
    browser.show(1440)
    assert found == {}, "\n".join(f"{name}: {one}" for name, one in found.items())
