"""Glossary: terms and names of persons are the same in both languages of a text.

Knows a pair of texts and the glossary; reads no file and keeps nothing.
"""

from plugins.bulletin.glossary.checking import Passage, Side, check_terms
from plugins.bulletin.glossary.terms import Terms, compile_terms

__all__ = ["Passage", "Side", "Terms", "check_terms", "compile_terms"]
