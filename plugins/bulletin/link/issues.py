"""Issues: their articles exist and are seen, no two are the same, and their covers are complete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.bulletin.link.completing import cover_problem
from plugins.bulletin.link.entries import Entries
from plugins.bulletin.link.pairs import Paired
from plugins.bulletin.link.references import LISTED
from plugins.bulletin.link.targets import Targets
from plugins.bulletin.model.article import ArticleFields, Cover
from plugins.bulletin.model.common import LANGUAGES, Language, LocalText
from plugins.bulletin.model.entry import Entry, FieldPath
from plugins.bulletin.model.issues import Issue, IssueCover, IssueFields
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Place, Problem, issue_rules, link_rules
from plugins.bulletin.problems.guess import did_you_mean

IssueEntry = Entry[IssueFields]
Statuses = Mapping[str, str]  # of articles, by key

# Problems of an issue's file that an edit of articles alone can make or mend.
OF_ARTICLES = frozenset(
    {link_rules.REFERENCE_UNKNOWN["article"].id, issue_rules.ISSUE_ARTICLE_UNSEEN.id}
)


def statuses_of(
    pairs: Iterable[Paired[ArticleFields]], entries: Entries, beside: Library | None
) -> dict[str, str]:
    """Return the status of every article, also of those that were reported already."""
    found = {entry.key: "published" for entry in entries.articles}
    for pair in pairs:
        found[pair.key] = pair.texts[pair.original].fields.status or "published"
    for articles in (beside.articles, beside.waiting) if beside else ():
        found |= {key: next(iter(pair.values())).status for key, pair in articles.items()}
    return found


def check_contents(entries: Entries, statuses: Statuses) -> list[Problem]:
    """Report articles of issues that do not exist, or that visitors do not see."""
    return [
        problem
        for entry in entries.issues.values()
        for path, key in _named(entry.record)
        if statuses.get(key) != "published"  # first, for a place costs more than an answer
        for problem in _check_key(key, entry.marks.place(*path), entries=entries, statuses=statuses)
    ]


def _named(issue: IssueFields) -> list[tuple[FieldPath, str]]:
    """List the keys that an issue names, in the order of its contents, with their places."""
    named: list[tuple[FieldPath, str]] = [(("lead",), issue.lead)] if issue.lead else []
    named += [(("articles", row), key) for row, key in enumerate(issue.articles)]
    for number, part in enumerate(issue.parts):
        named += [
            (("parts", number, "articles", row), key) for row, key in enumerate(part.articles)
        ]
    return named


def _check_key(key: str, place: Place, *, entries: Entries, statuses: Statuses) -> list[Problem]:
    if key in statuses:
        rule = issue_rules.ISSUE_ARTICLE_UNSEEN
        return [rule.at(place, found=key, status=statuses[key])]
    if entries.is_broken("article", key):
        return []
    known = ", ".join(sorted(statuses)[:LISTED]) + (", …" if len(statuses) > LISTED else "")
    rule = link_rules.REFERENCE_UNKNOWN["article"]
    return [rule.at(place, found=key, known=known or "—", **did_you_mean(key, statuses))]


def check_issues(entries: Entries) -> list[Problem]:
    """Report articles that stand twice, and issues of one date or number."""
    return [*_check_repeated_keys(entries), *_check_repeated_issues(entries)]


def _check_repeated_keys(entries: Entries) -> list[Problem]:
    first: dict[str, Place] = {}
    problems = []
    for entry in entries.issues.values():
        for path, key in _named(entry.record):
            place = entry.marks.place(*path)
            if key in first:
                rule = issue_rules.ISSUE_ARTICLE_REPEATED
                problems.append(rule.at(place, found=key, other=first[key]))
            first.setdefault(key, place)
    return problems


def _check_repeated_issues(entries: Entries) -> list[Problem]:
    first: dict[tuple[str, str], IssueEntry] = {}
    problems = []
    for entry in entries.issues.values():
        for name in ("date", "number"):
            found = str(getattr(entry.record, name) or "")
            other = first.setdefault((name, found.casefold()), entry)
            if found and other is not entry:
                place, path = entry.marks.place(name), other.marks.path
                rule = issue_rules.ISSUE_REPEATED
                problems.append(rule.at(place, other=path, field=name, found=found))
    return problems


def wanted_covers(entries: Entries) -> set[str]:
    """Return the pictures that issues name as their covers."""
    covers = (entry.record.cover for entry in entries.issues.values())
    return {cover.image for cover in covers if cover is not None}


def make_issues(entries: Entries, targets: Targets) -> tuple[dict[str, Issue], list[Problem]]:
    """Complete the issues with what their covers are."""
    issues: dict[str, Issue] = {}
    problems: list[Problem] = []
    for identity, entry in entries.issues.items():
        problem = _cover_problem(entry, targets)
        problems += [problem] if problem else []
        cover = None if problem else entry.record.cover
        is_known = cover is not None and cover.image in targets.pictures
        covers = _covers(cover, targets) if cover is not None and is_known else {}
        issues[identity] = Issue(entry.record, covers)
    return issues, problems


def _cover_problem(entry: IssueEntry, targets: Targets) -> Problem | None:
    cover = entry.record.cover
    if cover is None:
        return None
    problem = cover_problem(entry.marks.place("cover", "image"), cover.image, targets)
    if problem or cover.image not in targets.pictures or cover.alt or cover.decorative:
        return problem
    return link_rules.COVER_ALT_MISSING.at(entry.marks.place("cover"))


def _covers(cover: IssueCover, targets: Targets) -> dict[Language, Cover]:
    picture = targets.pictures[cover.image]
    return {
        language: Cover(
            cover.image,
            _said(cover.alt, language),
            _said(cover.caption, language),
            _said(cover.credit, language),
            picture.width,
            picture.height,
            picture.photograph,
        )
        for language in LANGUAGES
    }


def _said(text: LocalText | None, language: Language) -> str:
    return text.in_language(language) if text else ""
