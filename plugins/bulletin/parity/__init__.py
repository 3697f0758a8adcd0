"""Parity: what two languages of one text say, and where they differ. Pure functions only.

`survey` finds the facts of one text, `align` brings the blocks of two together, and
`compare` tells what one says and the other does not.
"""
