"""Invoke's command line with the project's tasks and exit codes."""

from collections.abc import Iterator
from contextlib import contextmanager

from invoke.exceptions import Exit, ParseError
from invoke.program import Program

from tools.collection import namespace


class Tasks(Program):
    """Invoke's program, except that wrong usage ends with 2 and not with 1."""

    def parse_core(self, argv: list[str] | None) -> None:
        """Parse what stands before the first task."""
        with wrong_usage():
            super().parse_core(argv)

    def parse_tasks(self) -> None:
        """Parse the tasks and their options."""
        with wrong_usage():
            super().parse_tasks()

    def parse_cleanup(self) -> None:
        """Answer --help, and refuse help for what is no task."""
        with wrong_usage():
            super().parse_cleanup()

    def print_help(self) -> None:
        """Print the tasks; invoke's own options would only hide them."""
        print("Usage: python3 tasks.py TASK [--option ...]\n")
        self.list_tasks()
        print("'python3 tasks.py TASK --help' tells the options of a task.")


@contextmanager
def wrong_usage() -> Iterator[None]:
    """Turn a parser's complaint into exit code 2."""
    try:
        yield
    except ParseError as error:
        raise Exit(f"tasks.py: {error}", code=2) from error


def run(arguments: list[str]) -> int:
    """Run the named tasks and return the exit code."""
    program = Tasks(namespace=namespace, name="tasks.py", binary="tasks.py")
    try:
        program.run(["tasks.py", *arguments])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
