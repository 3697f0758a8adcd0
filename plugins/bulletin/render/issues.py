"""Issues: their list, the page of each, and the newest one for the front page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from plugins.bulletin.link import addresses
from plugins.bulletin.model.common import LANGUAGES, Language
from plugins.bulletin.model.issues import IssueFields
from plugins.bulletin.render.catalogs import mark
from plugins.bulletin.render.contents import Contents
from plugins.bulletin.render.frame import ISSUES, Standing, home_link, page_view, place_link
from plugins.bulletin.render.issue_views import IssuePartView, IssueRow, IssuesView, IssueView
from plugins.bulletin.render.lists import numbered, pagination_view
from plugins.bulletin.render.parts import card, cover_image, cover_view, partial_view
from plugins.bulletin.render.setting import Desk
from plugins.bulletin.render.structured import Node, filled, publisher_reference
from plugins.bulletin.render.views import ImageView, Link, PageView
from plugins.bulletin.store.digests import digest_of

LIST = mark("Every issue of the bulletin with its contents, newest first.")
ABOUT = mark("%(title)s: the contents of this issue of the bulletin, article by article.")
NUMBER = mark("No. %(number)s")
FIRST = 4  # articles of the newest issue on the front page

Beside = tuple[Contents | None, Contents | None]  # the newer and the older issue


def issues_view(desk: Desk, *, number: int) -> IssuesView:
    """Show page `number` of all issues."""
    issues, size = desk.index.issues, desk.library.records.site.page_size
    shown = issues[(number - 1) * size : number * size]
    first = addresses.place("issues", desk.language)
    return IssuesView(
        tuple(_row(desk, item) for item in shown),
        pagination_view(desk, first, number=number, count=len(issues), size=size),
    )


def issues_addresses(number: int) -> Mapping[Language, str]:
    """Return where page `number` of the list stands."""
    return {
        name: addresses.list_page(addresses.place("issues", name), number, name)
        for name in LANGUAGES
    }


def issues_page(desk: Desk, *, number: int) -> PageView:
    """Make the head of page `number` of the list."""
    standing = Standing(issues_addresses(number), trail=(home_link(desk),))
    page = page_view(desk, standing, title=desk.say(ISSUES), description=desk.say(LIST))
    return numbered(desk, page, number)


def issues_own(issues: Sequence[Contents], size: int, number: int) -> bytes:
    """Return the digest of what one page of the list shows."""
    shown = issues[(number - 1) * size : number * size]
    rows = [(item.issue, len(item.articles), item.lead and item.lead.row) for item in shown]
    return digest_of(rows, number, len(issues))


def issue_addresses(fields: IssueFields) -> Mapping[Language, str]:
    """Return where an issue stands."""
    return {name: addresses.issue(fields.id, name) for name in LANGUAGES}


def issue_link(desk: Desk, fields: IssueFields) -> Link:
    """Link to an issue's page."""
    address = addresses.issue(fields.id, desk.language)
    return Link(fields.title.in_language(desk.language), desk.path(address))


def issue_view(desk: Desk, contents: Contents, beside: Beside) -> IssueView:
    """Show one issue with all its articles."""
    newer, older = (issue_link(desk, item.fields) if item else None for item in beside)
    return IssueView(
        _row(desk, contents),
        _own_cover(desk, contents),
        card(desk, contents.lead) if contents.lead else None,
        tuple(
            IssuePartView(
                part.heading.in_language(desk.language) if part.heading else "",
                tuple(card(desk, item) for item in part.articles),
            )
            for part in contents.parts
        ),
        previous=older,
        next=newer,
    )


def issue_around(contents: Contents, beside: Beside) -> bytes:
    """Return the digest of what an issue's page shows of other things."""
    names = [(item.fields.id, item.fields.title) if item else None for item in beside]
    return digest_of([item.row for item in contents.articles], names)


def issue_page(desk: Desk, contents: Contents) -> PageView:
    """Make the head of an issue's page."""
    fields = contents.fields
    title = fields.title.in_language(desk.language)
    trail = place_link(desk, "issues", ISSUES)
    standing = Standing(issue_addresses(fields), trail=(home_link(desk), trail))
    about = desk.say(ABOUT) % {"title": title}
    text = fields.summary.in_language(desk.language) if fields.summary else about
    node = _structured(desk, contents)
    return page_view(desk, standing, title=title, description=text, about=(node,))


def latest_issue(desk: Desk) -> IssueRow | None:
    """Show the newest issue that has something to read, with its first articles."""
    newest = next((item for item in desk.index.issues if item.articles), None)
    if newest is None:
        return None
    # Its lead's cover may stand above already, as that of the lead story.
    return replace(_row(desk, newest, shown=FIRST), cover=_own_cover(desk, newest))


def _row(desk: Desk, contents: Contents, *, shown: int = 0) -> IssueRow:
    fields, language = contents.fields, desk.language
    return IssueRow(
        issue_link(desk, fields),
        desk.say(NUMBER) % {"number": fields.number} if fields.number else "",
        partial_view(fields.date, language),
        fields.summary.in_language(language) if fields.summary else "",
        len(contents.articles),
        _cover(desk, contents),
        tuple(card(desk, item) for item in contents.articles[:shown]),
    )


def _cover(desk: Desk, contents: Contents) -> ImageView | None:
    """Show an issue by its cover, else by that of its lead."""
    own = _own_cover(desk, contents)
    return own or (cover_view(desk, contents.lead) if contents.lead else None)


def _own_cover(desk: Desk, contents: Contents) -> ImageView | None:
    cover = contents.issue.covers.get(desk.language)
    return cover_image(desk, cover) if cover else None


def _structured(desk: Desk, contents: Contents) -> Node:
    """Return an issue as a part of the periodical, with the articles it has.

    Source: schema.org/PublicationIssue.
    """
    fields, language = contents.fields, desk.language
    site, absolute = desk.library.records.site, desk.settings.absolute
    periodical = filled(
        _type="Periodical",
        name=site.name.in_language(language),
        publisher=publisher_reference(desk),
    )
    return filled(
        _type="PublicationIssue",
        name=fields.title.in_language(language),
        url=absolute(addresses.issue(fields.id, language)),
        issueNumber=fields.number,
        datePublished=str(fields.date),
        description=fields.summary.in_language(language) if fields.summary else "",
        inLanguage=language,
        isPartOf=periodical,
        hasPart=[
            filled(
                _type="Article",
                headline=item.title,
                url=absolute(addresses.article(item)),
                inLanguage=item.language,
            )
            for item in contents.articles
        ],
    )
