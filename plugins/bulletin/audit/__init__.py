"""Audit: a finished output folder in, problems out. Knows only files on disk."""

from plugins.bulletin.audit.auditing import Audit, audit, audit_changes
from plugins.bulletin.audit.gathering import Kept as KeptFacts, Known
from plugins.bulletin.audit.settings import AuditSettings

__all__ = ["Audit", "AuditSettings", "KeptFacts", "Known", "audit", "audit_changes"]
