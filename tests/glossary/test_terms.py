"""Terms: forms of words, forms within forms, and what a translation may say instead."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.glossary import Passage, Side, Terms, check_terms, compile_terms
from plugins.bulletin.glossary.words import stems_of
from plugins.bulletin.model.records import Aliases, Term
from plugins.bulletin.problems import Problem
from plugins.bulletin.text import Language


def term(vi: str, en: str, *, short: str = "", accepted: str = "") -> Term:
    """Return a term; forms are parted by `|`."""
    parts = [tuple(part for part in text.split("|") if part) for text in (vi, en, short, accepted)]
    return Term(parts[0], parts[1], "diplomacy", "usual", parts[2], Aliases(en=parts[3]))


TERMS = compile_terms(
    [
        term("đối ngoại nhân dân", "people-to-people diplomacy"),
        term("quan hệ ngoại giao", "diplomatic relations"),
        term("thiết lập quan hệ ngoại giao", "to establish diplomatic relations"),
        term("đối tác chiến lược", "strategic partnership", accepted="strategic partner"),
        term("đối tác chiến lược toàn diện", "comprehensive strategic partnership"),
        term("bản ghi nhớ|biên bản ghi nhớ", "memorandum of understanding", short="MoU"),
        term("Liên hiệp hữu nghị", "Union of Friendship Organizations", short="UFO"),
        term("kết nghĩa", "twinning|to twin"),
        term("hội nghị", "conference"),
        term("hội thảo", "workshop|conference"),
        term("nhiệm kỳ", "term of office", accepted="term"),
        term("thỏa thuận hợp tác", "cooperation agreement"),
        term("Thủ đô", "the capital"),
    ]
)


def check(
    vi: str,
    en: str,
    *,
    original: Language = "vi",
    waived: tuple[str, ...] = (),
    terms: Terms = TERMS,
) -> list[Problem]:
    """Check two bodies against the glossary."""
    sides = {
        "vi": Side("content/articles/a.vi.md", "vi", vi, 10),
        "en": Side("content/articles/a.en.md", "en", en, 8),
    }
    other = "en" if original == "vi" else "vi"
    return check_terms(sides[original], sides[other], terms, waived=waived)


def found(problems: list[Problem]) -> list[str]:
    """Return the terms that problems name."""
    return [dict(problem.details)["found"] for problem in problems]


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Đối ngoại nhân dân", "People-to-people diplomacy"),
        ("đối ngoại\nnhân dân", "people to people\ndiplomacy"),
        ("ĐỐI NGOẠI NHÂN DÂN", "the people‑to‑people diplomacy's aims".replace("‑", "–")),
        ("ba bản ghi nhớ", "three memoranda of understanding"),
        ("ba bản ghi nhớ", "three memorandums of understanding"),
        ("bản ghi nhớ", "an MoU"),
        ("hai biên bản ghi nhớ", "two MoUs"),
        ("UFO", "the Union of Friendship Organisations"),
        ("Liên hiệp hữu nghị", "UFO's house"),
        ("kết nghĩa", "the cities were twinned"),
        ("kết nghĩa", "they twin"),
        ("hội thảo", "two workshops"),
        ("nhiệm kỳ 2022–2027", "the 2022–2027 term"),
        ("thoả thuận hợp tác", "cooperation agreements"),
        ("thiết lập quan hệ ngoại giao", "having established diplomatic relations"),
        ("quan hệ ngoại giao", "they established diplomatic relations"),
        ("đối tác chiến lược", "strategic partners"),
        ("Thủ đô", "The Capital's day"),
        ("báo Phụ nữ Thủ đô", "the newspaper Phụ nữ Thủ đô"),
        ("hội **nghị**", "a *conference*"),
    ],
)
def test_approved_forms(vi: str, en: str) -> None:
    """Case, number, possession, tense, hyphens, spelling and tone style do not count."""
    assert check(vi, en) == []


@pytest.mark.parametrize(
    ("vi", "en", "expected"),
    [
        ("đối ngoại nhân dân", "people's diplomacy", ["đối ngoại nhân dân"]),
        ("Bản ghi nhớ", "a note", ["Bản ghi nhớ"]),
        (
            "đối tác chiến lược toàn diện",
            "a strategic partnership",
            ["đối tác chiến lược toàn diện"],
        ),
        (
            "đối tác chiến lược, đối tác chiến lược toàn diện",
            "a comprehensive strategic partnership",
            ["đối tác chiến lược"],
        ),
        ("kết nghĩa và đối ngoại nhân dân", "nothing", ["kết nghĩa", "đối ngoại nhân dân"]),
        ("kết nghĩa, kết nghĩa", "nothing", ["kết nghĩa"]),
        ("bản ghi nhớ", "a mou", ["bản ghi nhớ"]),
        ("bản ghi nhớ", "[text](memorandum-of-understanding.en.md)", ["bản ghi nhớ"]),
    ],
)
def test_missing_forms(vi: str, en: str, expected: list[str]) -> None:
    """A term without any approved form is told once, in the words of the original."""
    assert found(check(vi, en)) == expected


@pytest.mark.parametrize(
    "vi",
    [
        "đối ngoại. Nhân dân",
        "đối ngoại\n\nnhân dân",
        "- đối ngoại\n- nhân dân",
        "`đối ngoại nhân dân`",
    ],
)
def test_term_does_not_reach_across(vi: str) -> None:
    """Two sentences, paragraphs or items share no term, and code has none."""
    assert check(vi, "nothing") == []


def test_english_original_is_checked_the_other_way() -> None:
    """Of an English original its forms are sought, but not those that are only accepted."""
    problems = check("Ngoại giao.", "People-to-people diplomacy in a term.", original="en")
    assert found(problems) == ["People-to-people diplomacy"]
    assert problems[0].place.path == "content/articles/a.en.md"
    assert "“đối ngoại nhân dân”" in problems[0].remedy("vi")
    assert check("Đối ngoại nhân dân.", "People-to-people diplomacy.", original="en") == []


def test_form_of_two_terms_is_content_with_either() -> None:
    """The word conference stands for two terms, so either of them will do."""
    assert check("Hội nghị.", "A conference.", original="en") == []
    assert check("Hội thảo.", "A conference.", original="en") == []
    (problem,) = check("Buổi họp.", "A conference.", original="en")
    assert "“hội nghị”, “hội thảo”".replace(", ", " or ") in problem.remedy("en")


def test_problem_names_place_forms_and_the_nearest_words() -> None:
    """The report stands at the term in the original and quotes what was probably meant."""
    (problem,) = check("Một.\nVề đối ngoại nhân dân.", "One.\n\nOn people diplomacy.")
    assert (problem.place.line, problem.place.column) == (11, 4)
    assert problem.message("en").endswith("; the nearest is “people diplomacy” on line 10")
    assert problem.message("vi").endswith("; gần nhất là “people diplomacy” ở dòng 10")
    assert problem.remedy("en").startswith("write “people-to-people diplomacy” there")


def test_fields_count_on_both_sides() -> None:
    """A summary is part of the text: its terms are told at the field, and its forms count."""
    vi = Side("a.vi.md", "vi", "", 9, (Passage("Lễ kết nghĩa", 5, 10),))
    en = Side("a.en.md", "en", "", 9, (Passage("A feast", 5, 10),))
    (problem,) = check_terms(vi, en, TERMS)
    assert (problem.place.line, problem.place.column) == (5, 10)
    twin = Side("a.en.md", "en", "", 9, (Passage("A feast of twinning", 5, 10),))
    assert check_terms(vi, twin, TERMS) == []


@pytest.mark.parametrize("word", ["kết nghĩa", "Twinning", "to twin"])
def test_waived_term_is_not_told(word: str) -> None:
    """A term can be waived by any of its forms."""
    assert check("kết nghĩa", "nothing", waived=(word,)) == []


def test_terms_can_be_sent_to_another_process() -> None:
    """A glossary made ready survives pickling."""
    again = pickle.loads(pickle.dumps(TERMS))
    assert found(check("kết nghĩa", "nothing", terms=again)) == ["kết nghĩa"]


@pytest.mark.parametrize(
    "forms",
    [
        ("city", "cities", "city's", "Cities"),
        ("organize", "organise", "organizing", "organised", "organises"),
        ("programme", "program", "programmes", "programs"),
        ("twin", "twins", "twinned", "twinning"),
        ("sign", "signs", "signed", "signing"),
        ("centre", "center", "centers"),
        ("congress", "congresses", "congress's"),
        ("carry", "carries", "carried", "carrying"),
        ("exchange", "exchanges", "exchanged", "exchanging"),
    ],
)
def test_forms_of_an_english_word_have_one_stem(forms: tuple[str, ...]) -> None:
    """Number, possession, tense and spelling leave the stem as it is."""
    assert len(set(stems_of(forms, "en"))) == 1


@pytest.mark.parametrize(
    "words", [("press", "pre"), ("this", "thing"), ("committee", "commit"), ("state", "statute")]
)
def test_other_words_have_other_stems(words: tuple[str, str]) -> None:
    """Stems do not run together."""
    assert len(set(stems_of(words, "en"))) == 2


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from(["vi", "en"]))
def test_any_text_is_checked(vi: str, en: str, original: Language) -> None:
    """Whatever two texts hold, problems come out at places that they have."""
    for problem in check(vi, en, original=original):
        body = vi if problem.place.path.endswith(".vi.md") else en
        first = 10 if problem.place.path.endswith(".vi.md") else 8
        assert first <= problem.place.line <= first + body.count("\n")
