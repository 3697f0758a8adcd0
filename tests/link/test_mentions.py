"""Mentions: which partner's first mention in a body becomes a link, and where."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from plugins.bulletin.link.mentions import find_mentions, gather_names
from plugins.bulletin.model.article import ResolvedLink
from plugins.bulletin.model.common import Language, Position
from plugins.bulletin.model.records import Aliases, Partner, PartnerKind, PartnerName
from plugins.bulletin.read.markdown import convert
from tests.link.making import MINIMAL, library_of, rules_of, text, translation


def partner(
    identity: str, name: str, *aliases: str, kind: PartnerKind = "city", english: str = ""
) -> Partner:
    """Return a partner with a name of its own in each language, or one for both."""
    return Partner(
        PartnerName(name, english or name),
        "LA",
        kind,
        Position(0, 0),
        (),
        id=identity,
        aliases=Aliases(vi=aliases),
    )


PARTNERS = (
    partner("tokyo", "Tokyo", "Tô-ki-ô"),
    partner("vientiane", "Viêng Chăn", "Viêng-chăn", "Vientiane", english="Vientiane"),
    partner("fukuoka", "Tỉnh Fukuoka", "Fukuoka", kind="prefecture", english="Fukuoka Prefecture"),
    partner("nam", "Vùng Nam Ostrobothnia", "Nam Ostrobothnia", kind="region"),
    partner("ostrobothnia", "Ostrobothnia"),
)


def marked(body: str, language: Language = "vi", links: tuple[ResolvedLink, ...] = ()) -> list[str]:
    """Return `ID: words` for every mention that a Markdown body has."""
    converted, problems = convert(body, "bai.md", first_line=1, language=language)
    assert problems == []
    assert converted is not None
    names = gather_names(PARTNERS)[language]
    found = find_mentions(converted.names, names, links)
    return [f"{item.partner}: {converted.html[item.start : item.end]}" for item in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Thăm Tokyo và Tokyo.", ["tokyo: Tokyo"]),
        ("Tới Tô-ki-ô, rồi Tokyo.", ["tokyo: Tô-ki-ô"]),
        ("Tokyo, Vientiane, Viêng Chăn", ["tokyo: Tokyo", "vientiane: Vientiane"]),
        ("Ở **Viêng Chăn**.", ["vientiane: Viêng Chăn"]),
        ("Ở Viêng\nChăn.", ["vientiane: Viêng\nChăn"]),
        ("Ở Viêng&nbsp;Chăn.", ["vientiane: Viêng&nbsp;Chăn"]),
        ("Ở Viêng **Chăn**.", []),
        ("Với tỉnh Fukuoka.", ["fukuoka: tỉnh Fukuoka"]),
        ("Với Fukuoka.", ["fukuoka: Fukuoka"]),
        ("Ở thành phố Fukuoka.", []),
        ("Ở thành phố Tokyo.", ["tokyo: Tokyo"]),
        ("Ở tỉnh Tokyo.", []),
        ("Ở Nam Ostrobothnia.", ["nam: Nam Ostrobothnia"]),
        ("Ở Ostrobothnia.", ["ostrobothnia: Ostrobothnia"]),
        ("Đại học Tokyo ở Tokyo.", ["tokyo: Tokyo"]),
        ("## Tokyo\n\nMột đoạn.", []),
        ("Chữ `Tokyo` và *Tokyo Story*, *Tokyo*.", []),
        ("> Tôi yêu Tokyo.", []),
        ("Ông nói: “Tôi yêu Tokyo”.", []),
        ("Ông nói: <q>Tôi yêu Tokyo</q>.", []),
        ("Xem [Tokyo](https://example.org/).", []),
        ("Xem [Tokyo](-), rồi Tokyo nữa.", ["tokyo: Tokyo"]),
        ("Một đoạn.[^1]\n\n[^1]: Báo in ở Tokyo.", []),
        ("Đến Tokyo[^1] hôm qua.\n\n[^1]: Nguồn.", ["tokyo: Tokyo"]),
        ("| Tokyo | B |\n| --- | --- |\n| x | ở Viêng Chăn |", ["vientiane: Viêng Chăn"]),
        ("- Tokyo\n- Viêng Chăn", ["tokyo: Tokyo", "vientiane: Viêng Chăn"]),
        ("Không có đối tác nào.", []),
        ("", []),
    ],
)
def test_first_mention(body: str, expected: list[str]) -> None:
    """The first mention in plain words counts; of a name of more words, the whole of it."""
    assert marked(body) == expected


def test_not_in_a_caption() -> None:
    """A picture's caption keeps its words as they are."""
    body = "![Ảnh](a.jpg)\n/// caption\nỞ Tokyo.\n///\n\nRồi ở Tokyo."
    converted, _ = convert(body, "bai.md", first_line=1, language="vi")
    assert converted is not None
    (found,) = find_mentions(converted.names, gather_names(PARTNERS)["vi"], ())
    assert found.start > converted.html.index("</figure>")


