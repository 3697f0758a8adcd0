"""Text: slugs, folding, order, dates and numbers in two languages. Imports nothing of ours.

Everything here is a pure function of its arguments: no clock, no machine locale.
"""

from typing import Literal

Language = Literal["vi", "en"]

__all__ = ["Language"]
