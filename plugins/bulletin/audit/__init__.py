"""Audit: a finished output folder in, problems out. Knows only files on disk."""

from plugins.bulletin.audit.auditing import Audit, audit, audit_changes, observer
from plugins.bulletin.audit.facts import FileFacts
from plugins.bulletin.audit.gathering import Kept as KeptFacts, Known
from plugins.bulletin.audit.settings import AuditSettings, MapLabel

__all__ = [
    "Audit",
    "AuditSettings",
    "FileFacts",
    "KeptFacts",
    "Known",
    "MapLabel",
    "audit",
    "audit_changes",
    "observer",
]
