"""What the tests share: a browser, one without scripts, a server."""

import pytest

from chromium import Chromium
from serving import serve
from site_pages import SITE


@pytest.fixture(scope="session")
def browser():
    chromium = Chromium()
    yield chromium
    chromium.quit()


@pytest.fixture(scope="module")
def browser_without_scripts():
    chromium = Chromium(scripts=False)
    yield chromium
    chromium.quit()


@pytest.fixture(scope="session")
def server():
    running = serve(SITE)
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
