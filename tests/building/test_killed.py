"""Killed at any moment, a build leaves a whole site, and the next one makes it right.

`BULLETIN_KILLS` raises the number of kills; how many there were, at which work, and that all
trees were equal is printed at the end.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.building.events import disturbed
from tests.building.forge import forge
from tests.building.places import Files, Site, differences, make_site
from tests.site.building import files_of

KILLS = int(os.environ.get("BULLETIN_KILLS", "12"))
_ADDRESS = re.compile(r'(?:href|src)="(/[^"#]*)')
_ARTICLE = "content/articles/tin-a.{}.md"


def edit(site: Site, turn: int) -> None:
    """Change what every page shows; add a pair of articles, or take it away."""
    told = "summary: Một bài ví dụ để thử, dài đủ bốn mươi ký tự như quy định.\n"
    about = "date: 2024-02-27\nsection: news\ntopics: [exchange]\n"
    vi = f"---\ntitle: Tin {turn}\n{about}{told}---\nTin.\n"
    en = f"---\ntitle: News {turn}\n{told}translation: {{revision: '000000'}}\n---\nNews.\n"
    site.edit("content/data/site.yaml", "Sample Bulletin", f"Sample Bulletin {turn}")
    site.edit("content/data/site.yaml", "Bản tin Mẫu", f"Bản tin Mẫu {turn}")
    site.edit("theme/static/css/print.css", "@layer", f"/* {turn} */ @layer")
    there = (site.folder / _ARTICLE.format("vi")).exists()
    pair = (None, None) if there else (vi.encode(), en.encode())
    site.write({_ARTICLE.format(name): raw for name, raw in zip(("vi", "en"), pair, strict=True)})


def faults(now: Files, before: Files, after: Files) -> Iterator[str]:
    """Yield what a server would show broken.

    Links between pages are free where nothing leads to the page yet, or nothing any more.
    """
    for path, raw in now.items():
        if not raw or path.endswith(".part"):
            yield f"{path} is not whole"
        if not path.endswith(".html"):
            continue
        text = raw.decode()
        if not text.rstrip().endswith("</html>"):
            yield f"{path} is cut off"
        for address in _ADDRESS.findall(text):
            is_page = address.endswith("/")
            goal = address[1:] + "index.html" * is_page
            if goal not in now and (path in before.keys() & after.keys() or not is_page):
                yield f"{path} leads to {address}, which is not there"


def count_writings(site: Site) -> int:
    """Return how many writings of files a build with all pages to make has."""
    edit(site, 0)
    with disturbed(site.live.parent, -2, print) as seen:
        site.build()
    return len(seen)


def work(last: str) -> str:
    """Name the work that a build was at, from the last writing of a file that it began."""
    _, _, path = last.partition(" ")
    if path.startswith("site"):
        return "going live"
    kept = path.removeprefix(".cache/builds/site/").lstrip(".")
    if kept.startswith("staging/site/"):
        return "making pages"
    if kept.startswith(("staging", "shelf", "lock")) or not last:
        return "reading"
    return "noting what is about to change" if kept.startswith("journal") else "keeping"


def check_next(site: Site, before: Files) -> Files:
    """See that what a killed build left is whole, and the next build as one from nothing."""
    left = site.tree()
    assert not site.build().is_refused
    _, clean = site.clean()
    assert list(faults(left, before, clean)) == []
    assert differences(site.tree(), clean) == {}
    return clean


def test_killed_at_random(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At whatever moment a build is killed, nobody sees half a file, and nothing is lost."""
    site, by = make_site(tmp_path), Random(7)
    site.build()
    before, killed = site.tree(), Counter[str]()
    with forge(site.settings) as smith:
        edit(site, 0)
        began = time.monotonic()
        smith.build()
        lasts = time.monotonic() - began
        before = check_next(site, before)
        for begun in range(1, KILLS * 4):
            edit(site, begun)
            is_killed = smith.build(seconds=by.uniform(0, lasts))
            killed[work(smith.last)] += is_killed
            lasts *= 1.05 if is_killed else 0.85  # a machine is not always as quick
            before = check_next(site, before)
            if killed.total() == KILLS:
                break
    places = ", ".join(f"{count} {name}" for name, count in (+killed).most_common())
    with capsys.disabled():
        print(
            f"\n{begun} builds begun, {killed.total()} killed at random ({places}); after each "
            "the site was whole, and the next build gave the tree of one from nothing"
        )
    assert killed.total() == KILLS


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_each_stage(tmp_path: Path, jobs: int) -> None:
    """From the first file that is written to the last, no writing is one to fear a kill at."""
    site = make_site(tmp_path)
    site.build()
    last, stages = count_writings(site), KILLS if jobs == 1 else KILLS // 2
    before = site.tree()
    with forge(site.settings, jobs=jobs) as smith:
        for turn in range(stages):
            edit(site, turn + 1)
            smith.build(turn * last // stages)
            before = check_next(site, before)


def test_killed_before_anything_was_there(tmp_path: Path) -> None:
    """A first build that is killed half way does not make its folder one of another origin."""
    site = make_site(tmp_path)
    with forge(site.settings) as smith:
        for number in range(60, 400, 40):
            if not smith.build(number) or "index.html" in files_of(site.live):
                break
    check_next(site, {})
