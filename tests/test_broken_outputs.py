"""Broken outputs: every rule of the audit has the smallest folder that breaks it.

A folder tests/sites/broken/RULE/ is laid over tests/sites/minimal-output/, which has no problem:

    output/         files it adds or replaces
    DELETE          files it takes away, one a line
    MAP_LABELS      names that maps must print, one a line: language, latitude, longitude, name
    EXPECTED        the list of outputs that the build would give, where the rule needs it
    expected.txt    the whole report in English, an empty line, the whole report in Vietnamese

After a change of wording run this file with UPDATE_EXPECTED=1 and read the diff.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings, MapLabel
from plugins.bulletin.problems.audit_rules import AUDIT_RULES_BY_ID
from plugins.bulletin.problems.report import report

SITES = Path(__file__).parent / "sites"
MINIMAL = SITES / "minimal-output"
BROKEN = sorted((SITES / "broken").glob("output-*"))
IS_UPDATING = bool(os.environ.get("UPDATE_EXPECTED"))


def lines(path: Path) -> list[str]:
    """Return the lines of a list; a list that is not there is empty."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def lay_out(broken: Path, folder: Path) -> Path:
    """Make the output folder that one broken folder describes, and return it."""
    output = folder / "output"
    shutil.copytree(MINIMAL, output)
    for path in lines(broken / "DELETE"):
        (output / path).unlink()
    if (broken / "output").is_dir():
        shutil.copytree(broken / "output", output, dirs_exist_ok=True)
    return output


def map_labels(broken: Path) -> tuple[MapLabel, ...]:
    """Return the names that maps must print in a broken folder."""
    rows = (line.split(" ", 3) for line in lines(broken / "MAP_LABELS"))
    return tuple(
        MapLabel(language, text, float(lat), float(lon)) for language, lat, lon, text in rows
    )


def test_minimal_output_has_no_problem() -> None:
    """What the broken folders are laid over is good, so each fault is their own."""
    assert report(audit(MINIMAL, AuditSettings()), "en", "text") == ""


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_broken_output(broken: Path, tmp_path: Path) -> None:
    """The folder of a rule is reported as expected.txt says, in both languages."""
    expected = frozenset(lines(broken / "EXPECTED")) or None
    settings = AuditSettings(expected=expected, map_labels=map_labels(broken))
    problems = audit(lay_out(broken, tmp_path), settings)
    found = "\n".join(report(problems, language, "text") for language in ("en", "vi"))
    if IS_UPDATING:
        (broken / "expected.txt").write_text(found, encoding="utf-8")
    assert found == (broken / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.name)
def test_broken_output_breaks_one_rule(broken: Path) -> None:
    """A folder shows its own rule and no other, so that it can be read as an example."""
    report_lines = [line for line in lines(broken / "expected.txt") if line]
    assert {line.rpartition(" ")[2] for line in report_lines} == {f"[{broken.name}]"}


def test_every_audit_rule_has_a_folder() -> None:
    """No rule stands without its folder, and no folder without its rule."""
    assert [broken.name for broken in BROKEN] == sorted(AUDIT_RULES_BY_ID)
