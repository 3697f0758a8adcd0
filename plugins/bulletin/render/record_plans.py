"""Record plans: the lists and pages of associations and documents of one language, and search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES
from plugins.bulletin.render import associations, documents, search_page
from plugins.bulletin.render.index import with_neighbours
from plugins.bulletin.render.planning import Plan, list_plan
from plugins.bulletin.render.related import (
    documents_by_issuer,
    ordered_associations,
    ordered_documents,
)
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.ties import Resting, what_rests
from plugins.bulletin.store.digests import digest_of


def record_plans(desk: Desk) -> Iterator[Plan]:
    """Plan the lists and pages of associations and documents, and what finds them."""
    yield from _associations(desk)
    yield from _documents(desk)
    yield _search(desk)


def _search(desk: Desk) -> Plan:
    view = partial(search_page.search_view, desk)
    return list_plan(desk, "search", page=search_page.search_page, view=view)


def _associations(desk: Desk) -> Iterator[Plan]:
    view = partial(associations.associations_view, desk)
    yield list_plan(desk, "associations", page=associations.associations_page, view=view)
    for before, item, after in with_neighbours(ordered_associations(desk)):
        beside = (before, after)
        yield Plan(
            "association.html",
            {name: addresses.association(item.id, name) for name in LANGUAGES},
            partial(associations.association_page, desk, item),
            partial(associations.association_view, desk, item, beside),
            own=partial(digest_of, item),
            around=partial(associations.association_around, desk, item, beside),
        )


def _documents(desk: Desk) -> Iterator[Plan]:
    view = partial(documents.documents_view, desk)
    yield list_plan(desk, "documents", page=documents.documents_page, view=view)
    ordered, resting = ordered_documents(desk), what_rests(desk.library.records)
    issued = documents_by_issuer(ordered)
    for newer, item, older in with_neighbours(ordered):
        siblings = tuple(other for other in issued[item.issuer] if other is not item)
        near = documents.Near(newer, older, siblings, resting.get(item.id, Resting()))
        yield Plan(
            "document.html",
            {name: addresses.document(item.id, name) for name in LANGUAGES},
            partial(documents.document_page, desk, item),
            partial(documents.document_view, desk, item, near),
            own=partial(digest_of, item),
            around=partial(documents.document_around, desk, item, near),
        )
