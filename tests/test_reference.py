"""The generated reference: up to date, complete, and right about what it reads."""

import dataclasses
import inspect
import re
from pathlib import Path

import pytest

from plugins.bulletin.model import changes, issues, records
from plugins.bulletin.problems import Place, Rule
from plugins.bulletin.reference.__main__ import main
from plugins.bulletin.reference.fields import FILES, MEANINGS
from plugins.bulletin.reference.kinds import fields_of, plain_name
from plugins.bulletin.reference.markup import escape, table
from plugins.bulletin.reference.pages import FOLDER, PAGES, stale_pages
from plugins.bulletin.reference.rules import rule_modules, rules_of, rules_page
from plugins.bulletin.schema.records import FOLDERS, LISTS

ROOT = Path(__file__).parent.parent
RULES = [rule for module in rule_modules() for rule in rules_of(module)]


def test_reference_is_up_to_date() -> None:
    """What lies in docs/reference is what the code says; else run `python3 tasks.py docs`."""
    assert stale_pages(ROOT / FOLDER) == []


def test_pages_tell_how_they_are_made() -> None:
    """Every generated page names the command below its title."""
    assert all("`python3 tasks.py docs`" in make().split("\n")[2] for make in PAGES.values())


def test_check_names_stale_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Check ends with 1 and names each stale or missing page; writing mends that."""
    assert main(["--folder", str(tmp_path)]) == 0
    assert main(["--check", "--folder", str(tmp_path)]) == 0
    (tmp_path / "data.md").write_text("old", encoding="utf-8")
    (tmp_path / "rules.md").unlink()
    capsys.readouterr()
    assert main(["--check", "--folder", str(tmp_path)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(" is ")[0] for line in told] == [
        (tmp_path / name).as_posix() for name in ("data.md", "rules.md")
    ]


@pytest.mark.parametrize("shape", MEANINGS, ids=plain_name)
def test_every_field_has_a_meaning(shape: type) -> None:
    """Each field is explained in both languages, and nothing else is."""
    fields = {field.name for field in fields_of(shape, plain_name)}
    assert set(MEANINGS[shape]) == fields
    assert all(words.en and words.vi for words in MEANINGS[shape].values())


def test_every_record_is_listed() -> None:
    """Each record of the model, and each file that the schema knows, is on the page."""
    modules = (records, changes, issues)
    classes = [item for module in modules for item in inspect.getmembers(module, inspect.isclass)]
    made_here = {
        shape
        for _, shape in classes
        if dataclasses.is_dataclass(shape)
        and shape.__module__ in {module.__name__ for module in modules}
    }
    # What is made of the fields of another class, as an article of its fields, is in no file.
    names = {shape.__name__ for shape in made_here}
    written = {shape for shape in made_here if f"{shape.__name__}Fields" not in names}
    assert {shape for shapes in FILES.values() for shape in shapes} == written
    files = {f"{name}.yaml" for name in LISTS} | {f"{name}/ID.yaml" for name in FOLDERS}
    assert set(FILES) == files | {"site.yaml", "glossary.yaml", "changes.yaml"}


def test_limits_come_from_the_types() -> None:
    """Range, default, values and duty of a field are read from its type hint."""
    fields = {field.name: field for field in fields_of(records.Site, plain_name)}
    size = fields["page_size"]
    assert (size.limits, size.default, size.is_required) == ("1 to 200", "`12`", False)
    relation = {field.name: field for field in fields_of(records.Relation, plain_name)}
    assert relation["standing"].limits == "`in-force` `ended` `unknown`"
    assert relation["also"].kind == "source, or a list of them"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_in_the_reference(rule: Rule) -> None:
    """Each rule has a heading, so that a report's id can be looked up."""
    assert f"\n### {rule.id}\n" in rules_page()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_speaks_both_languages(rule: Rule) -> None:
    """Message and remedy exist in English and Vietnamese and name the same values."""
    for words in (rule.message, rule.remedy):
        assert words.en
        assert words.vi
        assert _values(words.en) == _values(words.vi)


def _values(sentence: str) -> set[str]:
    return {re.sub(r"_(en|vi)$", "", name) for name in re.findall(r"(?<!{){(\w+)}", sentence)}


def test_rule_ids_are_unique() -> None:
    """No two rules share an id."""
    ids = [rule.id for rule in RULES]
    assert sorted(set(ids)) == sorted(ids)


def test_placeholders_are_shown_by_name() -> None:
    """A sentence with values unfilled shows their names, and braces as an editor sees them."""
    rule = next(rule for rule in RULES if rule.id == "relation-source-missing")
    assert rule.at(Place("a")).remedy("en") in rules_page()
    assert "“‹language›” is not a language of this site" in rules_page()


def test_escape_leaves_code_alone() -> None:
    """Plain text is shown as it is, code stays code."""
    assert escape("<title> and `<b>|*`") == "\\<title\\> and `<b>|*`"


def test_table_keeps_bars_in_cells() -> None:
    """A bar inside a cell does not end it."""
    assert table(("a",), [("`x|y`",)]) == "| a |\n| --- |\n| `x\\|y` |"
