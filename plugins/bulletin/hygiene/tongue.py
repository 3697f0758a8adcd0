"""Tongue: paragraphs that are in the other language of the site.

Two signs decide: the share of words with Vietnamese marks, and of the small words of English.
No text of one language comes near the other in both, so nothing finer is needed. Names,
quotations, titles in italics and addresses are left out, for they may be in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.bulletin.hygiene.finding import Finding, blanked
from plugins.bulletin.hygiene.quoting import QUOTATIONS
from plugins.bulletin.problems import Rule, hygiene_rules as rules

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*(?:\n|$))[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]")
_ENGLISH = frozenset(
    "the of and for was is were are has have had been with from that this these those its it by at "
    "as be but not their his her they which who will would can may into about between after before "
    "during more than over under also our we you your there when where while both".split()
)
_ENOUGH = 8  # words of a paragraph, names left out; fewer tell nothing
_ENOUGH_IN_FIELD = 5  # a title is short, but all of a piece
_MANY_MARKED, _FEW_MARKED = 0.4, 0.15
_MANY_ENGLISH, _FEW_ENGLISH = 0.18, 0.05
_LONGEST = 60

Span = tuple[int, int]


def check_tongue(
    words: str, language: str, *, body: int, fields: Iterable[Span]
) -> Iterator[Finding]:
    """Report paragraphs and fields in the other language.

    Args:
        words: A file's text with all but the words of `language` masked.
        language: What they should be in.
        body: Where the paragraphs of a Markdown body begin.
        fields: Spans of texts in YAML.
    """
    judged = blanked(words, *QUOTATIONS)
    rule = rules.LANGUAGE_VIETNAMESE if language == "en" else rules.LANGUAGE_ENGLISH
    spans = [(span, _ENOUGH_IN_FIELD) for span in fields]
    spans += [(match.span(), _ENOUGH) for match in _PARAGRAPH.finditer(judged, body)]
    for (start, end), enough in spans:
        if _is_other(judged[start:end], language, enough):
            yield _finding(rule, words, start, end)


def _finding(rule: Rule, words: str, start: int, end: int) -> Finding:
    first = re.compile(r"[^\W_]").search(words, start, end)
    begin = first.start() if first else start
    text = " ".join(words[begin:end].replace("\0", " ").split())
    found = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return Finding(rule, begin, {"found": found})


def _is_other(text: str, language: str, enough: int) -> bool:
    words = [word for word in _WORD.findall(text) if word.islower()]
    if len(words) < enough:
        return False
    marked = sum(bool(_MARKED.search(word)) for word in words) / len(words)
    english = sum(word in _ENGLISH for word in words) / len(words)
    if language == "vi":
        return marked <= _FEW_MARKED and english >= _MANY_ENGLISH
    return marked >= _MANY_MARKED and english <= _FEW_ENGLISH
