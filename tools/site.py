"""Tasks of editors: thin, for the work is done by `python -m plugins.bulletin`."""

import sys

from invoke.context import Context
from invoke.exceptions import Exit
from invoke.tasks import task

from tools.command import run
from tools.paths import from_root

FOLDERS = {
    "content": "Folder to read instead of content/",
    "output": "Folder to write instead of output/",
}


def bulletin(command: str, **options: str | int | bool | None) -> None:
    """Run a command of the plugin and end with its exit code.

    Args:
        command: Name of the command, as `check`.
        options: Values by option name; True gives the bare flag, None and False nothing.
    """
    end_with(run([sys.executable, "-m", "plugins.bulletin", command, *flags(options)]))


def end_with(code: int) -> None:
    """End the task with a command's exit code, unless it is good."""
    if code:
        raise Exit(code=code)


def flags(options: dict[str, str | int | bool | None]) -> list[str]:
    """Write options the way a command line takes them."""
    given = {
        name: value for name, value in options.items() if value is not None and value is not False
    }
    return [
        part
        for name, value in given.items()
        for part in ([f"--{name}"] if value is True else [f"--{name}", str(value)])
    ]


@task(
    help={
        **FOLDERS,
        "production": "Build for the public address, without drafts",
        "full": "Ignore every cache",
        "jobs": "Number of processes; by default one per core",
        "live": "Folder that is served; an address in it that would vanish is an error",
    }
)
def build(  # noqa: PLR0913 -- a task takes its options as arguments
    _: Context,
    content: str | None = None,
    output: str | None = None,
    production: bool = False,
    full: bool = False,
    jobs: int | None = None,
    live: str | None = None,
) -> None:
    """Build both sites into output/."""
    bulletin(
        "build",
        content=from_root(content),
        output=from_root(output),
        production=production,
        full=full,
        jobs=jobs,
        live=from_root(live),
    )


@task(
    help={
        "content": FOLDERS["content"],
        "format": "text, json or github",
        "language": "Language of the report: vi or en",
        "fix": "Mend what can be mended safely",
    }
)
def check(
    _: Context,
    content: str | None = None,
    format: str | None = None,
    language: str | None = None,
    fix: bool = False,
) -> None:
    """Check the content without writing a site."""
    bulletin("check", content=from_root(content), format=format, language=language, fix=fix)


@task(
    help={
        "content": FOLDERS["content"],
        "format": "text or json",
        "language": "Language of the report: vi or en",
        "fail_on": "End with 1 when a pair is missing, stale or unconfirmed; commas between",
    }
)
def status(
    _: Context,
    content: str | None = None,
    format: str | None = None,
    language: str | None = None,
    fail_on: str | None = None,
) -> None:
    """List every pair: missing, stale, unconfirmed or in step."""
    given = {"format": format, "language": language, "fail-on": fail_on}
    bulletin("status", content=from_root(content), **given)


@task(
    positional=["key"],
    help={
        "key": "Name that both files of the pair share",
        "confirm": "Note that both say the same now",
        "content": FOLDERS["content"],
        "language": "Language of the report: vi or en",
    },
)
def translate(
    _: Context,
    key: str,
    confirm: bool = False,
    content: str | None = None,
    language: str | None = None,
) -> None:
    """Make a translation's file, show what changed, or confirm it."""
    options = flags({"content": from_root(content), "language": language, "confirm": confirm})
    end_with(run([sys.executable, "-m", "plugins.bulletin", "translate", *options, "--", key]))


@task(
    help={
        "days": "How far to look ahead; 90 by default",
        "content": FOLDERS["content"],
        "format": "text or json",
        "language": "Language of the list: vi or en",
    }
)
def upcoming(
    _: Context,
    days: int | None = None,
    content: str | None = None,
    format: str | None = None,
    language: str | None = None,
) -> None:
    """List the anniversaries ahead, and those without an article."""
    bulletin("upcoming", days=days, content=from_root(content), format=format, language=language)


@task(
    help={
        "since": "Commit or content folder to compare with; by default where it was recorded last",
        "record": "Write the change into data/changes.yaml",
        "check": "Only tell whether every change is recorded; end with 1 if not",
        "content": FOLDERS["content"],
        "language": "Language of the report: vi or en",
    }
)
def data_changes(
    _: Context,
    since: str | None = None,
    record: bool = False,
    check: bool = False,
    content: str | None = None,
    language: str | None = None,
) -> None:
    """Tell what changed in the data, field by field, and record it."""
    bulletin(
        "data-changes",
        content=from_root(content),
        since=since,
        record=record,
        check=check,
        language=language,
    )


@task(help={"port": "Port of the preview on this machine"})
def serve(_: Context, port: int | None = None) -> None:
    """Show the site on this machine while you write."""
    bulletin("serve", port=port)


@task(help={"output": "Finished folder to read instead of output/"})
def audit(_: Context, output: str | None = None) -> None:
    """Check a finished output folder."""
    bulletin("audit", output=from_root(output))
