"""Cards in builds: drawn for what is published, one for each article, and never stale."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from plugins.bulletin.problems.machine import BrokenTheme
from plugins.bulletin.render import cards
from tests.building.places import Site, differences, heading_fonts, make_site, told

IMAGE = re.compile(rb'<meta property="og:image" content="[^"]*?/(cards/[0-9a-f]+\.png)">')


def public(folder: Path) -> Site:
    """Return a small site that was built to be published."""
    made = make_site(folder)
    made.write(heading_fonts())
    done = made.build(is_public=True)
    assert not done.is_refused, told(done)
    return made


def cards_named(site: Site) -> dict[str, str]:
    """Return the card that each page names, by the page's file."""
    pages = {path: text for path, text in site.tree().items() if path.endswith(".html")}
    found = {path: IMAGE.search(text) for path, text in pages.items()}
    return {path: match[1].decode() for path, match in found.items() if match}


def never(*_: object) -> bytes:
    """Stand for drawing where nothing is to be drawn."""
    raise AssertionError("a card was drawn")


def retitle(site: Site, title: str) -> None:
    """Give an article another title."""
    location = min((site.folder / "content").rglob("articles/**/*.vi.md"))
    text = re.sub(r"(?m)^title: .*$", f"title: {title}", location.read_text("utf-8"), count=1)
    site.write({location.relative_to(site.folder).as_posix(): text.encode()})


def test_every_page_names_a_card_that_is_there(tmp_path: Path) -> None:
    """Each article has its own card in its language, all other pages one, and no card is spare."""
    site = public(tmp_path)
    tree, named = site.tree(), cards_named(site)
    drawn = {path for path in tree if path.startswith("cards/")}
    assert set(named.values()) == drawn
    articles = [card for path, card in named.items() if re.match(r"(en/)?\d{4}/", path)]
    assert len(articles) == len(set(articles)) > 1
    for path in drawn:
        assert Image.open(BytesIO(tree[path])).size == (1200, 630)


def test_new_title_gives_a_new_card(tmp_path: Path) -> None:
    """After an edit the site equals one from nothing, and the old card is gone."""
    site = public(tmp_path)
    before = cards_named(site)
    retitle(site, "Một nhan đề khác")
    done = site.build(is_public=True)
    assert not done.is_refused, told(done)
    assert differences(site.tree(), site.clean(is_public=True)[1]) == {}
    gone = set(before.values()) - set(cards_named(site).values())
    assert len(gone) == 1
    assert gone.isdisjoint(site.tree())


def test_card_that_is_kept_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One damaged on disk is put back from the shelf."""
    site = public(tmp_path)
    before = site.tree()
    monkeypatch.setattr(cards, "draw_card", never)
    card = next(path for path in before if path.startswith("cards/"))
    (site.live / card).write_bytes(b"cut")
    done = site.build(is_public=True)
    assert not done.is_refused, told(done)
    assert site.tree() == before


def test_title_in_other_letters_has_no_card(tmp_path: Path) -> None:
    """Where the fonts lack a letter of a title its page names no card, and the build goes on."""
    site = public(tmp_path)
    retitle(site, "Thăm ວຽງຈັນ một ngày")
    done = site.build(is_public=True)
    assert not done.is_refused, told(done)
    title = 'og:title" content="Thăm ວຽງຈັນ một ngày"'.encode()
    heads = [text for text in site.tree().values() if title in text]
    assert len(heads) == 1
    assert not IMAGE.search(heads[0])


def test_editors_build_draws_none(tmp_path: Path) -> None:
    """What is not published has no cards, for drawing thousands would keep an editor waiting."""
    site = make_site(tmp_path)
    done = site.build()
    assert not done.is_refused, told(done)
    assert not [path for path in site.tree() if path.startswith("cards/")]
    assert cards_named(site) == {}


def test_broken_font_is_told(tmp_path: Path) -> None:
    """A font that cannot be read refuses the build by its name, and the last output stands."""
    site = public(tmp_path)
    before = site.tree()
    site.write({"theme/static/fonts/be-vietnam-pro-latin-700.woff2": b"no font"})
    with pytest.raises(BrokenTheme, match="be-vietnam-pro-latin-700"):
        site.build(is_public=True)
    assert site.tree() == before
