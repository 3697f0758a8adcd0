"""Edits: what editors, designers and mishaps do to a site's files. Files are text by name.

An edit takes the files and a source of choices; it may make content that is in error.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable
from functools import partial
from random import Random
from typing import Any

import yaml

from plugins.bulletin.translating.texts import read_full

Texts = dict[str, str]
Edit = Callable[[Texts, Random], None]
Fields = dict[str, Any]

WORDS = ("cầu", "sông", "Đà", "hội", "trường", "bridge", "river", "School", "Æther", "ngày")
# The end of a macro or block; a block that the base requires must stay empty.
_END = re.compile(r"{% endmacro %}|(?<!required %}){% endblock %}")
PLACES = ("Sông Mẫu", "Núi Mẫu", "Cầu Mẫu")
KEYS = ("tin-a", "tin-b", "tin-c", "tin-d")
SUMMARY = "Một bài ví dụ để thử, đủ dài như quy định, về {}."
ZONE = "Asia/Ho_Chi_Minh"
COUNTRIES = {"LA": (16.5, 104.7), "FR": (47.5, 2.5), "VN": (16.5, 107.5)}  # and a place there


def phrase(by: Random) -> str:
    """Return a title or name; seldom the same twice."""
    return f"{by.choice(WORDS)} {by.choice(WORDS)} {by.randrange(40)}"


def dump(value: object) -> str:
    """Write YAML as an editor would, without anchors."""
    return yaml.safe_dump(copy.deepcopy(value), allow_unicode=True, sort_keys=False, width=1000)


def names(files: Texts, start: str, end: str = "") -> list[str]:
    """List the files of a kind, sorted."""
    return sorted(name for name in files if name.startswith(start) and name.endswith(end))


def split(text: str) -> tuple[Fields, str]:
    """Return the fields and the body of a Markdown file."""
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def join(fields: Fields, body: str) -> str:
    """Return a Markdown file."""
    return f"---\n{dump(fields)}---\n{body}"


def one_of(found: list[str], by: Random) -> str:
    """Choose one of some files.

    Raises:
        ValueError: There is none.
    """
    if not found:
        raise ValueError("there is nothing to choose from")
    return by.choice(found)


def an_article(files: Texts, by: Random, end: str = ".vi.md") -> str:
    """Choose an article's file; there is always one, for `add` comes back to it."""
    found = names(files, "content/articles/", end)
    if not found:
        add_article(files, by)
        found = names(files, "content/articles/", end) or names(files, "content/articles/")
    return by.choice(found)


def reword(files: Texts, name: str, change: Callable[[Fields], None]) -> None:
    """Change the fields of a Markdown file."""
    fields, body = split(files[name])
    change(fields)
    files[name] = join(fields, body)


def rework(files: Texts, name: str, change: Callable[[Any], None]) -> None:
    """Change a YAML file."""
    value = yaml.safe_load(files[name])
    change(value)
    files[name] = dump(value)


def original(by: Random) -> str:
    """Return the text of a new article."""
    fields = {
        "title": phrase(by),
        "date": f"{by.choice((2022, 2023, 2024))}-0{by.randint(1, 9)}-1{by.randint(0, 9)}",
        "section": by.choice(("news", "notes")),
        "summary": SUMMARY.format(phrase(by)),
        "topics": by.sample(("exchange", "empty"), by.randint(0, 2)),
        "partners": by.sample(("duong-mau", "mau-thu-hai"), by.randint(0, 2)),
    }
    return join(fields, f"Một đoạn văn về {phrase(by)}.\n")


def translation(by: Random) -> str:
    """Return the text of a new translation."""
    fields = {
        "title": phrase(by),
        "summary": SUMMARY.format(phrase(by)),
        "translation": {"revision": "000000"},
    }
    return join(fields, f"A paragraph about {phrase(by)}.\n")


def add_article(files: Texts, by: Random) -> None:
    """Add an article, or write it anew, in one language or both."""
    key = by.choice(KEYS)
    files[f"content/articles/{key}.{by.choice(('vi', 'vi', 'en'))}.md"] = original(by)
    if by.random() < 0.5:
        files[f"content/articles/{key}.en.md"] = translation(by)


def toggle_translation(files: Texts, by: Random) -> None:
    """Add the English text of a pair, or take it away."""
    name = an_article(files, by).replace(".vi.md", ".en.md")
    if name in files:
        del files[name]
    else:
        files[name] = translation(by)


