"""Fixtures of the whole suite: the built sites, shared by all processes of one run."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from tests.site.building import (
    REAL_CONTENT,
    SECOND_CONTENT,
    Built,
    build_apart,
    build_here,
    once,
    overlay,
)

settings.register_profile("no-clock", deadline=None)
settings.load_profile("no-clock")

SmallSite = Callable[..., Built]


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of this run see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own


@pytest.fixture(scope="session")
def real_site(shared_folder: Path) -> Path:
    """Return the output of the real content, built once a run as for the public."""
    return once(shared_folder / "real", lambda at: _build(REAL_CONTENT, at)) / "output"


@pytest.fixture(scope="session")
def second_site(shared_folder: Path) -> Path:
    """Return the output of the second bulletin, built once a run."""
    return once(shared_folder / "second", lambda at: _build(SECOND_CONTENT, at)) / "output"


def _build(content: Path, folder: Path) -> None:
    built = build_apart(content, folder / "output", "--production")
    assert built.code == 0, built.out + built.err


@pytest.fixture
def small_site(tmp_path: Path) -> SmallSite:
    """Return a function that builds the second bulletin with files put over its content.

    It takes a mapping of paths below the content folder to texts (None removes a file),
    then options of `build`, then `env=` for changes of the environment. Every call builds
    into the same output folder.
    """
    numbers = itertools.count()

    def build(
        files: Mapping[str, str | bytes | None] | None = None,
        *options: str,
        env: Mapping[str, str] | None = None,
    ) -> Built:
        content = tmp_path / f"given-{next(numbers)}" / "content"
        overlay(SECOND_CONTENT, content, files or {})
        return build_here(content, tmp_path / "output", *options, env=env)

    return build
