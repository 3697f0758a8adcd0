"""Audit: a finished output folder in, problems out. Knows only files on disk."""
