"""Settings of Pelican for this machine; publishconf.py changes what differs in public.

Identity — names, address, colours, menu — is content: see content/data/site.yaml.
"""

import os
import sys
from pathlib import Path

# From whatever folder Pelican is run, a plugin that cannot be imported must stop it.
sys.path.insert(0, str(Path(__file__).parent))
import plugins.bulletin  # noqa: F401

# Addresses on pages start at the root; feeds and the sitemap need the whole address.
SITEURL = os.environ.get("BULLETIN_SITE_URL", "http://localhost:8000")
IS_PUBLIC = False  # large sites get their search index for the public alone
SITENAME = "bulletin"  # Pelican wants one; pages take theirs from content/data/site.yaml
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"

PATH = "content"
THEME = "theme"
OUTPUT_PATH = "output"

# Our plugin reads, checks and writes; i18n_subsites makes the English site from one run.
PLUGINS = ["plugins.bulletin", "pelican.plugins.i18n_subsites"]

# Only Markdown: docutils knows no Vietnamese.
READERS = {"rst": None, "html": None}

# A name that a template does not get is an error, and all text is escaped.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "extensions": ["jinja2.ext.i18n"],
    "trim_blocks": True,
    "lstrip_blocks": True,
}

# Lists, feeds, styles and pictures are in our table of outputs, so Pelican makes none.
DIRECT_TEMPLATES: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
