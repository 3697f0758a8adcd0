"""Assets: scripts that import others name them as they are published."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from plugins.bulletin.problems.machine import BrokenTheme
from plugins.bulletin.render.assets import load_assets

ROOT = Path(__file__).parents[2]

FOLD = "export function fold(text) { return text; }\n"


def theme_with(folder: Path, **scripts: str) -> Path:
    """Make a theme of the real styles and the given scripts."""
    theme = folder / "theme"
    copytree(ROOT / "theme" / "static", theme / "static")
    for script in (theme / "static" / "js").glob("*.js"):
        script.unlink()
    for name, text in scripts.items():
        (theme / "static" / "js" / f"{name}.js").write_text(text, "utf-8")
    return theme


def test_import_names_the_published_script(tmp_path: Path) -> None:
    """The name of an imported script is the one that it is published under."""
    theme = theme_with(tmp_path, ask='import { fold } from "./fold.js";\n', fold=FOLD)
    assets = load_assets(theme, "#a4161a")
    asked, folded = assets.modules["ask"], assets.modules["fold"]
    content = assets.files[asked.removeprefix("/")].decode()
    assert content == f'import {{ fold }} from "./{folded.rpartition("/")[2]}";\n'
    assert assets.files[folded.removeprefix("/")].decode() == FOLD


def test_script_changes_its_name_with_what_it_imports(tmp_path: Path) -> None:
    """A browser that keeps a script for ever must not keep one that imports what is gone."""
    ask = 'import { fold } from "./fold.js";\n'
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    before = load_assets(theme_with(tmp_path / "one", ask=ask, fold=FOLD), "#a4161a")
    after = load_assets(theme_with(tmp_path / "two", ask=ask, fold=FOLD + "//\n"), "#a4161a")
    assert before.modules["ask"] != after.modules["ask"]


def test_script_that_is_no_text_is_told(tmp_path: Path) -> None:
    """A script saved in another encoding is named."""
    theme = theme_with(tmp_path)
    (theme / "static" / "js" / "ask.js").write_bytes("// hỏi".encode("utf-16"))
    with pytest.raises(BrokenTheme, match=r"ask\.js"):
        load_assets(theme, "#a4161a")


@pytest.mark.parametrize(
    "scripts",
    [
        {"ask": 'import { fold } from "./flod.js";', "fold": FOLD},
        {"ask": 'import { fold } from "./ask.js";'},
        {
            "ask": 'import { fold } from "./fold.js";',
            "fold": 'import { fold } from "./ask.js";',
        },
    ],
    ids=["none such", "itself", "each other"],
)
def test_import_that_leads_nowhere_is_told(tmp_path: Path, scripts: dict[str, str]) -> None:
    """A theme whose script imports what is not there is refused by the import's words."""
    with pytest.raises(BrokenTheme, match=r"from \"\./(flod|ask|fold)\.js"):
        load_assets(theme_with(tmp_path, **scripts), "#a4161a")
