"""The pages of the built site, and the few that stand for all: one of every kind and every special form."""

import functools
import json
import os
import re
from pathlib import Path

SITE = Path(os.environ["FAULTLINE_SITE"])


@functools.cache
def pages():
    """Every page, relative to the site."""
    return tuple(sorted(str(path.relative_to(SITE)) for path in SITE.rglob("*.html")))


@functools.cache
def text(page):
    return (SITE / page).read_text(encoding="utf-8")


@functools.cache
def failures():
    lines = (SITE / "failures.ndjson").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def _failures_of_every_form():
    """Failure pages that together hold every class and every section that any failure page holds."""
    parts = {}
    for name in pages():
        if name.startswith("failures/") and name.count("/") == 2:
            parts[name] = set(re.findall(r'<section [^>]*id="([^"]+)"', text(name)))
            parts[name].update(one for many in re.findall(r'class="([^"]+)"', text(name)) for one in many.split())
    chosen, open_parts = [], set().union(*parts.values())
    while open_parts:
        best = max(sorted(parts), key=lambda name: len(parts[name] & open_parts))
        chosen.append(best)
        open_parts -= parts[best]
    return chosen


@functools.cache
def kinds():
    """One page of every kind; of failure pages, as many as it takes to see every part of them."""
    report = json.loads((SITE / "report.json").read_text(encoding="utf-8"))
    chosen = ["index.html", "coverage.html", "definitions.html", "failures/server-errors.html", "explore.html"]
    for kind in ("endpoints", "functions", "groups"):
        largest = max(report[kind], key=lambda entry: (SITE / entry["page"]).stat().st_size)
        chosen += [f"{kind}/index.html", largest["page"]]
    return tuple(chosen + _failures_of_every_form())
