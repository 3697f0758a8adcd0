"""Places that browser tests visit: pages of every template, in each language."""

from __future__ import annotations

from pathlib import Path

# Template -> pattern of files in Vietnamese, in English; the first one that fits is visited.
REAL = {
    "home": ("index.html", "en/index.html"),
    "article": ("2026/*/*/index.html", "en/2026/*/*/index.html"),
    "sides": ("song-ngu/2026/*/*/index.html",) * 2,
    "list": ("chuyen-muc/*/index.html", "en/sections/*/index.html"),
    "archive": ("luu-tru/index.html", "en/archive/index.html"),
    "archive year": ("luu-tru/2024/index.html", "en/archive/2024/index.html"),
    "issues": ("so-bao/index.html", "en/issues/index.html"),
    "issue": ("so-bao/2026/index.html", "en/issues/2026/index.html"),
    "multimedia": ("da-phuong-tien/index.html", "en/multimedia/index.html"),
    "infographics": ("da-phuong-tien/do-hoa/index.html", "en/multimedia/infographics/index.html"),
    "authors": ("tac-gia/index.html", "en/authors/index.html"),
    "author": ("tac-gia/*/index.html", "en/authors/*/index.html"),
    "search": ("tim-kiem/index.html", "en/search/index.html"),
    "partners": ("doi-tac/index.html", "en/partners/index.html"),
    "partner": ("doi-tac/*/index.html", "en/partners/*/index.html"),
    "data": ("data/index.html", "en/data/index.html"),
    "anniversaries": ("ky-niem/index.html", "en/anniversaries/index.html"),
    "associations": ("hoi-thanh-vien/index.html", "en/associations/index.html"),
    "association": ("hoi-thanh-vien/japan/index.html", "en/associations/japan/index.html"),
    "documents": ("van-ban/index.html", "en/documents/index.html"),
    "document": ("van-ban/05-tt-tu/index.html", "en/documents/05-tt-tu/index.html"),
    "page": ("gioi-thieu/index.html", "en/about/index.html"),
    "404": ("404.html", "en/404.html"),
}
# What the real content does not have: an article with everything, long lists, empty ones.
SECOND = {
    "article with all": ("2023/08/*/index.html", "en/2023/08/*/index.html"),
    "sides with all": ("song-ngu/2023/08/*/index.html",) * 2,
    "article alone": ("2024/03/*/index.html", "en/2024/01/*/index.html"),
    "second page": ("chuyen-muc/tin-mau/trang/2/index.html", "en/sections/*/page/2/index.html"),
    "anniversaries": ("ky-niem/index.html", "en/anniversaries/index.html"),
    "issue with all": ("so-bao/mua-xuan-2024/index.html", "en/issues/mua-xuan-2024/index.html"),
    "issue without a lead": ("so-bao/2023/index.html", "en/issues/2023/index.html"),
    "no multimedia": ("da-phuong-tien/index.html", "en/multimedia/index.html"),
    "no videos": ("da-phuong-tien/video/index.html", "en/multimedia/videos/index.html"),
    "empty list": ("chu-de/chua-co-bai/index.html", "en/topics/nothing-yet/index.html"),
    "partner": ("doi-tac/duong-mau/index.html", "en/partners/duong-mau/index.html"),
    "document": ("van-ban/ke-hoach-mau/index.html", "en/documents/ke-hoach-mau/index.html"),
    "partner alone": ("doi-tac/mau-thu-hai/index.html", "en/partners/mau-thu-hai/index.html"),
}
LANGUAGES = ("vi", "en")

Place = tuple[str, str, str]  # site, template, language
PLACES: list[Place] = [
    (site, name, language)
    for site, table in (("real", REAL), ("second", SECOND))
    for name in table
    for language in LANGUAGES
]


def address_of(output: Path, place: Place) -> str:
    """Return the address of a place in its site's output.

    Raises:
        LookupError: No page fits the place's pattern.
    """
    site, name, language = place
    pattern = (REAL if site == "real" else SECOND)[name][LANGUAGES.index(language)]
    found = sorted(path.relative_to(output).as_posix() for path in output.glob(pattern))
    if not found:
        raise LookupError(f"no page of {site} fits {pattern}")
    return "/" + found[0].removesuffix("index.html")