def confirm_translation(files: Texts, by: Random) -> None:
    """Note in a translation the words that its original has now."""
    pairs = [
        (name, name.replace(".vi.md", ".en.md"))
        for name in names(files, "content/", ".vi.md")
        if "translation" not in files[name] and name.replace(".vi.md", ".en.md") in files
    ]
    for original, translated in by.sample(pairs, min(len(pairs), 3)):
        full, there = (
            read_full(files[name].encode(), name, ZONE) for name in (original, translated)
        )
        if full is not None and there is not None:
            mark = {"revision": full.wording.revision, "paragraphs": full.wording.compact()}
            reword(files, translated, partial(_set_mark, mark=mark))


def _set_mark(fields: Fields, mark: dict[str, str]) -> None:
    fields["translation"] = mark


def stub(by: Random) -> str:
    """Return the text of a new stub."""
    return join({"title": phrase(by), "summary": SUMMARY.format(phrase(by)), "stub": True}, "")


def put_stub(files: Texts, by: Random) -> None:
    """Put a stub in the place of an English text, or beside a Vietnamese one."""
    files[an_article(files, by).replace(".vi.md", ".en.md")] = stub(by)


def remove_original(files: Texts, by: Random) -> None:
    """Take away the Vietnamese text of a pair."""
    del files[an_article(files, by)]


def delete_article(files: Texts, by: Random) -> None:
    """Delete an article, linked or not."""
    stem = an_article(files, by, ".md").rsplit(".", 2)[0]
    for name in names(files, stem + "."):
        del files[name]
    if by.random() < 0.7:
        mend_issues(files, by)


def keys_in(issue: Fields) -> list[str]:
    """List the articles that an issue names."""
    lead = [issue["lead"]] if "lead" in issue else []
    parts = [key for part in issue.get("parts", ()) for key in part["articles"]]
    return [*lead, *issue.get("articles", ()), *parts]


def mend_issues(files: Texts, _: Random) -> None:
    """Take out of every issue the articles that are gone, and every issue that has none left."""
    there = {
        name.rpartition("/")[2].rsplit(".", 2)[0] for name in names(files, "content/articles/")
    }
    for name in names(files, "content/data/issues/"):
        issue = yaml.safe_load(files[name])
        if issue.get("lead") not in there:
            issue.pop("lead", None)
        issue["articles"] = [key for key in issue.get("articles", ()) if key in there]
        for part in issue.get("parts", ()):
            part["articles"] = [key for key in part["articles"] if key in there]
        issue["parts"] = [part for part in issue.get("parts", ()) if part["articles"]]
        files[name] = dump(issue)
        if not keys_in(issue):
            del files[name]


def rename_article(files: Texts, by: Random) -> None:
    """Give an article's files another name; who links to it follows, mostly."""
    stem = an_article(files, by, ".md").rsplit(".", 2)[0]
    new = f"{stem}-{by.randrange(9)}"
    for name in names(files, stem + "."):
        files[name.replace(stem + ".", new + ".")] = files.pop(name)
    if by.random() < 0.8:
        old_name, new_name = (part.rpartition("/")[2] + "." for part in (stem, new))
        for name in names(files, "content/", ".md"):
            files[name] = files[name].replace(f"({old_name}", f"({new_name}")
            files[name] = files[name].replace(f"/{old_name}", f"/{new_name}")
        old_key, new_key = (re.escape(old_name[:-1]), new_name[:-1])
        for name in names(files, "content/data/issues/"):
            files[name] = re.sub(rf"(?<![\w-]){old_key}(?![\w-])", new_key, files[name])


def edit_body(files: Texts, by: Random) -> None:
    """Add a paragraph or a heading to an article or page."""
    name = by.choice(names(files, "content/articles/") + names(files, "content/pages/"))
    files[name] += by.choice(("\n{}.\n", "\n## {}\n")).format(phrase(by))


def set_field(files: Texts, by: Random) -> None:
    """Set, change or drop one field of an article's original."""
    values: dict[str, Iterable[object]] = {
        "title": [phrase(by)],
        "summary": [SUMMARY.format(phrase(by))],
        "date": [f"2024-0{by.randint(1, 9)}-05", "2024-02-29 07:30", "2021-12-31"],
        "section": ["news", "notes", "nowhere"],
        "topics": [[], ["exchange"], ["empty", "exchange"], ["nothing"]],
        "partners": [[], ["mau-thu-hai"], ["duong-mau", "mau-thu-hai"], ["moi"]],
        "documents": [[], ["plan-12"]],
        "associations": [[], ["laos"]],
        "status": ["draft", "hidden", "published"],
        "slug": [None, f"duong-dan-{by.randrange(5)}"],
        "publish_on": [None, "2025-12-31 08:00", "2026-01-02 08:00", "2026-01-09"],
        "cover": [None, {"image": "images/river.svg", "alt": phrase(by)}],
        "authors": [None, [phrase(by)]],
        "updated": [None, "2025-03-0" + str(by.randint(1, 9))],
        "source": [None, [{"name": phrase(by)}]],
        "aliases": [None, [f"/cu/{by.randrange(3)}/"]],
    }
    field = by.choice(sorted(values))
    value = by.choice(list(values[field]))

    def change(fields: Fields) -> None:
        fields.pop(field, None)
        if value is not None:
            fields[field] = value

    reword(files, an_article(files, by), change)