def test_names_of_the_language_alone() -> None:
    """A Vietnamese alias is no name in English, and the kind follows there."""
    assert marked("In Vientiane and Viêng Chăn.", "en") == ["vientiane: Vientiane"]
    assert marked("In Fukuoka Prefecture.", "en") == ["fukuoka: Fukuoka Prefecture"]
    assert marked("In Fukuoka.", "en") == []


@pytest.mark.parametrize("url", ["/doi-tac/tokyo/", "/en/partners/tokyo/"])
def test_editors_link_is_enough(url: str) -> None:
    """A partner that the editor links to anywhere in the body gets no second link."""
    assert marked("Ở Tokyo.", links=(ResolvedLink(url),)) == []


def test_shared_name_is_nobodys() -> None:
    """A name that two partners have leads to neither."""
    names = gather_names([partner("a", "Tokyo"), partner("b", "Kyoto", "Tokyo")])["vi"]
    assert {named.partner for named in names.values()} == {"b"}
    assert "Tokyo\t" not in names


RECORD = (
    "name: {vi: Sông Mẫu, en: Sample River}\ncountry: LA\nkind: city\n"
    "position: {lat: 16, lon: 104}\nrelations: []\n"
)
numbers = count()


def mentions(folder: Path, *, site: str = "", **fields: str) -> list[tuple[str, str]]:
    """Return language and partner of every mention in a pair of articles."""
    files = {
        "articles/bai.vi.md": text("Thăm Sông Mẫu.", **fields),
        "articles/bai.en.md": translation("A visit to Sample River."),
        "data/partners/song-mau.yaml": RECORD,
    }
    if site:
        own = (MINIMAL / "data/site.yaml").read_text(encoding="utf-8")
        files["data/site.yaml"] = f"{own}\n{site}\n"
    library = library_of(folder / str(next(numbers)), files)
    pair = library.articles["bai"]
    return [(name, item.partner) for name in sorted(pair) for item in pair[name].mentions]


def test_switches(tmp_path: Path) -> None:
    """Links are made unless the site or the article, in both its languages, wants none."""
    both = [("en", "song-mau"), ("vi", "song-mau")]
    assert mentions(tmp_path) == both
    assert mentions(tmp_path, site="link_mentions: true", link_mentions="true") == both
    assert mentions(tmp_path, site="link_mentions: false") == []
    assert mentions(tmp_path, site="link_mentions: false", link_mentions="true") == []
    assert mentions(tmp_path, link_mentions="false") == []


def test_switch_is_the_originals(tmp_path: Path) -> None:
    """A translation takes the switch from its original and may not differ."""
    files = {
        "articles/bai.vi.md": text(link_mentions="false"),
        "articles/bai.en.md": translation(link_mentions="true"),
    }
    assert rules_of(tmp_path, files) == ["neutral-different bai.en.md"]


def test_digest_follows_the_name(tmp_path: Path) -> None:
    """A new name of a partner changes the digest of the articles that have or get it, no other."""
    files = {
        "articles/co.vi.md": text("Thăm Sông Mẫu."),
        "articles/se-co.vi.md": text("Thăm Núi Mẫu.", title="Hai"),
        "articles/khong.vi.md": text("Thăm nơi khác.", title="Ba"),
    }
    before = library_of(tmp_path / "a", files | {"data/partners/song-mau.yaml": RECORD})
    renamed = RECORD.replace("Sông Mẫu", "Núi Mẫu")
    after = library_of(tmp_path / "b", files | {"data/partners/song-mau.yaml": renamed})
    changed = {
        key
        for key in ("co", "se-co", "khong")
        if before.articles[key]["vi"].digest != after.articles[key]["vi"].digest
    }
    assert changed == {"co", "se-co"}
