"""Runs of the benchmark: edits, their proof, memory of several processes, the task."""

import sys
from pathlib import Path

import pytest
import yaml

from benchmarks import run as command
from benchmarks.contestants import CONTESTANTS, Contestant, Hugo, Ours, Pelican
from benchmarks.corpus import Article, make_articles, read_terms
from benchmarks.measure import run
from benchmarks.scenarios import SCENARIOS, Proof
from tools import bench
from tools.paths import ROOT

ON_LINUX = sys.platform.startswith("linux")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Make a few articles."""
    return make_articles(5, read_terms())


@pytest.fixture(params=CONTESTANTS, ids=lambda kind: kind.name)
def contestant(
    request: pytest.FixtureRequest, articles: list[Article], tmp_path: Path
) -> Contestant:
    """Prepare each contestant in a folder of its own."""
    made: Contestant = request.param(tmp_path / "folder")
    made.prepare(articles, read_terms())
    return made


def test_sentence_is_added(contestant: Contestant, articles: list[Article]) -> None:
    """The edited article ends with the sentence, as a paragraph."""
    contestant.append(articles[2], "Câu mới.")
    text = contestant.source(articles[2]).read_text(encoding="utf-8")
    assert text.endswith("\n\nCâu mới.\n")


def test_template_is_edited_twice(contestant: Contestant) -> None:
    """Each round adds a paragraph to the template of articles."""
    contestant.edit_template("một")
    contestant.edit_template("hai")
    text = (contestant.folder / contestant.template).read_text(encoding="utf-8")
    assert "<p>một</p>" in text
    assert "<p>hai</p>" in text


@pytest.mark.parametrize("kind", ["partners", "sections"])
def test_term_is_renamed(contestant: Contestant, articles: list[Article], kind: str) -> None:
    """The new name is in the content, once."""
    article = articles[0]
    identity = article.section if kind == "sections" else article.partners[0]
    contestant.rename(kind, identity, "Tên mới")
    files = [
        path for path in contestant.folder.rglob("*") if path.suffix in (".md", ".yaml", ".json")
    ]
    assert sum(path.read_text(encoding="utf-8").count("Tên mới") for path in files) == 1


def test_our_record_keeps_the_rest(articles: list[Article], tmp_path: Path) -> None:
    """Renaming changes nothing else of a record."""
    ours = Ours(tmp_path / "folder")
    ours.prepare(articles, read_terms())
    path = ours.folder / f"content/data/partners/{articles[0].partners[0]}.yaml"
    before = yaml.safe_load(path.read_text(encoding="utf-8"))
    ours.rename("partners", path.stem, "Tên mới")
    after = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert after == {**before, "name": {**before["name"], "vi": "Tên mới"}}


def test_from_nothing_the_sources_are_left(contestant: Contestant, articles: list[Article]) -> None:
    """No output and no cache, and all of the content; nothing is removed, however often."""
    places = [contestant.folder / name for name in (contestant.output, *contestant.leavings)]
    for turn in range(2):
        for place in places:
            place.mkdir()
            (place / "made").write_text(str(turn), encoding="utf-8")
        contestant.set_aside()
        assert not any(place.exists() for place in places)
        assert contestant.source(articles[0]).is_file()
    made = [*contestant.folder.parent.glob("*/*/made")]
    assert len(made) == 2 * len(places)


def test_every_scenario_has_its_proof(contestant: Contestant, articles: list[Article]) -> None:
    """Before a build no scenario passes for done."""
    for scenario in SCENARIOS:
        assert scenario.prepare(contestant, articles, 1).fault()


def test_proof(tmp_path: Path) -> None:
    """A proof holds when the text is there and no file is missing."""
    page = tmp_path / "index.html"
    page.write_text("có câu mới", encoding="utf-8")
    assert Proof(page, "câu mới").fault() == ""
    assert "does not say" in Proof(page, "câu khác").fault()
    assert "1 pages are not there" in Proof(page, "câu mới", (page, tmp_path / "b")).fault()


def test_pages_of_both_languages(articles: list[Article], tmp_path: Path) -> None:
    """Peers have their articles where ours are."""
    for kind in (Ours, Hugo, Pelican):
        made = kind(tmp_path)
        english = made.page(articles[0], "en").relative_to(tmp_path / made.output)
        assert english.parts[:2] == ("en", "2016")
        assert english.name == "index.html"


@pytest.mark.skipif(not ON_LINUX, reason="memory is read from /proc")
def test_memory_of_a_tree_is_summed(tmp_path: Path) -> None:
    """Two children of 60 MB each count together; one process alone cannot be that large."""
    child = "import time; x = bytearray(60_000_000); time.sleep(1)"
    parent = (
        "import subprocess, sys\n"
        f"children = [subprocess.Popen([sys.executable, '-c', {child!r}]) for _ in range(2)]\n"
        "sys.exit(max(child.wait() for child in children))"
    )
    done = run([sys.executable, "-c", parent], folder=tmp_path, env={}, log=tmp_path / "log")
    assert done.code == 0
    assert done.memory > 110_000_000
    assert done.seconds > 1


@pytest.mark.skipif(not ON_LINUX, reason="memory is read from /proc")
def test_failed_build_is_never_timed(tmp_path: Path) -> None:
    """A build that ends with another code than 0 stops the benchmark with its last words."""
    ours = Ours(tmp_path)
    failing = [sys.executable, "-c", "import sys; sys.exit('hỏng')"]
    with pytest.raises(command.BrokenRunError, match=r"ours: exit code 1\nhỏng"):
        command.build(ours, failing, Proof(tmp_path, ""))


def test_options() -> None:
    """Sizes are numbers with commas between, the smallest first."""
    options = command.parse(["--pairs", "20,10", "--only", "ours"])
    assert (options.pairs, options.rounds, options.only) == ((10, 20), 3, "ours")


def test_peers_are_installed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The lock is installed into a folder apart, and again only when it has changed."""
    calls: list[list[str]] = []

    def install(given: list[str], _: Path, *, env: dict[str, str]) -> int:
        assert "PIP_USER" not in env
        calls.append(given)
        (tmp_path / "peers").mkdir()
        return 0

    monkeypatch.setattr(bench, "run_logged", install)
    monkeypatch.setattr(bench, "PEERS", tmp_path / "peers")
    monkeypatch.setattr(bench, "STAMP", tmp_path / "peers/lock.txt")
    bench.ensure_peers()
    bench.ensure_peers()
    assert len(calls) == 1
    assert "--require-hashes" in calls[0]
    assert str(ROOT / "requirements/bench.txt") in calls[0]


def test_profile_is_printed(
    articles: list[Article], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A profile tells of the build from nothing and of one edit."""
    ours = Ours(tmp_path / "folder")
    ours.prepare(articles, read_terms())
    command.profile(ours, articles, round_=1)
    told = capsys.readouterr().out
    assert told.count("Ordered by: cumulative time") == 2
    assert told.count("(begin)") >= 2
