"""Settings of the public site: those of pelicanconf.py, at the public address."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *  # noqa: F403

IS_PUBLIC = True
SITEURL = os.environ.get("BULLETIN_SITE_URL", "").rstrip("/")
if not SITEURL:
    sys.exit(
        "publishconf.py: set BULLETIN_SITE_URL to the public address, e.g. https://example.org"
    )