def retitle(files: Texts, by: Random) -> None:
    """Give a text of either language another title, and with it another address."""
    name = by.choice(names(files, "content/articles/", ".md") + names(files, "content/pages/"))
    reword(files, name, lambda fields: fields.update(title=phrase(by)))


def add_link(files: Texts, by: Random) -> None:
    """Link from a text to another text, a partner, or a part of itself."""
    name = by.choice(names(files, "content/articles/") + names(files, "content/pages/"))
    goal = by.choice(names(files, "content/articles/") + names(files, "content/pages/"))
    partner = by.choice(names(files, "content/data/partners/"))
    target = by.choice((goal, goal, goal, partner)).replace("content/", "../")
    files[name] += f"\nXem [{phrase(by)}]({target}).\n"


def drop_links(files: Texts, by: Random) -> None:
    """Take the added links out of a text."""
    texts = names(files, "content/articles/") + names(files, "content/pages/")
    name = one_of([name for name in texts if "\nXem [" in files[name]], by)
    files[name] = "".join(
        line for line in files[name].splitlines(keepends=True) if not line.startswith("Xem [")
    )


def page_status(files: Texts, by: Random) -> None:
    """Make a page a draft, hidden, or public."""
    status = by.choice(("draft", "hidden", "published"))
    name = by.choice(names(files, "content/pages/", ".vi.md"))
    reword(files, name, lambda fields: fields.update(status=status))


def picture(files: Texts, by: Random) -> None:
    """Change a picture, or its size."""
    name = by.choice(names(files, "content/images/"))
    files[name] += f"<!-- {by.randrange(9)} -->\n"


def somewhere(by: Random) -> Fields:
    """Return a country and a position in it, far from most others."""
    country = by.choice(sorted(COUNTRIES))
    lat, lon = COUNTRIES[country]
    return {"country": country, "position": {"lat": lat + by.randrange(20) / 10, "lon": lon}}


def rename_partner(files: Texts, by: Random) -> None:
    """Rename a partner in one language, or move it to another country."""
    name = by.choice(names(files, "content/data/partners/"))
    language = by.choice(("vi", "en", "local"))
    if by.random() < 0.3:
        rework(files, name, lambda record: record.update(somewhere(by)))
    else:
        rework(files, name, lambda record: record["name"].update({language: phrase(by)}))


def name_partner(files: Texts, by: Random) -> None:
    """Give a partner a name or an alias that texts mention."""
    name, place = by.choice(names(files, "content/data/partners/")), by.choice(PLACES)
    language = by.choice(("vi", "en"))
    if by.random() < 0.5:
        rework(files, name, lambda record: record["name"].update({language: place}))
    else:
        rework(files, name, lambda record: record.update(aliases={"vi": [place], "en": [place]}))


def mention_places(files: Texts, by: Random) -> None:
    """Name places that may be partners in an article, as themselves or within other names."""
    sentence = by.choice(("Ở {}.", "{} và {}.", "[{}](-) rồi {}.", "## {}\n\n{}", "Đại học {}, {}"))
    name = an_article(files, by, ".md")
    files[name] += f"\n{sentence.format(by.choice(PLACES), by.choice(PLACES))}\n"


def switch_mentions(files: Texts, by: Random) -> None:
    """Turn the automatic links of the site or of an article off or on."""
    value = by.random() < 0.5
    if by.random() < 0.3:
        rework(files, "content/data/site.yaml", lambda site: site.update(link_mentions=value))
    else:
        reword(files, an_article(files, by), lambda fields: fields.update(link_mentions=value))


