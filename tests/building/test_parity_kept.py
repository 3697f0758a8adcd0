"""Parity in builds: compared once, told every time, and compared anew where something changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from plugins.bulletin import judging
from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.means import Means
from plugins.bulletin.parity import compare as parity
from plugins.bulletin.relinking import with_bodies
from plugins.bulletin.store.shelf import Shelf
from tests.conftest import SmallSite
from tests.site.building import EPOCH, SECOND_CONTENT
from tests.test_broken_sites import NOW

EN = "articles/second-exchange.en.md"
VI = "articles/second-exchange.vi.md"


def text(name: str, sentence: str) -> str:
    """Return a text of the second site with a sentence put before its first paragraph."""
    whole = (SECOND_CONTENT / name).read_text(encoding="utf-8")
    head, fence, body = whole.partition("\n---\n")
    return f"{head}{fence}{sentence}\n\n{body}"


def pair(vi: str, en: str) -> dict[str, str]:
    """Return both files of a pair with a sentence more each."""
    return {VI: text(VI, vi), EN: text(EN, en)}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the second site's content."""
    return Path(shutil.copytree(SECOND_CONTENT, tmp_path / "content"))


@pytest.fixture
def means(tmp_path: Path) -> Iterator[Means]:
    """Return means with a shelf of their own."""
    shelf = Shelf(tmp_path / "shelf.sqlite")
    yield Means(shelf)
    shelf.close()


def compared(content: Path, means: Means) -> int:
    """Take a content folder in, and return how many pairs were compared."""
    with mock.patch.object(judging, "compare", wraps=parity.compare) as watched:
        take_in(content, means)
    return watched.call_count


def test_a_difference_is_told_by_check_and_by_every_build(small_site: SmallSite) -> None:
    """A build that makes nothing, or only another text, still tells of it."""
    line = "articles/second-exchange.en.md:6:11: a number differs"
    texts = pair("Có 25 lớp.", "There are 26 classes.")
    first = small_site(texts)
    assert first.code == 0
    assert line in first.out + first.err
    again = small_site(texts)
    assert line in again.out + again.err
    news = "articles/unlisted.vi.md"
    other = small_site({**texts, news: text(news, "Thêm một câu.")})
    assert line in other.out + other.err


def test_a_mended_difference_is_told_no_more(small_site: SmallSite) -> None:
    """When either file is mended, the problem at the other one goes."""
    small_site(pair("Có 25 lớp.", "There are 26 classes."))
    mended = small_site(pair("Có 26 lớp.", "There are 26 classes."))
    assert "parity-number" not in mended.out + mended.err


def test_the_setting_makes_differences_errors(small_site: SmallSite) -> None:
    """With `parity: error` the build is refused."""
    site = (SECOND_CONTENT / "data/site.yaml").read_text(encoding="utf-8") + "parity: error\n"
    texts = pair("Có 25 lớp.", "There are 26 classes.")
    assert small_site({**texts, "data/site.yaml": site}).code == 1


def test_pairs_are_compared_once(content: Path, means: Means) -> None:
    """What was compared is kept, until one of the two texts changes."""
    pairs = compared(content, means)
    assert pairs > 4
    assert compared(content, means) == 0
    (content / EN).write_text(text(EN, "One more sentence."), encoding="utf-8")
    assert compared(content, means) == 1


def test_names_of_partners_compare_pairs_anew(content: Path, means: Means) -> None:
    """A partner's other name may make what differed the same; its relations may not."""
    pairs = compared(content, means)
    record = content / "data/partners/duong-mau.yaml"
    written = record.read_text(encoding="utf-8")
    record.write_text(written.replace("lat: 17.5", "lat: 17.6"), encoding="utf-8")
    assert compared(content, means) == 0
    record.write_text(written.replace("[Rapids]", "[Rapids, Falls]"), encoding="utf-8")
    assert compared(content, means) == pairs


def test_many_pairs_are_compared_in_several_processes(content: Path, tmp_path: Path) -> None:
    """Processes find what one process finds."""
    for name, more in pair("Có 25 lớp.", "There are 26 classes.").items():
        (content / name).write_text(more, encoding="utf-8")
    found = []
    for jobs in (1, 2):
        shelf = Shelf(tmp_path / f"shelf-{jobs}.sqlite")
        with mock.patch.object(judging, "WORTH_A_POOL", 2):
            found.append(set(take_in(content, Means(shelf, jobs))[1]))
        shelf.close()
    assert found[0] == found[1] == set(take_in(content)[1])
    assert "parity-number" in {problem.rule.id for problem in found[0]}


def test_rows_of_both_languages_are_known(content: Path, means: Means) -> None:
    """Which blocks belong together is known of every article in both languages."""
    assert int(EPOCH) == NOW.timestamp()
    entries, _ = take_in(content, means)
    library, _ = link(entries, LinkSettings(content, NOW))
    assert library is not None
    rows = with_bodies(library, entries, content=content, means=means).rows
    assert list(rows["second-exchange"]) == [(0, 0), (1, 1), (2, 2)]
    assert "chi-tieng-viet" not in set(rows)
    assert len(rows) == len(set(rows)) > 2
    assert rows.get("chi-tieng-viet") is None


def test_lost_facts_are_found_again(content: Path, means: Means) -> None:
    """What was lost from the shelf is read again from the file."""
    entries, _ = take_in(content, means)
    library, _ = link(entries, LinkSettings(content, NOW))
    assert library is not None
    assert means.shelf is not None
    rows = with_bodies(library, entries, content=content, means=means).rows
    before = list(rows["first-exchange"])
    means.shelf.clear()
    assert list(rows["first-exchange"]) == before
