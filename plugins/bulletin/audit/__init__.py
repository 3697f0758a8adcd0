"""Audit: a finished output folder in, problems out. Knows only files on disk."""

from plugins.bulletin.audit.auditing import audit
from plugins.bulletin.audit.settings import AuditSettings

__all__ = ["AuditSettings", "audit"]
