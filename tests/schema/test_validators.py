"""Validators: a kept description finds what a new one finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic_core import ValidationError

from plugins.bulletin.model.article import ArticleFields, PageFields
from plugins.bulletin.model.records import Country, Partner, Section, Site, Term
from plugins.bulletin.schema import validators
from plugins.bulletin.schema.validators import validator_of
from plugins.bulletin.store.shelf import Shelf

SHAPES = (ArticleFields, PageFields, Country, Partner, Section, Site, Term)


def faults(shape: type, shelf: Shelf | None) -> list[object]:
    """Return what is wrong with fields that no record has."""
    with pytest.raises(ValidationError) as caught:
        validator_of(shape, shelf).validate_python({"other": 1}, extra="forbid")
    return list(caught.value.errors(include_url=False))


@pytest.mark.parametrize("shape", SHAPES)
def test_kept_description(shape: type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies on the shelf validates as a new description, and none is made then."""
    shelf = Shelf(tmp_path / "shelf.sqlite")
    new = faults(shape, shelf)
    monkeypatch.delattr(validators, "_describe")
    assert faults(shape, shelf) == new != []


def test_lost_shelf(tmp_path: Path) -> None:
    """Without what was kept, the description is made again."""
    shelf = Shelf(tmp_path / "shelf.sqlite")
    new = faults(ArticleFields, shelf)
    shelf.clear()
    assert faults(ArticleFields, shelf) == new == faults(ArticleFields, None)
