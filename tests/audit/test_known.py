"""Known facts: an audit that starts from the last one finds what a fresh one finds."""

from __future__ import annotations

import pickle
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st
from msgspec.structs import replace

from plugins.bulletin import workers
from plugins.bulletin.audit import gathering
from plugins.bulletin.audit.addresses import Base
from plugins.bulletin.audit.auditing import Audit, audit_changes
from plugins.bulletin.audit.gathering import Wanted, gather
from plugins.bulletin.audit.known import Known
from plugins.bulletin.audit.reading import Content, facts_of, load
from plugins.bulletin.audit.settings import AuditSettings, Ground
from tests.audit.faults import FAULTS, Fault
from tests.audit.small_site import ARTICLE, BASE_URL, ENGLISH, clean_site, write_site

SETTINGS = AuditSettings(BASE_URL)


def fresh(output: Path) -> Audit:
    """Audit a folder that nothing is known of."""
    return audit_changes(output, SETTINGS, Known())


def digests(known: Known) -> dict[str, str]:
    """Return what a caller that keeps digests would pass."""
    return {path: kept.digest for path, kept in known.files.items()}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that are opened from now on, as they are."""
    paths: list[str] = []

    def note(output: Path, path: str) -> Content:
        paths.append(path)
        return load(output, path)

    monkeypatch.setattr(gathering, "load", note)
    return paths


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_one_change(fault: Fault, tmp_path: Path) -> None:
    """After a change, and after its undoing, the problems are those of a fresh audit."""
    before = fresh(write_site(tmp_path / "1", clean_site()))
    output = write_site(tmp_path / "2", fault.apply(clean_site()))
    changed = audit_changes(output, SETTINGS, before.known)
    assert changed == fresh(output)
    assert audit_changes(tmp_path / "1" / "output", SETTINGS, changed.known) == before


@given(
    st.lists(
        st.frozensets(st.sampled_from(FAULTS), max_size=4)
        | st.frozensets(st.sampled_from(sorted(clean_site())), max_size=3),
        max_size=4,
    )
)
@settings(max_examples=30, deadline=None)
def test_any_changes(steps: list[frozenset[Fault | str]]) -> None:
    """However often files change, come and go, nothing is found that a fresh audit would not."""
    known = Known()
    for step in steps:
        with TemporaryDirectory() as folder:
            gone = {path for path in step if isinstance(path, str)}
            files = {path: text for path, text in clean_site().items() if path not in gone}
            for fault in step:
                if isinstance(fault, Fault) and fault.old in files.get(fault.path, ""):
                    files = fault.apply(files)
            found = audit_changes(write_site(Path(folder), files), SETTINGS, known)
            assert found == fresh(Path(folder) / "output")
            known = found.known


def test_only_changed_files_are_opened(tmp_path: Path, opened: list[str]) -> None:
    """With digests from the caller, a file that did not change is not touched."""
    output = write_site(tmp_path, clean_site())
    known = fresh(output).known
    opened.clear()
    now = digests(known) | {ARTICLE: "changed"}
    assert audit_changes(output, SETTINGS, known, digests=now).problems == []
    assert opened == [ARTICLE]


def test_a_page_gone_breaks_the_links_of_pages_not_opened(
    tmp_path: Path, opened: list[str]
) -> None:
    """What one change does to other pages is known from their facts."""
    known = fresh(write_site(tmp_path, clean_site())).known
    opened.clear()
    now = {path: digest for path, digest in digests(known).items() if path != ENGLISH}
    problems = audit_changes(tmp_path / "output", SETTINGS, known, digests=now).problems
    assert {problem.rule.id for problem in problems} == {
        *("output-link-broken", "output-hreflang-broken", "output-hreflang-default"),
        *("output-sitemap-broken", "output-feed-item-broken"),
    }
    assert opened == []


def test_other_settings_know_nothing(tmp_path: Path, opened: list[str]) -> None:
    """Facts of another address or of other languages are not used."""
    output = write_site(tmp_path, clean_site())
    known = fresh(output).known
    opened.clear()
    other = replace(SETTINGS, base_url="https://other.test")
    audit_changes(output, other, known, digests=digests(known))
    assert len(opened) == len(known.files)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with enough files, some of them wrong, for several processes."""
    monkeypatch.setattr(gathering, "FEW", 4)
    files = clean_site()
    pages = {f"them/{number}/index.html": files[ARTICLE] for number in range(40)}
    return write_site(tmp_path, files | pages)


@pytest.mark.parametrize("jobs", [2, 3])
def test_jobs_change_nothing(many: Path, jobs: int) -> None:
    """Whatever the number of processes, the same is found, known and kept."""
    found = audit_changes(many, replace(SETTINGS, jobs=jobs), Known())
    assert found == fresh(many)
    size = len(pickle.dumps(fresh(many).known))
    assert len(pickle.dumps(found.known)) < size * 1.05


def test_a_machine_for_one_process(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no second process can be had, the one at hand does all the work."""

    def refuse(_jobs: int, **_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(workers, "open_pool", refuse)
    assert audit_changes(many, replace(SETTINGS, jobs=2), Known()) == fresh(many)


def test_facts_are_small(tmp_path: Path) -> None:
    """A page that is like others adds little: 10,000 pages must load in a moment."""
    files = clean_site()
    pages = {
        f"them/{number}/index.html": files[ARTICLE].replace("hop-tac", f"bai-{number}")
        for number in range(200)
    }
    few, lots = (
        pickle.dumps(fresh(write_site(tmp_path / name, site)).known)
        for name, site in (("1", files), ("2", files | pages))
    )
    assert (len(lots) - len(few)) / len(pages) < 700


def test_facts_of_a_file_are_what_gathering_keeps(tmp_path: Path) -> None:
    """The facts of one file depend on that file and its ground alone."""
    output = write_site(tmp_path, clean_site())
    ground = Ground(Base.of(BASE_URL), SETTINGS.languages)
    kept = gather(Wanted(output, {ARTICLE: ""}), ground, Known(), jobs=1)
    assert kept.files[ARTICLE].facts == facts_of(ARTICLE, load(output, ARTICLE), ground)
