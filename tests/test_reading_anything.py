"""Reading anything: whatever a content folder holds, problems come out and no exception."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings, strategies as st

from plugins.bulletin.intake import take_in
from plugins.bulletin.link.library import LinkSettings, link
from plugins.bulletin.model.library import Library
from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.report import report
from plugins.bulletin.read.decoding import decode
from plugins.bulletin.read.files import folder_name
from plugins.bulletin.read.front_matter import FENCE, split_front_matter

MINIMAL = Path(__file__).parent / "sites" / "minimal" / "content"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
NAMES = sorted(file.relative_to(MINIMAL).as_posix() for file in MINIMAL.rglob("*.*"))
ARTICLE = "articles/autumn-term.vi.md"
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "60"))

# Pieces that have a meaning to YAML, Markdown, HTML or an encoding.
# fmt: off
PIECES = st.sampled_from(
    [
        "---\n", ": ", "- ", "[", "]", "{", "}", "'", "\"", "“", "*a", "&a ", "!!x ", "|\n",
        ">", "#", "?", "%", "@", "`", "\t", "\r\n", "\x00", "\u2028", "\ufeff", "\u0301",
        "<script>", "</b", "<!--", "-->", "&#106;", "](", "![", "[^1]", "[^1]: x\n",
        "](javascript:a)", "](//x)", "](#x)", "\n\n", "    ", "> ", "1. ", "***", "___",
        "/// caption\n", "///\n", "bulletin-link:0:", "\\", "no", "0123", "2023-13-41", "null",
        "1e999", "9" * 400, "😀", "ﷺ", "\u202e", "title: x\n", "# H\n", "| a |\n|--|\n",
        "[a]: b\n", "~", "<<: {a: 1}\n", "..\n", "...\n", "= =\n", "\x02wzxhzdk:0\x03",
        "\x1e0\x1e",
    ]
)
# fmt: on
EDITS = st.tuples(
    st.sampled_from(["insert", "delete", "double", "lines", "swap"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 30),
    PIECES | st.text(max_size=5),
)


def mutate(text: str, edits: list[tuple[str, float, int, str]]) -> str:
    """Return a text after some insertions, deletions and repetitions."""
    for kind, where, length, piece in edits:
        at = int(where * (len(text) + 1))
        lines = text.split("\n")
        row = int(where * len(lines))
        if kind == "insert":
            text = text[:at] + piece + text[at:]
        elif kind == "delete":
            text = text[:at] + text[at + length :]
        elif kind == "double":
            text = text[:at] + text[at : at + length] * 3 + text[at + length :]
        elif kind == "lines":
            text = "\n".join(lines[:row] + lines[row : row + length] * 2 + lines[row + 1 :])
        else:
            text = "\n".join(lines[row:] + lines[:row])
    return text


@contextmanager
def site_with(files: dict[str, bytes]) -> Iterator[Path]:
    """Give the minimal site with some files replaced."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(MINIMAL, content)
        for name, raw in files.items():
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).write_bytes(raw)
        yield content


def read_site(content: Path) -> tuple[Library | None, list[Problem]]:
    """Read and link a content folder, and print its report in both languages."""
    entries, problems = take_in(content)
    library, faults = link(entries, LinkSettings(content, NOW))
    for language in ("en", "vi"):
        for form in ("text", "json", "github"):
            report(problems + faults, language, form).encode()
    return library, problems + faults


def assert_places_are_inside(content: Path, problems: list[Problem]) -> None:
    """Fail unless each problem points into a file as an editor's program counts it."""
    for problem in problems:
        place = problem.place
        assert place.path.startswith(folder_name(content))
        if place.line:
            text, _ = decode((content.parent / place.path).read_bytes(), place.path)
            raw = (content.parent / place.path).read_bytes().decode("utf-8-sig", "replace")
            lines = (text or raw).replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert 1 <= place.line <= len(lines), problem
            longest = max(
                len(lines[place.line - 1]), len(raw.split("\n")[0]) if text is None else 0
            )
            assert 0 <= place.column <= longest + 1, problem


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(NAMES), edits=st.lists(EDITS, min_size=1, max_size=6))
def test_damaged_files_give_problems_and_no_exception(
    name: str, edits: list[tuple[str, float, int, str]]
) -> None:
    """A valid file with anything done to it is read, or reported at a place inside it."""
    text = (MINIMAL / name).read_text(encoding="utf-8")
    raw = mutate(text, edits).encode("utf-8", "replace")
    with site_with({name: raw}) as content:
        library, problems = read_site(content)
        assert_places_are_inside(content, problems)
        assert library is not None or any(problem.is_error for problem in problems)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=st.lists(EDITS, min_size=1, max_size=4))
def test_article_is_in_the_library_or_reported(edits: list[tuple[str, float, int, str]]) -> None:
    """An article whose file gives no error is in the library, unless it waits."""
    text = (MINIMAL / ARTICLE).read_text(encoding="utf-8")
    with site_with({ARTICLE: mutate(text, edits).encode("utf-8", "replace")}) as content:
        library, problems = read_site(content)
        if not any(problem.is_error for problem in problems):
            assert library is not None
            assert "vi" in library.articles["autumn-term"]


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(NAMES), raw=st.binary(max_size=200))
@example(name=ARTICLE, raw=b"---\n---\n")
@example(name=ARTICLE, raw=b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n")
@example(name="data/site.yaml", raw=b"- " * 5000)
@example(name="data/associations/laos.yaml", raw=b"[")
@example(name="data/glossary.yaml", raw=b"[" * 100_000)
@example(name=ARTICLE, raw=b"---\ntitle: " + b"9" * 5000 + b"\n---\n")
@example(name=ARTICLE, raw=b"---\ntitle: a\n---\n" + b"*" * 2001 + b"a" + b"*" * 2001)
def test_any_bytes_give_problems_and_no_exception(name: str, raw: bytes) -> None:
    """Random bytes in the place of any file are reported, and nothing is raised."""
    with site_with({name: raw}) as content:
        _, problems = read_site(content)
        assert_places_are_inside(content, problems)


@given(text=st.text(alphabet=st.sampled_from("-\n ab:"), max_size=40))
@example(text="---\n---\n")
@example(text="---\na: b\n---")
def test_front_matter_joined_again_gives_the_text(text: str) -> None:
    """Splitting loses nothing but spaces after the two fences."""
    split, problems = split_front_matter(text, "content/a.vi.md")
    assert (split is None) == bool(problems)
    if split is not None:
        lines = text.split("\n")
        lines[0] = lines[split.body_line - 2] = FENCE
        joined = f"{FENCE}\n{split.fields}{FENCE}"
        joined += f"\n{split.body}" if len(lines) >= split.body_line else ""
        assert joined == "\n".join(lines)


@given(text=st.text(max_size=60))
def test_decoding_keeps_lines(text: str) -> None:
    """Decoded text has the lines of the file, so that places stay right."""
    raw = text.encode("utf-8", "replace")
    decoded, _ = decode(raw, "content/a.vi.md")
    if decoded is not None:
        lines = raw.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        assert decoded.count("\n") == lines.count("\n")
