"""Wide tables: which get a region of their own."""

from pathlib import Path

from tests.conftest import SmallSite
from tests.site.building import SECOND_CONTENT

NAME = "articles/chi-tieng-viet.vi.md"
NARROW = "\n| Năm | Việc |\n| --- | --- |\n| 2023 | Ví dụ |\n"
WIDE = "\n| A | B | C | D |\n| --- | --- | ---: | --- |\n| 1 | 2 | 3 | 4 |\n"


def _page(output: Path) -> str:
    (found,) = (output / "2024" / "03").glob("*/index.html")
    return found.read_text(encoding="utf-8")


def test_wide_table_alone_scrolls(small_site: SmallSite) -> None:
    """A table of four columns can take the focus and is named; one of two stays as it is."""
    text = (SECOND_CONTENT / NAME).read_text(encoding="utf-8")
    page = _page(small_site({NAME: text + NARROW + "\nChữ.\n" + WIDE}).output)
    region = (
        '<div class="table-region" role="group" tabindex="0" aria-label="Bảng, cuộn ngang được">'
    )
    assert page.count("<table>") == 2
    assert page.count(region) == 1
    assert f"{region}<table>" in page
