"""Measure the code against the aims of the house style. Standard library only.

A function's length is its lines of code: the docstring, comments and empty lines are free.
"""

import ast
import io
import shutil
import subprocess
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.paths import ROOT

CODE = ("plugins", "tools", "benchmarks", "tasks.py", "pelicanconf.py", "publishconf.py")
TESTS = ("tests",)
SUBJECT_LIMIT = 60

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
NESTING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)


@dataclass(frozen=True)
class Measured:
    """A number and the place it was found at, as `path:line name`."""

    value: int
    place: str


@dataclass(frozen=True)
class Module:
    """What one module measures; `comments` and `code` are lines."""

    path: str
    lines: int
    code: int
    comments: int
    functions: tuple[Measured, ...]
    nesting: tuple[Measured, ...]
    public: int
    documented: int


@dataclass(frozen=True)
class Line:
    """One line of the report: what was measured, the aim, and whether it is met."""

    name: str
    found: str
    aim: str
    is_met: bool


def measure(path: str, source: str) -> Module:
    """Measure one module from its source."""
    tree = ast.parse(source)
    code, comments = line_numbers(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    named = list(public_definitions(tree))
    return Module(
        path,
        lines=len(source.splitlines()),
        code=len(code - docstring_lines(tree)),
        comments=len(comments),
        functions=tuple(at(path, node, body_length(node, code)) for node in functions),
        nesting=tuple(at(path, node, depth(node.body)) for node in functions),
        public=len(named),
        documented=sum(ast.get_docstring(node) is not None for node in named),
    )


def at(path: str, node: Function, value: int) -> Measured:
    """Give a number the place of a function."""
    return Measured(value, f"{path}:{node.lineno} {node.name}")


def line_numbers(source: str) -> tuple[set[int], set[int]]:
    """Return the numbers of the lines that hold code, and of those that hold a comment."""
    code: set[int] = set()
    comments: set[int] = set()
    layout = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            comments.add(token.start[0])
        elif token.type not in layout:
            code.update(range(token.start[0], token.end[0] + 1))
    return code, comments


def docstring_lines(tree: ast.Module) -> set[int]:
    """Return the numbers of the lines that docstrings take."""
    owners = (ast.Module, ast.ClassDef, *FUNCTIONS)
    docstrings = (
        node.body[0]
        for node in ast.walk(tree)
        if isinstance(node, owners) and ast.get_docstring(node, clean=False) is not None
    )
    return {line for string in docstrings for line in lines_of(string)}


def lines_of(node: ast.stmt) -> range:
    """Return the numbers of the lines that a statement takes."""
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def body_length(node: Function, code: set[int]) -> int:
    """Count the lines of code in a function's body."""
    has_docstring = ast.get_docstring(node, clean=False) is not None
    return len({line for part in node.body[has_docstring:] for line in lines_of(part)} & code)


def depth(statements: Iterable[ast.AST]) -> int:
    """Count how deep statements nest; `elif` and functions inside do not add."""
    return max((depth_of(node) for node in statements), default=0)


def depth_of(node: ast.AST) -> int:
    """Count how deep one statement nests."""
    if isinstance(node, (*FUNCTIONS, ast.ClassDef, ast.Lambda)):
        return 0
    if not isinstance(node, NESTING):
        return depth(ast.iter_child_nodes(node))
    chained = elif_of(node)
    inner = (child for child in ast.iter_child_nodes(node) if child is not chained)
    return max(1 + depth(inner), depth([chained] if chained else []))


def elif_of(node: ast.AST) -> ast.If | None:
    """Return the `elif` of an `if`, which the syntax tree holds as an `if` inside."""
    if not isinstance(node, ast.If) or len(node.orelse) != 1:
        return None
    return node.orelse[0] if isinstance(node.orelse[0], ast.If) else None


def public_definitions(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | Function]:
    """Yield the module, its public functions and classes, and the methods of these."""
    yield tree
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    homes: tuple[ast.Module | ast.ClassDef, ...] = (tree, *classes)
    for home in homes:
        definitions = (node for node in home.body if isinstance(node, (ast.ClassDef, *FUNCTIONS)))
        yield from (node for node in definitions if not node.name.startswith("_"))


def modules(places: Iterable[str], root: Path = ROOT) -> list[Module]:
    """Measure every module in folders and files under the root; what is absent is left out."""
    files = [file for place in places for file in python_files(root / place)]
    return [measure(file.relative_to(root).as_posix(), file.read_text("utf-8")) for file in files]


def python_files(place: Path) -> list[Path]:
    """List the Python files of a folder, or the file itself."""
    return sorted(place.rglob("*.py")) if place.is_dir() else [place] * place.is_file()


def subjects() -> list[str]:
    """Return the subjects of all commits; none without git or a history."""
    git = shutil.which("git")
    if git is None:
        return []
    command = [git, "log", "--no-merges", "--format=%s"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return done.stdout.splitlines()


def percentile(values: list[int], part: float) -> int:
    """Return the value that this part of the values does not exceed; 0 of none."""
    return sorted(values)[max(0, round(part * len(values)) - 1)] if values else 0


def largest(values: Iterable[Measured]) -> Measured:
    """Return the largest number with its place."""
    return max(values, key=lambda measured: measured.value, default=Measured(0, "nowhere"))


def spread(values: list[int]) -> str:
    """Write median, 90th percentile and maximum."""
    return f"{median(values or [0]):g} / {percentile(values, 0.9)} / {max(values, default=0)}"


def lines(code: list[Module], tests: list[Module], commits: list[str]) -> list[Line]:
    """Compare what was measured with the aims."""
    return [*function_lines(code), *module_lines(code, tests), subject_line(commits)]


def function_lines(code: list[Module]) -> list[Line]:
    """Compare the functions with the aims."""
    lengths = [function.value for module in code for function in module.functions]
    longest = largest(function for module in code for function in module.functions)
    deepest = largest(nest for module in code for nest in module.nesting)
    is_met = percentile(lengths, 0.9) <= 25 and longest.value <= 40
    return [
        Line("function lines", f"{spread(lengths)} ({longest.place})", "8 / 25 / 40", is_met),
        Line("nesting", f"{deepest.value} ({deepest.place})", "2", deepest.value <= 2),
    ]


def module_lines(code: list[Module], tests: list[Module]) -> list[Line]:
    """Compare the modules with the aims."""
    longest = largest(Measured(module.lines, module.path) for module in code)
    size = sum(module.code for module in code) or 1
    documented = 100 * sum(m.documented for m in code) / (sum(m.public for m in code) or 1)
    comments = 100 * sum(module.comments for module in code) / size
    ratio = sum(module.code for module in tests) / size
    lengths = spread([module.lines for module in code])
    return [
        Line("module lines", f"{lengths} ({longest.place})", "150 / – / 300", longest.value <= 300),
        Line("public docstrings", f"{documented:.0f} %", "100 %", documented == 100),
        Line("comments per 100 lines", f"{comments:.1f}", "4–6", 4 <= comments <= 6),
        Line("test lines per line", f"{ratio:.2f}", "1.3–1.7", 1.3 <= ratio <= 1.7),
    ]


def subject_line(commits: list[str]) -> Line:
    """Compare the commits' subjects with the aim."""
    longest = max(commits, key=len, default="")
    found = f"{len(longest)} longest of {len(commits)} ({longest})"
    return Line("commit subject", found, f"≤ {SUBJECT_LIMIT}", len(longest) <= SUBJECT_LIMIT)


def report() -> bool:
    """Print the report and tell whether every aim is met."""
    found = lines(modules(CODE), modules(TESTS), subjects())
    for line in found:
        mark = "ok  " if line.is_met else "miss"
        print(f"{mark}  {line.name:24} aim {line.aim:14} {line.found}")
    return all(line.is_met for line in found)
