"""Commands: arguments in, a report and an exit code out. 0 good, 1 problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from plugins.bulletin.commands import checking, data, pairs, sites, upcoming
from plugins.bulletin.commands.options import Commands
from plugins.bulletin.problems import machine
from plugins.bulletin.problems.problem import ReportLanguage

FAULT_LOG = Path(".cache") / "fault.log"


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code. No traceback reaches an editor."""
    options = make_parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(machine.tell(error, options.language, near=_folder(options)), file=sys.stderr)
        return 1
    except Exception:  # noqa: BLE001 -- the last door: the details go to a file
        return _own_fault(options.language)
    return code


def _folder(options: argparse.Namespace) -> Path:
    """Return the folder that a command writes, or else reads."""
    folder: Path = getattr(options, "output", options.content)
    return folder


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of all commands; the reference lists what it takes."""
    parser = argparse.ArgumentParser(prog="bulletin", description="Commands of the bulletin.")
    commands = Commands(parser.add_subparsers(required=True, metavar="COMMAND"))
    sites.add_build(commands)
    checking.add_check(commands)
    sites.add_serve(commands)
    pairs.add_status(commands)
    pairs.add_translate(commands)
    upcoming.add_upcoming(commands)
    sites.add_audit(commands)
    data.add_data_changes(commands)
    return parser


def _own_fault(language: ReportLanguage) -> int:
    with suppress(OSError):  # a machine that refuses even this is told of elsewhere
        FAULT_LOG.parent.mkdir(exist_ok=True)
        FAULT_LOG.write_text(traceback.format_exc(), encoding="utf-8")
    if language == "vi":
        line = f"Chương trình gặp lỗi của chính nó; xin gửi tệp {FAULT_LOG} cho người phụ trách."
    else:
        line = f"The program itself failed; please send {FAULT_LOG} to whoever maintains it."
    print(line, file=sys.stderr)
    return 1
