"""Commands: arguments in, a report and an exit code out. 0 good, 1 problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from plugins.bulletin.problems import Problem
from plugins.bulletin.problems.problem import ReportLanguage
from plugins.bulletin.problems.report import ReportFormat, count_line, default_language, report

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
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
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
    build.add_argument("--jobs", type=int, default=0, help="number of processes; not used yet")
    check = _command(commands, "check", "check the content, write no site", run=run_check)
    check.add_argument("--fix", action="store_true", help="mend what can be mended safely")
    audit = _command(commands, "audit", "check a finished output folder", run=run_audit)
    audit.add_argument("--output", type=Path, default=Path("output"), help="folder to read")
    return parser


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
    from plugins.bulletin import hooks
    from plugins.bulletin.intake import take_in

    if not options.content.is_dir():  # Pelican would end with words of its own
        return _tell(take_in(options.content)[1], options)
    conf = "publishconf.py" if options.production else "pelicanconf.py"
    overrides = {
        "PATH": str(options.content.resolve()),
        "OUTPUT_PATH": str(options.output.resolve()),
        "BULLETIN_DRAFTS": options.drafts,
    }
    build = hooks.run(ROOT / conf, overrides)
    _tell(build.problems, options)
    if build.changes is None:
        return 1
    if options.format == "text":
        changes = build.changes
        written, removed = len(changes.written), len(changes.removed)
        print(f"{options.output}: {written} written, {removed} removed, {changes.kept} as before")
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Check the content."""
    from plugins.bulletin.fixing import fix_files
    from plugins.bulletin.pipeline import BuildSettings, examine

    if options.fix:
        for path in fix_files(options.content):
            print(f"{path}: mended")
    settings = BuildSettings(
        content=options.content,
        theme=ROOT / "theme",
        output=ROOT / "output",
        base_url="",
        now=datetime.now(UTC),
    )
    _, problems = examine(settings)
    return _tell(problems, options)


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
    FAULT_LOG.parent.mkdir(exist_ok=True)
    FAULT_LOG.write_text(traceback.format_exc(), encoding="utf-8")
    if language == "vi":
        print(f"Chương trình gặp lỗi của chính nó; xin gửi tệp {FAULT_LOG} cho người phụ trách.")
    else:
        print(f"The program itself failed; please send {FAULT_LOG} to whoever maintains it.")
    return 1
