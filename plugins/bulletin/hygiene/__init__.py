"""Hygiene: the letters, marks and habits of both languages in what people read.

Knows language and the house style, but neither fields nor the site. Judges letters alone.
"""

from plugins.bulletin.hygiene.checking import check_data, check_file, check_hygiene, is_sound

__all__ = ["check_data", "check_file", "check_hygiene", "is_sound"]
