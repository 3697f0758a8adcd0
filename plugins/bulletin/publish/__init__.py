"""Publish: a finished folder goes live. Knows only files, and what was live before."""
