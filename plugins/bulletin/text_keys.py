"""Text keys: under which names the shelf has what was made of a text."""

from __future__ import annotations

from plugins.bulletin.store.digests import code_digest, digest_bytes, digest_of


def reading_key(path: str, raw: bytes, zone: str) -> bytes:
    """Return the key of a reading: its file's path and bytes, the site's time zone, our code."""
    return digest_of(code_digest(), zone, path, digest_bytes(raw))


def body_key(key: bytes) -> bytes:
    """Return the key of the body that belongs to a reading."""
    return digest_of(key, "body")


def file_key(key: bytes) -> bytes:
    """Return the key of the file's bytes that a reading was made of."""
    return digest_of(key, "file")


def rows_key(original: bytes, translation: bytes) -> bytes:
    """Return the key of how the passages of two readings belong together."""
    return digest_of(original, translation, "rows")
