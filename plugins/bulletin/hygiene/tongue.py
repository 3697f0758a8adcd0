"""Tongue: paragraphs that are in the other language of the site.

Two signs decide: the share of words with Vietnamese marks, and of the small words of English.
No text of one language comes near the other in both, so nothing finer is needed. Names,
quotations, titles in italics and addresses are left out, for they may be in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.bulletin.hygiene.finding import Finding
from plugins.bulletin.hygiene.quoting import without_quotations
from plugins.bulletin.problems import Rule, hygiene_rules as rules

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*(?:\n|$))[^\n]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]")
_ENGLISH = re.compile(
    r"(?<!\w)(?:the|of|and|for|was|were|is|are|has|have|had|been|with|from|that|this|these|those|its|"
    r"it|by|at|as|be|but|not|their|his|her|they|which|who|will|would|can|may|into|about|between|"
    r"after|before|during|more|than|over|under|also|our|we|you|your|there|when|where|while|both)"
    r"(?!\w)"
)
_COMMONEST = ("the ", "of ", "and ", "for ", "with ", "was ")
_FEWEST_MARKS = 0.05  # of the letters; Vietnamese has five times as many
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
    rule = rules.LANGUAGE_VIETNAMESE if language == "en" else rules.LANGUAGE_ENGLISH
    spans = [(span, _ENOUGH_IN_FIELD) for span in fields]
    spans += [(match.span(), _ENOUGH) for match in _PARAGRAPH.finditer(words, body)]
    for span, enough in spans:
        text = words[slice(*span)]
        if may_be_other(text, language) and _is_other(text, language, enough):
            yield _finding(rule, words, span)


def may_be_other(text: str, language: str) -> bool:
    """Tell quickly of most paragraphs that they are in their own language."""
    if language == "vi":
        return any(word in text for word in _COMMONEST)
    return len(_MARKED.findall(text)) > len(text) * _FEWEST_MARKS


def _finding(rule: Rule, words: str, span: Span) -> Finding:
    start, end = span
    first = re.compile(r"[^\W_]").search(words, start, end)
    begin = first.start() if first else start
    text = " ".join(words[begin:end].replace("\0", " ").split())
    found = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return Finding(rule, begin, {"found": found})


def _is_other(text: str, language: str, enough: int) -> bool:
    own = without_quotations(text)
    words = [word for word in _WORD.findall(own) if word.islower()]
    if len(words) < enough:
        return False
    marked = sum(bool(_MARKED.search(word)) for word in words) / len(words)
    english = len(_ENGLISH.findall(own)) / len(words)
    if language == "vi":
        return marked <= _FEW_MARKED and english >= _MANY_ENGLISH
    return marked >= _MANY_MARKED and english <= _FEW_ENGLISH
