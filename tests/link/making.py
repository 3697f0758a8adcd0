"""Making: small content folders for the tests of linking, on the minimal site."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem, glossary_rules, hygiene_rules, parity_rules

MINIMAL = Path(__file__).parents[1] / "sites" / "minimal" / "content"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SUMMARY = "Một bản tóm tắt vừa đủ dài, không vi phạm quy tắc nào khác cả."
ENGLISH_SUMMARY = "A summary that is just long enough and breaks no other rule at all."

OF_JUDGING = {*glossary_rules.RULES, *hygiene_rules.RULES, *parity_rules.RULES}


def text(body: str = "Body.", **fields: str) -> str:
    """Return an article's file with all it needs; an empty field is left out."""
    given = {"title": "Bài", "date": "2024-01-02", "section": "culture", "summary": SUMMARY}
    front = "".join(f"{name}: {value}\n" for name, value in (given | fields).items() if value)
    return f"---\n{front}---\n{body}\n"


def translation(body: str = "Body.", **fields: str) -> str:
    """Return a translation's file, which takes date and section from its original."""
    own = {"title": "Piece", "date": "", "section": "", "translation": '{revision: "000000"}'}
    return text(body, **(own | {"summary": ENGLISH_SUMMARY} | fields))


def english(body: str = "Body.", **fields: str) -> str:
    """Return an English article's file that is an original."""
    return text(body, **({"title": "Piece", "summary": ENGLISH_SUMMARY} | fields))


def page(title: str, **fields: str) -> str:
    """Return a page's file."""
    return text(title=title, date="", section="", **fields)


def linked(
    folder: Path, files: dict[str, str], *, with_drafts: bool = False
) -> tuple[Library | None, list[Problem]]:
    """Link the minimal site with some files more; one without text is taken away.

    What judging says of language and parity is no matter of linking, and is left out.
    """
    content = folder / "content"
    shutil.copytree(MINIMAL, content)
    for name, written in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        if written:
            (content / name).write_text(written, encoding="utf-8")
        else:
            (content / name).unlink()
    entries, problems = take_in(content)
    problems = [problem for problem in problems if problem.rule not in OF_JUDGING]
    library, faults = link(entries, LinkSettings(content, NOW, with_drafts=with_drafts))
    return library, problems + faults


def library_of(folder: Path, files: dict[str, str], *, with_drafts: bool = False) -> Library:
    """Return the library of a site without problems."""
    library, problems = linked(folder, files, with_drafts=with_drafts)
    assert problems == []
    assert library is not None
    return library


def rules_of(folder: Path, files: dict[str, str]) -> list[str]:
    """Return the rules that a site breaks, each with its file's name."""
    _, problems = linked(folder, files)
    return sorted(f"{problem.rule.id} {Path(problem.place.path).name}" for problem in problems)
