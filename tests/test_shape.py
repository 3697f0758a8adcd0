"""The measures of `shape` on modules small enough to count by hand."""

from pathlib import Path

import pytest

from tools import shape

SOURCE = '''"""A module."""


# Why.
def outer(path):
    """Do it.

    At length.
    """
    # The loop and what is in it.
    for part in path:

        if part:
            return [
                part,
            ]
        elif path:
            return 2
    return 3


class Known:
    """Documented."""

    def unknown(self): return 1

    def _private(self): return 2
'''


@pytest.fixture
def module() -> shape.Module:
    """Measure the source above."""
    return shape.measure("a.py", SOURCE)


def test_function_length_is_code_alone(module: shape.Module) -> None:
    """Docstring, comments and empty lines are free."""
    lengths = {measured.place.split()[1]: measured.value for measured in module.functions}
    assert lengths == {"outer": 8, "unknown": 1, "_private": 1}


def test_elif_does_not_nest(module: shape.Module) -> None:
    """A chain of conditions is one level."""
    assert shape.largest(module.nesting) == shape.Measured(2, "a.py:5 outer")


def test_public_names_are_counted(module: shape.Module) -> None:
    """Module, function, class and public method count; private names do not."""
    assert (module.public, module.documented) == (4, 3)


def test_comments_and_code(module: shape.Module) -> None:
    """Lines of comments and of code are told apart."""
    assert (module.comments, module.code) == (2, 12)


def test_percentile() -> None:
    """The percentile is one of the values; of nothing it is 0."""
    assert shape.percentile([5, 1, 2, 3, 4, 6, 7, 8, 9, 100], 0.9) == 9
    assert shape.percentile([], 0.9) == 0


def test_missed_aim_is_marked(module: shape.Module) -> None:
    """The report tells which aims are missed."""
    missed = {line.name for line in shape.lines([module], [], ["x" * 61]) if not line.is_met}
    assert missed >= {"public docstrings", "test lines per line", "commit subject"}
    assert "nesting" not in missed


def test_absent_folders_are_left_out(tmp_path: Path) -> None:
    """A folder that is not there has no modules."""
    (tmp_path / "a.py").write_text("x = 1\n", encoding="utf-8")
    assert [module.path for module in shape.modules(["a.py", "none"], tmp_path)] == ["a.py"]
