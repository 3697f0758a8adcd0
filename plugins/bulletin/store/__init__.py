"""Store: what one build keeps for the next. Knows bytes and digests, no meaning.

Everything here may be deleted at any time, and everything read from it is checked:
what is damaged counts as absent.
"""
