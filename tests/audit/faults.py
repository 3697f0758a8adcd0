"""Faults: changes of the small site, each with the one rule that it breaks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tests.audit.small_site import ARTICLE, BASE_URL

_ROW = '<link rel="alternate" hreflang="{}" href="{}">'
ROW_EN = _ROW.format("en", BASE_URL + "/en/2023/08/cooperation/")
ROW_X = _ROW.format("x-default", BASE_URL + "/en/2023/08/cooperation/")
TO_ENGLISH = "/en/2023/08/cooperation/#main"


@dataclass(frozen=True)
class Fault:
    """One change of the clean site, and the one problem that comes of it.

    An empty `old` writes the whole file.
    """

    rule: str
    path: str
    old: str
    new: str

    def __str__(self) -> str:
        """Return the name of the case."""
        return f"{self.rule}-{self.new[:24]}"

    def apply(self, files: dict[str, str]) -> dict[str, str]:
        """Return the site with this fault."""
        if not self.old:
            return files | {self.path: self.new}
        assert self.old in files[self.path]
        return files | {self.path: files[self.path].replace(self.old, self.new)}


FAULTS = (
    # Files
    Fault("file-empty", "google1.html", "", " \n"),
    Fault("file-empty", "google1.html", "", "<!-- -->"),
    Fault("draft", "drafts/anh.jpg", "", "x"),
    Fault("text-not-utf8", ARTICLE, "Đối ngoại", "\udcff\udcfe"),
    Fault("text-not-nfc", ARTICLE, "Đối ngoại", unicodedata.normalize("NFD", "Đối ngoại")),
    Fault("text-not-nfc", "data/a.csv", "", "a\u2000b"),
    Fault("data-invalid", "data/a.xml", "", "<a><b></a>"),
    # Links and addresses
    Fault("link-broken", ARTICLE, TO_ENGLISH, "../khong-co/"),
    Fault("link-broken", ARTICLE, TO_ENGLISH, BASE_URL + "/en/khong-co/?a=b#c"),
    Fault("link-broken", ARTICLE, TO_ENGLISH, "http://["),
    Fault("link-broken", ARTICLE, TO_ENGLISH, "/theme/"),
    Fault("link-broken", "404.html", f"{BASE_URL}/404.html", f"{BASE_URL}/khac/"),
    Fault("anchor-broken", ARTICLE, 'href="#main"', 'href="#khac"'),
    Fault("asset-missing", ARTICLE, "<img", '<img srcset="none.svg 2x, /theme/emblem.svg 3x"'),
    Fault("asset-missing", ARTICLE, "/theme/site.css", "/theme/none.css"),
    Fault("asset-missing", "theme/site.css", "emblem.svg", "none.svg"),
    Fault("asset-missing", "theme/site.css", ".emblem", "@import 'none.css';.emblem"),
    Fault(
        "asset-missing",
        ARTICLE,
        "</head>",
        f'<meta property="og:image" content="{BASE_URL}/none.jpg"></head>',
    ),
    Fault("request-outside", ARTICLE, "</main>", '<script src="//cdn.test/a.js"></script></main>'),
    Fault("request-outside", "theme/site.css", "emblem.svg", "https://cdn.test/emblem.svg"),
    Fault("address-insecure", "theme/site.css", "emblem.svg", "http://example.org/robots.txt"),
    Fault("address-dots", ARTICLE, TO_ENGLISH, "./a/../../../../"),
    Fault("address-slash", ARTICLE, TO_ENGLISH, "/en/2023/08/cooperation#main"),
    # Markup
    Fault("style-inline", ARTICLE, "</head>", "<style>p {}</style></head>"),
    Fault("handler-inline", ARTICLE, TO_ENGLISH, "javascript:a()"),
    Fault("handler-inline", ARTICLE, "<h2>", "<h2\nONCLICK = 'a()'>"),
    # Languages
    Fault("hreflang-default", ARTICLE, ROW_X, ROW_X.replace("on/", "ons/")),
    Fault("sitemap-hreflang", ARTICLE, ROW_X, ""),
    # Sitemap and feeds
    Fault("sitemap-broken", "sitemap.xml", "</urlset>", "<url><loc>/404.html</loc></url></urlset>"),
    Fault("feed-invalid", "feeds/atom.xml", "", "<html/>"),
    Fault("feed-language", "feeds/atom.xml", "<entry>", '<entry xml:lang="en">'),
)