def relate_partner(files: Texts, by: Random) -> None:
    """Add a relation to a partner, or take all away."""
    relation = {
        "kind": "friendship",
        "date": f"20{by.randint(10, 25)}-0{by.randint(1, 9)}",
        "standing": by.choice(("in-force", "unknown")),
        "title": {"vi": phrase(by), "en": phrase(by)},
        "source": {"name": phrase(by), "confidence": "high"},
    }
    name = by.choice(names(files, "content/data/partners/"))
    if by.random() < 0.7:
        rework(files, name, lambda record: record["relations"].append(relation))
    else:
        rework(files, name, lambda record: record.update(relations=[]))


def add_partner(files: Texts, by: Random) -> None:
    """Add a partner or write it anew."""
    files["content/data/partners/moi.yaml"] = dump(
        {
            "name": {"vi": phrase(by), "en": phrase(by)},
            **somewhere(by),
            "kind": "city",
            "relations": [],
        }
    )


def delete_partner(files: Texts, by: Random) -> None:
    """Delete a partner, named by articles or not; the last one stays."""
    found = names(files, "content/data/partners/")
    if len(found) > 1:
        del files[by.choice(found)]


def edit_groups(files: Texts, by: Random) -> None:
    """Rename, describe or reorder sections or topics, or give one another address."""
    name = by.choice(("content/data/sections.yaml", "content/data/topics.yaml"))
    deed = by.choice(("name", "description", "slug", "order", "grow"))
    language = by.choice(("vi", "en"))

    def change(groups: list[Fields]) -> None:
        group = by.choice(groups)
        if deed == "order":
            groups.reverse()
        elif deed == "grow" and len(groups) < 4:
            both = {"vi": phrase(by), "en": phrase(by)}
            told = {"vi": SUMMARY.format(1), "en": SUMMARY.format(2)}
            groups.append({"id": f"new-{by.randrange(9)}", "name": both, "description": told})
        elif deed == "slug":
            group["slug"] = {"vi": f"nhom-{by.randrange(9)}", "en": f"group-{by.randrange(9)}"}
        elif deed in group:
            group[deed][language] = phrase(by) + " — một mô tả đủ dài."

    rework(files, name, change)


def edit_lists(files: Texts, by: Random) -> None:
    """Change a country's, a document's or an association's name."""
    kind = by.choice(("countries", "documents", "associations/laos"))
    language = by.choice(("vi", "en"))
    field = "title" if kind == "documents" else "name"

    def change(value: Any) -> None:
        record = by.choice(value) if isinstance(value, list) else value
        record.setdefault(field, {})[language] = phrase(by)
        if kind == "countries":
            record["name_reason"] = {"vi": phrase(by), "en": phrase(by)}

    rework(files, f"content/data/{kind}.yaml", change)


def redate(files: Texts, by: Random) -> None:
    """Give something that has anniversaries another beginning, or an end."""
    year, month, day = 2025 - by.randint(0, 60), by.randint(1, 12), by.randint(1, 28)
    began = by.choice((f"{year}-{month:02d}-{day:02d}", f"{year}-{month:02d}", year))
    source = {"name": phrase(by), "confidence": "high"}
    kind = by.choice(("countries", "documents", "associations/laos", "site", "partners"))

    def change(value: Any) -> None:
        record = by.choice(value) if isinstance(value, list) else value
        if kind == "countries":
            record["diplomatic_relations"] = {"date": began, "source": source}
        elif kind == "documents":
            record["date"] = began
        elif kind == "site":
            record |= {"founded": began, "founded_source": source}
        elif kind == "associations/laos":
            record |= {"founded": began, "source": source}
        else:
            ended = {"ended": "2025-12-31", "standing": "ended"} if by.random() < 0.2 else {}
            title = {"vi": phrase(by), "en": phrase(by)}
            tie = {"kind": "friendship", "date": began, "title": title, "source": source}
            record["relations"].append(tie | ended)

    name = f"content/data/{kind}.yaml"
    rework(
        files,
        by.choice(names(files, "content/data/partners/")) if kind == "partners" else name,
        change,
    )


def edit_papers(files: Texts, by: Random) -> None:
    """Change the date or issuer of a document, a relation's documents, or an association."""
    deed = by.choice(("date", "issuer", "relation", "founded", "country"))

    def change_document(records: list[Fields]) -> None:
        record = by.choice(records)
        if deed == "date":
            record["date"] = by.choice((None, "2001", "2003-04", "2024-05-06"))
        else:
            record["issuer"] = copy.deepcopy(by.choice(records)["issuer"])

    def change_partner(record: Fields) -> None:
        for relation in record["relations"][:1]:
            relation["documents"] = by.choice(([], ["plan-12"], ["ke-hoach-mau"]))

    def change_association(record: Fields) -> None:
        record[deed] = (
            by.choice((None, "1999-02")) if deed == "founded" else by.choice(sorted(COUNTRIES))
        )

    if deed in {"date", "issuer"}:
        rework(files, "content/data/documents.yaml", change_document)
    elif deed == "relation":
        rework(files, by.choice(names(files, "content/data/partners/")), change_partner)
    else:
        rework(files, "content/data/associations/laos.yaml", change_association)


