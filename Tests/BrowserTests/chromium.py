"""A headless Chromium: how wide it is, which scheme it prefers, what its console said."""

import shutil

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


class Chromium:
    def __init__(self, scripts=True):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars",
                         # Else some hundred changes of the address in ten seconds are ignored.
                         "--disable-ipc-flooding-protection"):
            options.add_argument(argument)
        if not scripts:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.driver.set_page_load_timeout(120)
        self.driver.set_script_timeout(120)
        self.show(1440)

    def show(self, width, scheme="light"):
        """From now on pages are this wide and in this scheme."""
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def console(self):
        """What the console said since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def quit(self):
        self.driver.quit()
