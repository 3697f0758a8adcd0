"""Relations: the timeline of one partner, agreements and visits told apart."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from plugins.bulletin.model.records import Relation
from plugins.bulletin.render.kinds import RELATION_KINDS, STANDINGS, is_visit
from plugins.bulletin.render.partner_views import RelationView, TimelineView
from plugins.bulletin.render.parts import partial_view, source_views
from plugins.bulletin.render.related import document_link
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.text.dates import by_date


def timeline_view(desk: Desk, relations: Iterable[Relation]) -> TimelineView:
    """Show relations, oldest first; those without a date are apart, in their file's order."""
    rows = list(relations)
    visits = sum(map(is_visit, rows))
    dated, undated = by_date(rows, attrgetter("date"))
    return TimelineView(
        dated=tuple(_relation(desk, item) for item in dated),
        undated=tuple(_relation(desk, item) for item in undated),
        agreement_count=len(rows) - visits,
        visit_count=visits,
    )


def named_documents(desk: Desk, relations: Iterable[Relation]) -> list[object]:
    """Return what relations show of the documents that they name, for a digest."""
    documents = desk.library.records.documents
    keys = dict.fromkeys(key for relation in relations for key in relation.documents)
    return [documents[key] for key in keys]


def _relation(desk: Desk, relation: Relation) -> RelationView:
    return RelationView(
        kind=relation.kind,
        kind_name=desk.say(RELATION_KINDS[relation.kind]),
        title=relation.title.in_language(desk.language),
        date=partial_view(relation.date, desk.language) if relation.date else None,
        standing=relation.standing,
        standing_name=desk.say(STANDINGS[relation.standing]),
        sources=source_views((relation.source, *relation.also)),
        note=relation.note.in_language(desk.language) if relation.note else "",
        is_visit=is_visit(relation),
        ended=partial_view(relation.ended, desk.language) if relation.ended else None,
        documents=tuple(document_link(desk, key) for key in relation.documents),
    )
