"""The explorer counts what failures.ndjson and the truth of the generated day say, for random filters."""

import json
import random
import urllib.parse

import pytest

from exploring import day, open_explorer

ROUNDS = 20


def _failures():
    return [json.loads(line) for line in (day()[1] / "failures.ndjson").read_text(encoding="utf-8").splitlines()]


def _value(failure, key):
    """As the explorer names it."""
    request = failure["request"]
    if key in ("endpoint", "function"):
        return failure[key] or ("(background)" if key == "endpoint" and request is None else "(none)")
    if key in ("layer", "cause"):
        return failure["verdict"][key]
    if key == "group":
        return failure["group"]
    if key == "class":
        return "(background)" if request is None else f"{request['status'] // 100}xx"
    return "(background)" if request is None else str(request[key])


def _passes(failure, terms):
    for key, values, negated in terms:
        if key == "time":
            inside = values[0] <= failure["time"][:16] + "Z" < values[1]
        elif key == "text":
            continue
        else:
            inside = _value(failure, key) in values
        if inside == negated:
            return False
    return True


def _fragment(terms):
    parts = []
    for key, values, negated in terms:
        text = "..".join(values) if key == "time" else ",".join(urllib.parse.quote(value, safe="") for value in values)
        parts.append(("-" if negated else "") + f"{key}={text}")
    return "&".join(parts)


def _random_terms(choice, failures):
    """Terms whose values come from a failure, so that most filters leave something."""
    terms = []
    for key in choice.sample(["endpoint", "function", "layer", "cause", "group", "class", "status", "time"], k=choice.randint(1, 3)):
        if key == "time":
            hour = choice.randint(8, 14)
            terms.append((key, [f"2026-03-12T{hour:02}:00Z", f"2026-03-12T{hour + 2:02}:30Z"], False))
        else:
            values = sorted({_value(choice.choice(failures), key) for _ in range(choice.randint(1, 4))})
            terms.append((key, values, choice.random() < 0.25))
    return terms


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_random_filter_counts_the_failures_of_the_data(browser, number):
    failures = _failures()
    terms = _random_terms(random.Random(1000 + number), failures)
    state = open_explorer(browser, day()[1].as_uri(), "failed=yes&" + _fragment(terms))
    assert state["rows"] == state["failures"] == sum(_passes(one, terms) for one in failures), terms


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_random_filter_counts_the_requests_of_the_truth(browser, number):
    truth = json.loads((day()[0] / "truth.json").read_text(encoding="utf-8"))["endpoints"]
    choice = random.Random(2000 + number)
    chosen = choice.sample([one for one in truth if one["endpoint"]], k=choice.randint(1, 4))
    names = sorted({one["endpoint"] for one in chosen})
    statuses = sorted({choice.choice(sorted(one["statuses"])) for one in chosen})
    negated = choice.random() < 0.3
    expected = sum(
        count
        for one in truth
        if one["endpoint"] in names
        for status, count in one["statuses"].items()
        if (status in statuses) != negated
    )
    state = open_explorer(browser, day()[1].as_uri(), _fragment([("endpoint", names, False), ("status", statuses, negated)]))
    assert state["rows"] == expected


def test_each_value_is_offered_with_its_count_under_the_other_filters(browser):
    failures = [one for one in _failures() if one["request"]]
    state = open_explorer(browser, day()[1].as_uri(), "failed=yes&class=5xx&cause=handled-error,unhandled-exception&-class=%28background%29")
    causes = {}
    for one in failures:
        if one["request"]["status"] >= 500:
            causes[one["verdict"]["cause"]] = causes.get(one["verdict"]["cause"], 0) + 1
    offered = {name: count for name, count in state["facets"]["cause"].items() if count > 0}
    assert offered and all(causes[name] == count for name, count in offered.items())
