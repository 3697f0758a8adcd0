"""Checking: runs every check of hygiene over one file's text.

What can be mended is found first, and each later check sees the text as mended, so that
mending a file neither brings a new problem to light nor hides one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from plugins.bulletin.hygiene.days import check_dates, check_weekdays
from plugins.bulletin.hygiene.finding import Finding, Mended, lines_of, mend
from plugins.bulletin.hygiene.glance import is_clean
from plugins.bulletin.hygiene.invisible import check_invisible, check_spaces
from plugins.bulletin.hygiene.letters import check_letters, check_tones
from plugins.bulletin.hygiene.loose import as_written
from plugins.bulletin.hygiene.quoting import check_foreign, check_straight
from plugins.bulletin.hygiene.tongue import check_tongue
from plugins.bulletin.problems import Problem
from plugins.bulletin.read.content import RawData
from plugins.bulletin.read.decoding import as_typed, decode
from plugins.bulletin.read.regions import ANY, Regions, find_regions, letters_in_data
from plugins.bulletin.text.tones import ToneStyle

Check = Callable[[str], Iterator[Finding]]


def check_file(raw: bytes, path: str, style: ToneStyle) -> list[Problem]:
    """Check the bytes of one file; what is wrong with these is reported elsewhere."""
    text, _ = decode(raw, path)
    problems = [] if text is None else check_hygiene(text, path, style)
    if not problems or text == (typed := as_typed(raw)):
        return problems
    return as_written(problems, typed)


def check_data(raw: bytes, data: RawData, style: ToneStyle) -> list[Problem]:
    """Check a data file that was read already as `check_file` does; most have no fault."""
    return [] if is_sound(data, style) else check_file(raw, data.marks.path, style)


def is_sound(data: RawData, style: ToneStyle) -> bool:
    """Tell quickly that `check_file` would find nothing in a data file that was read already."""
    if data.scalars is None:
        return False
    letters = letters_in_data(data.text, data.scalars)
    return all(is_clean(texts, language, style) for language, texts in letters.items())


def check_hygiene(text: str, path: str, style: ToneStyle) -> list[Problem]:
    r"""Check the letters and habits of what people read in one file.

    Args:
        text: The file's text, NFC, with `\n` at line ends.
        path: Its path as problems print it; its end tells kind and language.
        style: Where the site puts its tone marks.
    """
    regions = find_regions(text, path)
    findings = [
        finding
        for language, words in regions.prose.items()
        for finding in _check_words(words, language, regions, style=style)
    ]
    if not findings:
        return []
    lines = lines_of(text, path)
    return [lines.problem(finding) for finding in findings]


def _check_words(words: str, language: str, regions: Regions, *, style: ToneStyle) -> list[Finding]:
    findings: list[Finding] = []
    done = Mended(words)
    for check in _checks(language, style):
        found = [done.traced(finding) for finding in check(done.text)]
        if found:
            findings += found
            done = mend(words, (change for finding in findings for change in finding.changes))
    if language == ANY:
        return findings
    spans = [span for kind, span in regions.fields if kind == language]
    fields = [(done.arrived(start), done.arrived(end)) for start, end in spans]
    told = check_tongue(done.text, language, body=done.arrived(regions.body), fields=fields)
    return findings + [done.traced(finding) for finding in told]


def _checks(language: str, style: ToneStyle) -> Iterator[Check]:
    """Yield the checks of a language in their order; what mends letters comes first."""
    yield from (check_invisible, check_spaces, check_letters)
    if language == ANY:
        return
    yield from (check_straight, partial(check_foreign, language=language))
    if language == "vi":
        yield partial(check_tones, style=style)
    yield from (partial(check_dates, language=language), partial(check_weekdays, language=language))
