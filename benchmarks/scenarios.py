"""Scenarios: what is done before a build is timed, and the proof that the build did its work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contestants import Contestant
from benchmarks.corpus import Article
from benchmarks.layouts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Proof:
    """A text that a file of the output must hold after the build, and files that must be there."""

    path: Path
    text: str
    others: tuple[Path, ...] = ()

    def fault(self) -> str:
        """Return what is wrong with the output, or nothing."""
        if not self.path.is_file():
            return f"{self.path.name} of {self.path.parent.name} is not there"
        if self.text not in self.path.read_text(encoding="utf-8"):
            return f"{self.path.parent.name} does not say “{self.text}”"
        missing = [path.parent.name for path in self.others if not path.is_file()]
        return f"{len(missing)} pages are not there, as {missing[0]}" if missing else ""


Step = Callable[[Contestant, Sequence[Article], int], Proof]


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing that is timed; `prepare` makes the edit of a round, from 1."""

    key: str
    title: str
    prepare: Step


def from_nothing(contestant: Contestant, articles: Sequence[Article], round_: int) -> Proof:
    """Take output and caches away."""
    del round_
    contestant.set_aside()
    pages = (contestant.page(article, language) for article in articles for language in LANGUAGES)
    return Proof(contestant.page(articles[-1]), articles[-1].title.vi, tuple(pages))


def unchanged(contestant: Contestant, articles: Sequence[Article], round_: int) -> Proof:
    """Change nothing."""
    del round_
    return Proof(contestant.page(articles[-1]), articles[-1].title.vi)


def text_edited(contestant: Contestant, articles: Sequence[Article], round_: int) -> Proof:
    """Add a sentence to an article, another one in each round."""
    article = articles[len(articles) * round_ // 7 % len(articles)]
    sentence = f"Câu này được thêm ở vòng đo thứ {round_}."
    contestant.append(article, sentence)
    return Proof(contestant.page(article), sentence)


def partner_renamed(contestant: Contestant, articles: Sequence[Article], round_: int) -> Proof:
    """Rename a partner, another one in each round."""
    article = articles[-round_]
    name = f"Đối tác mới {round_}"
    contestant.rename("partners", article.partners[0], name)
    return Proof(contestant.page(article), name)


def section_renamed(contestant: Contestant, articles: Sequence[Article], round_: int) -> Proof:
    """Rename the section of an article."""
    article = articles[-round_]
    name = f"Chuyên mục mới {round_}"
    contestant.rename("sections", article.section, name)
    return Proof(contestant.page(article), name)


def template_edited(contestant: Contestant, articles: Sequence[Article], round_: int) -> Proof:
    """Add a paragraph to the template of articles."""
    text = f"Mẫu trang được sửa ở vòng {round_}."
    contestant.edit_template(text)
    return Proof(contestant.page(articles[0]), text)


SCENARIOS = (
    Scenario("nothing", "everything from nothing", from_nothing),
    Scenario("unchanged", "nothing changed", unchanged),
    Scenario("text", "one article's text edited", text_edited),
    Scenario("partner", "one partner renamed", partner_renamed),
    Scenario("section", "one section renamed", section_renamed),
    Scenario("template", "one template edited", template_edited),
)
