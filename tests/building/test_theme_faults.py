"""Faults of the theme: one line with file, line and remedy; the last good output as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.bulletin.render import printing
from tests.building.places import Site, make_site
from tests.site.building import ROOT, Built, build_here

ARTICLE = "theme/templates/article.html"
CATALOG = "theme/translations/vi/LC_MESSAGES/messages.po"
CARD = "theme/templates/components/card.html"
HOME = (ROOT / CATALOG).read_text("utf-8").partition('msgid "Home"')[0].count("\n") + 1

# File, what is put before what, and what the line says.
FAULTS = [
    (ARTICLE, "{% block main %}", "{% block main %}\n{% if %}\n", "Expected an expression"),
    (ARTICLE, "{% block main %}", "{% block main %}\n{{ view.nothing }}", "no attribute 'nothing'"),
    (ARTICLE, "{% block main %}", "{% block main %}\n{% include 'no.html' %}", "no such template"),
    (CARD, "{% endmacro %}", "{{ level }\n{% endmacro %}", "unexpected '}'"),
    (CATALOG, 'msgid "Home"', "misgid Home", f"messages.po:{HOME}: the theme has a fault"),
    ("theme/static/css/print.css", "@layer", "a { src: url('../icons/no.svg') }\n@layer", "no.svg"),
]


def build(site: Site, *options: str) -> Built:
    """Build as an editor does."""
    places = (site.settings.content, site.live)
    return build_here(*places, "--theme", str(site.settings.theme), *options)


@pytest.mark.parametrize(("name", "old", "new", "words"), FAULTS)
def test_fault_is_told(tmp_path: Path, name: str, old: str, new: str, words: str) -> None:
    """Whatever is wrong with the theme, the file is named, and nothing of the output changes."""
    site = make_site(tmp_path)
    assert build(site).code == 0
    before, good = site.tree(), (site.folder / name).read_text("utf-8")
    (site.folder / name).write_text(good.replace(old, new, 1), "utf-8")
    built = build(site, "--language", "en")
    assert (built.code, built.out) == (1, "")
    (line,) = built.err.splitlines()
    assert line.startswith(str(site.folder / "theme"))
    assert words in line
    assert line.endswith("[theme-broken]")
    assert site.tree() == before
    assert "giao diện có lỗi" in build(site, "--language", "vi").err
    (site.folder / name).write_text(good, "utf-8")
    assert build(site).code == 0
    assert site.tree() == before


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_line_of_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str) -> None:
    """The line is the template's own, whichever process came upon it."""
    monkeypatch.setattr(printing, "WORTH_A_POOL", 2)
    site = make_site(tmp_path)
    place = site.folder / ARTICLE
    good = place.read_text("utf-8")
    for fault in ("{% if %}", "{{ view.nothing }}"):
        text = good.replace("{% endblock %}", f"{fault}\n{{% endblock %}}", 1)
        place.write_text(text, "utf-8")
        number = text[: text.index(fault)].count("\n") + 1
        built = build(site, "--jobs", jobs)
        assert built.err.startswith(f"{place}:{number}: ")


def test_template_that_is_no_text(tmp_path: Path) -> None:
    """A template in another encoding is named, and so is one that is not there."""
    site = make_site(tmp_path)
    card = (site.folder / CARD).read_bytes()
    site.write({CARD: b"\xff\xfe"})
    assert build(site).err.startswith(f"{site.folder / CARD}: ")
    site.write({CARD: card})
    (site.folder / ARTICLE).unlink()
    assert "article.html" in build(site).err
    assert "[theme-broken]" in build(site).err
