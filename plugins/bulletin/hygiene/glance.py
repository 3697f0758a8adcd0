"""Glance: tells quickly that no check can find anything in some short texts.

Thousands of records hold a few words each. Every check needs some sign of a fault to begin with;
where a text has none of them, none of the checks need be run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.bulletin.hygiene import invisible, letters, quoting
from plugins.bulletin.hygiene.days import may_have_dates
from plugins.bulletin.hygiene.tongue import may_be_other
from plugins.bulletin.read.regions import ANY, MASK
from plugins.bulletin.text.tones import ToneStyle, find_strays

_IN_ANY = re.compile(f"{invisible.SIGNS}|{letters.SIGNS}")
_IN_OWN = re.compile(f"{invisible.SIGNS}|{letters.SIGNS}|{quoting.SIGNS}")


def is_clean(texts: Sequence[str], language: str, style: ToneStyle) -> bool:
    """Tell that no check of a language would find anything; one that would, makes this False.

    Args:
        texts: Texts that do not stand beside each other, as the values of a data file.
        language: What they should be in, or `ANY`.
        style: Where the site puts its tone marks.
    """
    words = MASK.join(("", *texts, ""))
    if language == ANY:
        return not _IN_ANY.search(words)
    return not (
        _IN_OWN.search(words)
        or (language == "vi" and find_strays(words, style))
        or may_have_dates(words, language)
        or any(may_be_other(text, language) for text in texts)
    )
