"""A day of logs for the explorer's tests, its site, and what is asked of the page in one piece of script each."""

import atexit
import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from selenium.webdriver.support.ui import WebDriverWait

PATIENCE = 60

# All data are there, and what is shown is what the address says.
SETTLED = """
const { loaded, shown } = document.getElementById("main").dataset;
return loaded === "true" && shown === ExploreQuery.print(ExploreQuery.parse(location.hash).state);
"""

# What the page says: numbers as they are printed, without their separators.
STATE = """
const number = (text) => Number(text.replace(/[^0-9]/g, ""));
const [rows, failures] = document.querySelector(".count-line").textContent.split(", ").filter((part) => !/one by one|others/.test(part));
return {
  fragment: location.hash.slice(1), rows: number(rows.split(" ")[0]), failures: number(failures.split(" ")[0]),
  chips: [...document.querySelectorAll(".chip")].map((chip) => chip.querySelector(".verb").textContent + " " + chip.querySelector("b").textContent),
  title: document.querySelector("h1").textContent,
  legend: [...document.querySelectorAll(".explore-chart .legend li")].map((one) => one.textContent),
  bars: document.querySelectorAll(".explore-chart .plot a").length,
  facets: Object.fromEntries([...document.querySelectorAll("fieldset.facet")].map((facet) => [facet.dataset.key,
    Object.fromEntries([...facet.querySelectorAll("li label")].map((option) =>
      [option.querySelector("input").dataset.value, number(option.querySelector(".count").textContent)]))])),
  first: [...document.querySelectorAll(".grid tbody tr[data-place]")].slice(0, 40).map((row) => [...row.cells].map((cell) => cell.textContent)),
};
"""

# Goes through addresses, and says of each what the page shows then.
FOLLOW = """
const [fragments, done] = arguments;
const shows = (fragment) => document.getElementById("main").dataset.shown === ExploreQuery.print(ExploreQuery.parse(fragment).state);
const number = (text) => Number(text.replace(/[^0-9]/g, ""));
const show = () => ({
  rows: number(document.querySelector(".count-line").textContent.split(" ")[0]),
  warned: document.querySelectorAll(".explore-top .warn").length > 0,
  legend: [...document.querySelectorAll(".explore-chart .legend b")].map((one) => one.textContent.replaceAll("\u00a0", " ")),
  slowest: number(document.querySelector(".grid tbody tr[data-place] td.num")?.textContent ?? ""),
});
(async () => {
  const all = [];
  for (const fragment of fragments) {
    // A browser may ignore a change of address that follows many others: it is asked again.
    for (let tries = 0; !shows(fragment); tries++) {
      if (tries % 100 === 0) location.hash = fragment;
      await new Promise((next) => setTimeout(next, 2));
    }
    all.push(show());
  }
  done(all);
})();
"""


@functools.cache
def day():
    """The folder of a generated day, eight in the morning to four in the afternoon, and that of its site."""
    folder = Path(tempfile.mkdtemp(prefix="faultline-explorer-"))
    atexit.register(shutil.rmtree, folder)
    folder.chmod(0o755)  # a web server that root starts reads as another user
    faultline = Path(os.environ["FAULTLINE"]).resolve()
    quiet = {"check": True, "stdout": subprocess.DEVNULL}
    options = ["--seed", "7", "--requests", "3000", "--failure-share", "0.05", "--start", "2026-03-12T08:00:00Z", "--hours", "8"]
    subprocess.run([faultline.with_name("faultline-bench"), "generate", *options, "--output", folder / "day"], **quiet)
    subprocess.run([faultline, "build", "--config", folder / "day/faultline.yml", "--output", folder / "site", "--quiet"], **quiet)
    return folder / "day", folder / "site"


def wait(browser, condition):
    """The first value of the condition that is not false."""
    return WebDriverWait(browser.driver, PATIENCE, poll_frequency=0.05).until(lambda _: condition())


def settled(browser):
    """The state of the page once it shows what its address says and all data are loaded."""
    wait(browser, lambda: browser.run(SETTLED))
    return browser.run(STATE)


def open_explorer(browser, address, fragment=""):
    browser.driver.get(f"{address}/explore.html" + (f"#{fragment}" if fragment else ""))
    return settled(browser)


def click(browser, selector):
    """Clicks the one element, wherever the page is scrolled to."""
    browser.run("document.querySelector(arguments[0]).click()", selector)


def follow(browser, fragments):
    """What an open explorer, all loaded, shows for each of the fragments."""
    return [one for start in range(0, len(fragments), 50) for one in browser.driver.execute_async_script(FOLLOW, fragments[start:start + 50])]
