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
    if paragraphs and all(item.tag == "p" for item in paragraphs) and _is_loud(paragraphs[0]):
        after = (paragraphs[0][0].tail, *(item.text for item in paragraphs[1:]))
        if all(map(_names_someone, after)):
            quote.set("class", "pull-quote")


def _is_loud(paragraph: Element) -> bool:
    """Tell whether a paragraph begins with words in bold."""
    return not (paragraph.text or "").strip() and len(paragraph) > 0 and paragraph[0].tag == "strong"


def _names_someone(text: str | None) -> bool:
    """Tell whether words after the quotation say whose it is; none at all do no harm."""
    return not (text or "").strip() or (text or "").lstrip().startswith(DASHES)
