"""Measures the explorer on a generated night: opening, a change of the filter, size of the data. Nothing here can fail a build."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium.webdriver.support.ui import WebDriverWait

from chromium import Chromium

FILTERS = [
    "class=5xx", "class=2xx", "endpoint=GET+/users/%7Bid%7D", "by=endpoint", "by=status&class=4xx,5xx", "failed=yes&by=cause", "measure=p95",
    "measure=p95&by=endpoint", "measure=rate&by=function", "latency=100..500", "start=cold", "show=latency", "show=ranked&by=endpoint&measure=p99",
    "-endpoint=GET+/orders", "text=timed+out", "time=2026-03-12T22:00Z..2026-03-12T23:00Z", "time=2026-03-12T22:00Z..2026-03-12T23:00Z&by=cause", "",
]

MEASURES = "return performance.getEntriesByName(arguments[0]).map((one) => one.duration)"


def main(requests, folder):
    faultline = Path(os.environ["FAULTLINE"]).resolve()
    options = ["--seed", "1", "--requests", str(requests), "--failure-share", "0.005", "--execution-level", "error"]
    subprocess.run([faultline.with_name("faultline-bench"), "generate", *options, "--output", folder / "night"], check=True)
    subprocess.run([faultline, "build", "--config", folder / "night/faultline.yml", "--output", folder / "site", "--quiet"], check=True)
    data = sorted((folder / "site/data").glob("explore*.js"))
    size = sum(path.stat().st_size for path in data)
    print(f"data: {size / 1e6:.2f} MB in {len(data)} files, {size / requests:.2f} bytes a request, largest {max(path.stat().st_size for path in data)} bytes")

    browser = Chromium()
    browser.driver.set_page_load_timeout(300)
    openings, loads = [], []
    for _ in range(5):
        browser.driver.get("about:blank")
        browser.driver.get((folder / "site/explore.html").as_uri())
        WebDriverWait(browser.driver, 300).until(lambda _: browser.run("return document.getElementById('main').dataset.loaded") == "true")
        openings.append(browser.run("return performance.getEntriesByName('explore-first-chart')[0].startTime"))
        loads.append(browser.run("return performance.getEntriesByName('explore-loaded')[0].startTime"))
    print(f"opening to the first chart: {statistics.median(openings):.0f} ms, to all requests: {statistics.median(loads):.0f} ms (medians of 5)")

    browser.run("performance.clearMeasures()")
    for fragment in FILTERS * 3:
        browser.run("location.hash = arguments[0]", fragment)
        WebDriverWait(browser.driver, 300).until(
            lambda _: browser.run("return document.getElementById('main').dataset.shown === ExploreQuery.print(ExploreQuery.parse(location.hash).state)")
        )
    for name, words in (("explore-chart", "a filter change until the chart stands"), ("explore-all", "until filters and rows stand too")):
        taken = sorted(browser.run(MEASURES, name))
        print(f"{words}: median {statistics.median(taken):.0f} ms, slowest {taken[-1]:.0f} ms of {len(taken)}")
    browser.quit()


with tempfile.TemporaryDirectory(prefix="faultline-bench-explorer-") as scratch:
    main(int(sys.argv[1]), Path(scratch))