def edit_glossary(files: Texts, by: Random) -> None:
    """Add a term to the glossary."""
    term = {"vi": [phrase(by)], "en": [phrase(by)], "category": "culture", "status": "usual"}
    rework(files, "content/data/glossary.yaml", lambda terms: terms.append(term))


def record_changes(files: Texts, by: Random) -> None:
    """Record a change of the data, true or not, above those that are recorded already."""
    name = "content/data/changes.yaml"
    entry = {
        "date": f"2025-0{by.randint(1, 9)}",
        "digest": f"d{by.randrange(9)}",
        "records": [
            {
                "change": by.choice(("added", "changed", "removed")),
                "kind": by.choice(("partner", "country")),
                "id": by.choice(("moi", "duong-mau")),
                "name": {"vi": phrase(by), "en": phrase(by)},
                "fields": [{"field": "kind", "before": phrase(by), "after": phrase(by)}],
            }
        ],
    }
    known = yaml.safe_load(files.get(name, "[]"))
    files[name] = dump([entry, *known])


def edit_site(files: Texts, by: Random) -> None:
    """Change the site's identity, menu or measures."""
    deed = by.choice(("name", "tagline", "accent", "page_size", "menu", "zone", "label"))
    language = by.choice(("vi", "en"))

    def change(site: Fields) -> None:
        if deed in {"name", "tagline"}:
            site[deed][language] = phrase(by)
        elif deed == "label":
            by.choice(site["navigation"])["label"][language] = phrase(by)
        elif deed == "menu":
            by.shuffle(site["navigation"])
        else:
            fields = {
                "accent": by.choice(("#5b2a86", "#1d4f7c")),
                "page_size": by.choice((1, 2, 3, 10)),
                "zone": by.choice(("Asia/Ho_Chi_Minh", "Asia/Tokyo")),
            }
            site["timezone" if deed == "zone" else deed] = fields[deed]

    rework(files, "content/data/site.yaml", change)


def edit_template(files: Texts, by: Random) -> None:
    """Add a mark to a template or a component."""
    name = by.choice(names(files, "theme/templates/", ".html"))
    mark = f"<!-- {by.randrange(9)} -->"
    files[name] = _END.sub(rf"{mark}\g<0>", files[name], count=1)


def edit_style(files: Texts, by: Random) -> None:
    """Change a style or a drawing of the theme."""
    name = by.choice(names(files, "theme/static/css/", ".css") + names(files, "theme/static/icons"))
    comment = "<!-- {} -->\n" if name.endswith(".svg") else "/* {} */\n"
    files[name] += comment.format(by.randrange(9))


def edit_catalog(files: Texts, by: Random) -> None:
    """Change a word of the interface."""
    name = by.choice(names(files, "theme/translations/", ".po"))
    parts = files[name].split('msgstr "')
    place = by.randrange(2, len(parts))
    if not parts[place].startswith('"') and "%(" not in parts[place].partition("\n")[0]:
        parts[place] = by.choice(WORDS) + " " + parts[place]
    files[name] = 'msgstr "'.join(parts)


def break_file(files: Texts, by: Random) -> None:
    """Make a file one that cannot be understood."""
    name = by.choice(names(files, "content/", ".md") + names(files, "content/data/"))
    files[name] = "---\ntitle: [\n" + files[name]


TEXT_EDITS: tuple[Edit, ...] = (
    add_article,
    add_article,
    toggle_translation,
    confirm_translation,
    confirm_translation,
    put_stub,
    remove_original,
    delete_article,
    rename_article,
    edit_body,
    edit_body,
    set_field,
    set_field,
    set_field,
    retitle,
    retitle,
    add_link,
    add_link,
    drop_links,
    mend_issues,
    page_status,
    mention_places,
    mention_places,
    switch_mentions,
)
OTHER_EDITS: tuple[Edit, ...] = (
    picture,
    rename_partner,
    relate_partner,
    add_partner,
    delete_partner,
    edit_groups,
    edit_groups,
    edit_lists,
    redate,
    edit_glossary,
    record_changes,
    edit_site,
    edit_site,
    edit_template,
    edit_style,
    edit_catalog,
    name_partner,
    name_partner,
    edit_papers,
    edit_papers,
    break_file,
)
