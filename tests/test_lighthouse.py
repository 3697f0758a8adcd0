"""The task that measures with Lighthouse: what is measured, how it is sent, what is told."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.request import urlopen

import pytest
from invoke.exceptions import Exit

from tools import lighthouse


def test_main_pages_are_measured_in_both_languages(real_site: Path) -> None:
    """Home, an article, the directory and a city, and each address is a page of the site."""
    found = dict(lighthouse.pages(real_site))
    assert len(found) == 8
    assert found["home vi"] == "/"
    assert found["directory en"] == "/en/partners/"
    assert all((real_site / address[1:] / "index.html").is_file() for address in found.values())


def test_missing_page_ends_the_task(tmp_path: Path) -> None:
    """A site without an article is not measured in silence."""
    with pytest.raises(Exit, match=r"the site has no index\.html"):
        list(lighthouse.pages(tmp_path))


def test_texts_are_sent_packed(tmp_path: Path) -> None:
    """A page comes packed by gzip and in UTF-8, a font as it is, and nothing as such."""
    (tmp_path / "index.html").write_text("<p>Chào</p>", encoding="utf-8")
    (tmp_path / "font.woff2").write_bytes(b"font")
    with lighthouse.served(tmp_path) as url:
        with urlopen(url + "/") as answer:
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert gzip.decompress(answer.read()).decode("utf-8") == "<p>Chào</p>"
        with urlopen(url + "/font.woff2") as answer:
            assert answer.headers["Content-Encoding"] is None
            assert answer.read() == b"font"


def test_what_keeps_a_score_low_is_named() -> None:
    """Tests that count and were not passed are named with what was measured, and no others."""
    audits = {
        "slow": {"title": "Paints late", "displayValue": "4.1 s", "score": 0.5},
        "fine": {"title": "Is fine", "score": 1},
        "none": {"title": "Does not apply", "score": None},
        "idle": {"title": "Has no weight", "score": 0},
    }
    weights = {"slow": 10, "fine": 10, "none": 10, "idle": 0}
    references = [{"id": key, "weight": weight} for key, weight in weights.items()]
    nothing: dict[str, object] = {"auditRefs": []}
    categories = dict.fromkeys(lighthouse.CATEGORIES, nothing)
    categories |= {"performance": {"auditRefs": references}}
    told = list(lighthouse.faults({"audits": audits, "categories": categories}))
    assert told == ["performance: Paints late 4.1 s"]
