"""Stock Pelican with i18n_subsites: the same pages as ours at the same addresses.

Sections are categories, topics are tags, and partners take the third of Pelican's
groupings, authors. Their names come from names.json, which the corpus writes.
"""

import json
import os
from pathlib import Path

HERE = Path(__file__).parent

SITENAME = "Hữu nghị và Hợp tác"
SITEURL = "https://example.org"
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
PATH = str(HERE / "content")
OUTPUT_PATH = str(HERE / "output")
THEME = str(HERE / "theme")
NAMES = json.loads((HERE / "names.json").read_text(encoding="utf-8"))

PLUGINS = ["i18n_subsites"]
I18N_SUBSITES = {"en": {"SITENAME": "Friendship and Cooperation"}}
ARTICLE_TRANSLATION_ID = "pair"

ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images"]
USE_FOLDER_AS_CATEGORY = False
DEFAULT_PAGINATION = 12
PAGINATED_TEMPLATES = {"category": None, "tag": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)

ARTICLE_URL = "{date:%Y}/{date:%m}/{slug}/"
PAGE_URL = "{slug}/"
CATEGORY_URL = "sections/{slug}/"
TAG_URL = "topics/{slug}/"
AUTHOR_URL = "partners/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = f"{ARTICLE_URL}index.html"
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = f"{PAGE_URL}index.html"
ARTICLE_LANG_URL, PAGE_LANG_URL = ARTICLE_URL, PAGE_URL
CATEGORY_SAVE_AS = f"{CATEGORY_URL}index.html"
TAG_SAVE_AS = f"{TAG_URL}index.html"
AUTHOR_SAVE_AS = f"{AUTHOR_URL}index.html"

DIRECT_TEMPLATES = ["index", "archives", "authors", "sitemap", "404"]
ARCHIVES_SAVE_AS = "archive/index.html"
AUTHORS_SAVE_AS = "partners/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"

FEED_ALL_ATOM = "feeds/atom.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

MARKDOWN = {
    "extensions": ["tables", "sane_lists", "footnotes", "toc", "meta"],
    "output_format": "html5",
}

# Pelican's own content cache; a folder for each language, or one overwrites the other.
CACHE_CONTENT = LOAD_CONTENT_CACHE = os.environ.get("BENCH_PELICAN_CACHE") == "1"
CACHE_PATH = str(HERE / "cache/vi")
I18N_SUBSITES["en"]["CACHE_PATH"] = str(HERE / "cache/en")
