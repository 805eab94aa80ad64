"""Secrets of many kinds in every place: none is left in any file of the site, nor in what the command says."""

import json
import re

import pytest

from planted_night import build, write_night
from secrets_corpus import SECRETS


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("secrets")
    write_night(folder, [text for _, text, _ in SECRETS])
    # A line that cannot be read is quoted to the terminal and on the coverage page.
    with (folder / "logs" / "access.json").open("a", encoding="utf-8") as rows:
        for _, text, _ in SECRETS:
            rows.write('{"requestId": broken, ' + text.replace("\n", " ") + "\n")
    return build(folder, "--redact-check")


def test_there_are_sixty_secrets_of_twenty_kinds():
    assert len(SECRETS) >= 60 and len({secret for _, _, secret in SECRETS}) == len(SECRETS)
    assert len({kind for kind, _, _ in SECRETS}) >= 20


def test_the_site_is_published_and_its_own_check_finds_nothing(built):
    site, done = built
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    failures = (site / "failures.ndjson").read_text(encoding="utf-8").splitlines()
    assert len(failures) == 2 * len(SECRETS)


def test_no_file_and_no_word_of_the_command_holds_a_secret(built):
    site, done = built
    texts = {str(path.relative_to(site)): path.read_text(encoding="utf-8") for path in site.rglob("*") if path.is_file()}
    texts["file names"] = "\n".join(texts)
    texts["output"], texts["errors"] = done.stdout.decode(), done.stderr.decode()
    assert "rejected: event" in texts["errors"]
    left = {}
    for kind, _, secret in SECRETS:
        # Pages may part a long word, Markdown may put backslashes before its marks.
        forms = {secret, secret.replace("_", "\\_"), secret.replace("-", "\\-"), secret[:20] if len(secret) > 30 else secret}
        for name, text in texts.items():
            if any(form in text for form in forms):
                left.setdefault(f"{kind}: {secret}", []).append(name)
    assert left == {}


def test_equal_values_have_one_number_and_different_values_have_their_own(built):
    site, _ = built
    twins = "\n".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("failures/*/*.md")))
    for rule, kinds in {
        "jwt": {"JSON web token", "cut JSON web token"}, "email": {"e-mail address"}, "phone": {"telephone number"},
        "card": {"card number"}, "vendor-token": {"GitHub token", "Slack token", "Stripe key", "Google key"},
    }.items():
        planted = {secret for kind, _, secret in SECRETS if kind in kinds}
        # Whole lines of the function and whole headers of the gateway: quotations elsewhere may be cut within a value.
        logged = re.findall(rf"\tplain saw \[{rule}#(\d+)\]|INFO \| plain saw \[{rule}#(\d+)\]", twins)
        headers = re.findall(rf"X-Own=saw \[{rule}#(\d+)\]", twins)
        assert len({first or second for first, second in logged}) == len(planted), rule
        assert {first or second for first, second in logged} == set(headers), rule


def test_the_report_counts_rules_and_pages(built):
    site, _ = built
    report = json.loads((site / "report.json").read_text(encoding="utf-8"))
    twins = [path.read_text(encoding="utf-8") for path in site.glob("failures/*/*.md")]
    facts = [re.search(r"\*\*Redacted here:\*\*\s(\d[\d,]*)\svalues?\sby\s(.*)", twin) for twin in twins]
    pages = {}
    for fact in facts:
        for rule in fact.group(2).replace("\\", "").split(", ") if fact else ():
            pages[rule] = pages.get(rule, 0) + 1
    assert {entry["rule"]: entry["pages"] for entry in report["redactions"]} == pages
    assert all(entry["count"] >= entry["pages"] for entry in report["redactions"])
