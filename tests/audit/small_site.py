"""A small site without a fault, as a mapping of paths to text, for tests to break."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

BASE_URL = "https://example.org"

Files = Mapping[str, str]

_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="description" content="Mô tả: {title}.">
<link rel="canonical" href="{base}{address}">
{alternates}
<link rel="stylesheet" href="{prefix}/theme/site.css">
<link rel="alternate" type="application/atom+xml" href="{prefix}{home}feeds/atom.xml">
</head>
"""
_BODY = """<body>
<nav><a href="{prefix}{home}">Home</a> <a href="#main">Main</a></nav>
<main id="main">
<h1>{title}</h1>
<p><a href="{prefix}{other}#main">Other</a> <a href="mailto:a@example.org">Mail</a></p>
<img src="{prefix}/images/emblem.svg" srcset="{prefix}/images/emblem.svg 2x" alt="">
<h2>Đối ngoại</h2>
</main>
</body>
</html>
"""
_ALTERNATE = '<link rel="alternate" hreflang="{language}" href="{url}">'
_ENTRY = '<entry><title>Bài</title><link href="{url}"/><id>{url}</id></entry>'
_FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">
<title>Bản tin</title><id>{url}</id><updated>2023-08-17T09:00:00+07:00</updated>
{entries}
</feed>
"""
_SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
{entries}
</urlset>
"""
_PAIRS = (("/", "/en/"), ("/2023/08/hop-tac/", "/en/2023/08/cooperation/"))


def clean_site(base_url: str = BASE_URL) -> dict[str, str]:
    """Return two pages in each language with all that the audit asks for."""
    prefix = base_url.removeprefix("https://").partition("/")[1:]
    folder = "".join(prefix).rstrip("/")
    files = {
        "robots.txt": "User-agent: *\n",
        "theme/site.css": "/* url(no.png) */\n@font-face { src: url('font.woff2'); }\n",
        "theme/font.woff2": "font",
        "images/emblem.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
        "404.html": _page(base_url, folder, "/404.html", ()).replace(
            "<title>", '<meta name="robots" content="noindex">\n<title>'
        ),
        "sitemap.xml": _SITEMAP.format(entries=_sitemap_entries(base_url)),
    }
    for pair in _PAIRS:
        for address in pair:
            files[address[1:] + "index.html"] = _page(base_url, folder, address, pair)
    for language, home, article in (("vi", "/", _PAIRS[1][0]), ("en", "/en/", _PAIRS[1][1])):
        feed = _FEED.format(
            language=language,
            url=base_url + home,
            entries=_ENTRY.format(url=base_url + article),
        )
        files[home[1:] + "feeds/atom.xml"] = feed
    return files


def write_site(folder: Path, files: Files) -> Path:
    """Write a site into a folder named output, and return that."""
    output = folder / "output"
    for name, text in files.items():
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    return output


def _page(base_url: str, prefix: str, address: str, pair: tuple[str, ...]) -> str:
    language = "en" if address.startswith("/en/") else "vi"
    home = "/en/" if language == "en" else "/"
    values = {
        "language": language,
        "title": f"Trang {address}",
        "base": base_url,
        "prefix": prefix,
        "address": address,
        "alternates": "\n".join(_rows(base_url, pair, _ALTERNATE)),
        "home": home,
        "other": next((each for each in pair if each != address), "/"),
    }
    return (_HEAD + _BODY).format(**values)


def _rows(base_url: str, pair: tuple[str, ...], form: str) -> list[str]:
    languages = ("vi", "en", "x-default")
    addresses = (*pair, *pair[1:])
    return [
        form.format(language=language, url=base_url + address)
        for language, address in zip(languages, addresses, strict=False)
    ]


def _sitemap_entries(base_url: str) -> str:
    form = '<xhtml:link rel="alternate" hreflang="{language}" href="{url}"/>'
    return "\n".join(
        f"<url><loc>{base_url}{address}</loc>{''.join(_rows(base_url, pair, form))}</url>"
        for pair in _PAIRS
        for address in pair
    )
