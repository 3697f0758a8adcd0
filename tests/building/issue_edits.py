"""Edits of issues, and of the videos and infographics that articles show."""

from __future__ import annotations

from random import Random

import yaml

from tests.building.edits import (
    Fields,
    Texts,
    an_article,
    dump,
    keys_in,
    names,
    one_of,
    phrase,
    rework,
)

ISSUES = "content/data/issues/"
BLOCK = """
```infographic
image: ../images/river.svg
title: {title}
description: {words}
```
"""
VIDEO = """
```video
url: https://youtu.be/abcdefghijk
title: {title}
poster: ../images/river.svg
transcript: {words}
```
"""


def add_issue(files: Texts, by: Random) -> None:
    """Gather articles that are in no issue yet in a new one, or write one anew."""
    name = f"{ISSUES}so-{by.randrange(3)}.yaml"
    files.pop(name, None)
    taken = {key for file in names(files, ISSUES) for key in keys_in(yaml.safe_load(files[file]))}
    free = sorted(_articles(files) - taken)
    if not free:
        return
    chosen = by.sample(free, min(len(free), by.randint(1, 3)))
    issue: Fields = {
        "title": {"vi": phrase(by), "en": phrase(by)},
        "date": by.choice(("2020", "2021-04", "2024-05-06", "2025")),
        "lead": chosen[0],
        "articles": chosen[1:2],
    }
    if chosen[2:]:
        heading = {"vi": phrase(by), "en": phrase(by)}
        issue["parts"] = [{"heading": heading, "articles": chosen[2:]}]
    files[name] = dump(issue)


def remove_issue(files: Texts, by: Random) -> None:
    """Take an issue away; its articles stay."""
    del files[one_of(names(files, ISSUES), by)]


def edit_issue(files: Texts, by: Random) -> None:
    """Give an issue another title, date, number, summary, cover or order."""
    deed = by.choice(("title", "date", "number", "summary", "cover", "order"))
    said = {"vi": phrase(by), "en": phrase(by)}
    values: Fields = {
        "title": said,
        "summary": by.choice((None, said)),
        "date": by.choice(("2019", "2024-06", "2025-01-02", "2031")),
        "number": by.choice((None, "1", "2", "3/2024")),
        "cover": by.choice((None, {"image": "images/river.svg", "alt": said})),
    }

    def change(issue: Fields) -> None:
        if deed == "order":
            by.shuffle(issue["articles"])
            issue["articles"].append(issue.pop("lead"))
        elif values[deed] is None:
            issue.pop(deed, None)
        else:
            issue[deed] = values[deed]

    rework(files, one_of(names(files, ISSUES), by), change)


def add_block(files: Texts, by: Random) -> None:
    """Put a video or an infographic at the end of an article."""
    name = an_article(files, by, ".md")
    files[name] += by.choice((BLOCK, VIDEO)).format(title=phrase(by), words=phrase(by))


def drop_blocks(files: Texts, by: Random) -> None:
    """Take the added blocks out of an article, or give one another title."""
    name = one_of([name for name in names(files, "content/articles/") if "```" in files[name]], by)
    if by.random() < 0.5:
        files[name] = files[name].partition("\n```")[0]
    else:
        head, mark, rest = files[name].rpartition("title: ")
        files[name] = f"{head}{mark}{phrase(by)}\n{rest.partition(chr(10))[2]}"


def _articles(files: Texts) -> set[str]:
    found = names(files, "content/articles/", ".md")
    return {name.rpartition("/")[2].rsplit(".", 2)[0] for name in found}


ISSUE_EDITS = (add_issue, add_issue, edit_issue, edit_issue, remove_issue)
MEDIA_EDITS = (add_block, drop_blocks)
