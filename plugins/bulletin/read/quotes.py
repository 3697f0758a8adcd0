"""Quotes: a quotation wholly in bold is a pull quote, and what follows a dash is who said it.

> **The words that carry the article.**
> — Who said them
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

DASHES = ("—", "–")


def mark_pull_quote(quote: Element) -> None:
    """Give a quotation the class of pull quotes when it is one."""
    paragraphs = list(quote)
    if not paragraphs or any(item.tag != "p" for item in paragraphs):
        return
    if _is_loud(paragraphs[0]) and all(_names_someone(item.text) for item in paragraphs[1:]):
        quote.set("class", "pull-quote")


def _is_loud(paragraph: Element) -> bool:
    """Tell whether a paragraph is bold from its beginning to its end, or to who said it."""
    if (paragraph.text or "").strip() or len(paragraph) == 0 or paragraph[0].tag != "strong":
        return False
    after = paragraph[0].tail
    return _names_someone(after) or (len(paragraph) == 1 and not (after or "").strip())


def _names_someone(text: str | None) -> bool:
    """Tell whether words after the quotation say whose it is."""
    return (text or "").lstrip().startswith(DASHES)
