"""Commands: arguments in, a report and an exit code out. 0 good, 1 problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import runpy
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from plugins.bulletin.problems import Problem, machine
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.problems.report import ReportFormat, count_line, default_language, report
from plugins.bulletin.settings import BuildSettings, moment_of_build

if TYPE_CHECKING:
    from plugins.bulletin.model.library import Library

ROOT = Path.cwd()
FAULT_LOG = Path(".cache") / "fault.log"


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. No traceback reaches an editor."""
    options = make_parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(machine.tell(error, options.language), file=sys.stderr)
        return 1
    except Exception:  # noqa: BLE001 -- the last door: the details go to a file
        return _own_fault(options.language)
    return code


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands; the reference lists what it takes."""
    parser = argparse.ArgumentParser(prog="bulletin", description="Commands of the bulletin.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    build = _command(commands, "build", "build both sites", run=run_build)
    build.add_argument("--output", type=Path, default=Path("output"), help="folder to write")
    build.add_argument("--production", action="store_true", help="for the public address")
    build.add_argument("--drafts", action="store_true", help="show drafts, for a preview")
    build.add_argument("--full", action="store_true", help="ignore every cache")
    build.add_argument("--jobs", type=int, default=0, help="number of processes; 0: one a core")
    build.add_argument("--theme", type=Path, help="folder of the theme")
    build.add_argument("--explain", metavar="PATH", help="say why an output was made again")
    check = _command(commands, "check", "check the content, write no site", run=run_check)
    check.add_argument("--fix", action="store_true", help="mend what can be mended safely")
    _add_serve(commands)
    audit = _command(commands, "audit", "check a finished output folder", run=run_audit)
    audit.add_argument("--output", type=Path, default=Path("output"), help="folder to read")
    return parser


def _add_serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = _command(commands, "serve", "preview the site with drafts", run=run_serve)
    serve.add_argument("--port", type=int, default=8000, help="port on this machine")
    serve.add_argument("--theme", type=Path, help="folder of the theme")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    text: str,
    *,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    add = parser.add_argument
    add("--content", type=Path, default=Path("content"), help="folder to read")
    add("--format", choices=("text", "json", "github"), default="text", help="form of the report")
    add("--language", choices=("vi", "en"), default=default_language(), help="of the report")
    parser.set_defaults(run=run)
    return parser


def run_build(options: argparse.Namespace) -> int:
    """Build both sites; an error leaves the last good output as it was."""
    from plugins.bulletin.building import build

    conf = ROOT / ("publishconf.py" if options.production else "pelicanconf.py")
    done = build(conf, _settings(options, conf), options.language)
    _tell(done.problems, options)
    if options.explain and not done.is_refused:
        print(done.explain(options.explain, options.language))
    if not done.is_refused and options.format == "text":
        print(f"{options.output}: {done.outcome(options.language)}")
    return int(done.is_refused)


def run_check(options: argparse.Namespace) -> int:
    """Check the content."""
    from plugins.bulletin.pipeline import examine

    settings = _settings(options, ROOT / "pelicanconf.py")
    library, problems = examine(settings)
    if options.fix and _fix(library, options):
        _, problems = examine(settings)
    return _tell(problems, options)


def _fix(library: Library | None, options: argparse.Namespace) -> bool:
    """Mend what can be mended, say so beside the report, and tell whether anything was."""
    from plugins.bulletin.fixing import fix_files

    style = library.records.site.tone_marks if library else "hòa"
    done = fix_files(options.content, style)
    for fixed in done:
        print(fixed.tell(options.language), file=_beside(options))
    return bool(done)


def _beside(options: argparse.Namespace) -> TextIO:
    """Return where words go that are no part of a report which another program reads."""
    return sys.stdout if options.format == "text" else sys.stderr


def _settings(options: argparse.Namespace, conf: Path) -> BuildSettings:
    """Take what Pelican's settings file and the command line say about a build."""
    given = runpy.run_path(str(conf))
    return BuildSettings(
        content=options.content.resolve(),
        theme=(getattr(options, "theme", None) or ROOT / given["THEME"]).resolve(),
        output=getattr(options, "output", ROOT / "output").resolve(),
        base_url=given["SITEURL"].rstrip("/"),
        now=moment_of_build(),
        with_drafts=getattr(options, "drafts", False),
        jobs=getattr(options, "jobs", 0) or os.cpu_count() or 1,
        is_full=getattr(options, "full", False),
    )


def run_serve(options: argparse.Namespace) -> int:
    """Show the site while it is written, until Ctrl-C."""
    from plugins.bulletin.preview.serving import serve

    options.output = ROOT / ".cache" / "preview"
    settings = _settings(options, ROOT / "pelicanconf.py")
    return serve(settings, options.port, options.language)


def run_audit(options: argparse.Namespace) -> int:
    """Check a finished output folder."""
    from plugins.bulletin.audit import AuditSettings, audit

    base_url = os.environ.get("BULLETIN_SITE_URL", "").rstrip("/")
    return _tell(audit(options.output, AuditSettings(base_url=base_url)), options)


def _tell(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    """Print a report and return 1 when an error is in it."""
    language: ReportLanguage = options.language
    form: ReportFormat = options.format
    sys.stdout.write(report(problems, language, form))
    if form == "text" and problems:
        print(count_line(problems, language))
    return int(any(problem.is_error for problem in problems))


def _own_fault(language: ReportLanguage) -> int:
    with suppress(OSError):  # a machine that refuses even this is told of elsewhere
        FAULT_LOG.parent.mkdir(exist_ok=True)
        FAULT_LOG.write_text(traceback.format_exc(), encoding="utf-8")
    if language == "vi":
        print(f"Chương trình gặp lỗi của chính nó; xin gửi tệp {FAULT_LOG} cho người phụ trách.")
    else:
        print(f"The program itself failed; please send {FAULT_LOG} to whoever maintains it.")
    return 1
