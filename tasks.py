"""Commands of the project: `python3 tasks.py TASK`, or `inv TASK` inside .venv.

This file must parse on Python 3.6: an old interpreter gets a sentence, not a traceback.
Everything else lives in `tools/` and may use Python 3.11.
"""

import sys

OLDEST = (3, 11)


def too_old(version: "tuple[int, ...]") -> str:
    """Say in one line what to do about a Python that is too old; empty when it will do."""
    if version >= OLDEST:
        return ""
    found = ".".join(str(part) for part in version)
    return (
        "tasks.py: Python 3.11 or newer is needed, this is {0}; install it from python.org "
        "or your system / Cần Python 3.11 trở lên, máy đang dùng {0}; hãy cài từ python.org "
        "hoặc từ hệ điều hành"
    ).format(found)


def start(arguments: "list[str]") -> int:
    """Run the tasks named in the arguments and return the exit code."""
    complaint = too_old(sys.version_info[:3])
    if complaint:
        sys.stderr.write(complaint + "\n")
        return 2
    from tools import bootstrap

    return bootstrap.main(arguments)


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
else:
    from tools.collection import namespace  # noqa: F401 -- invoke looks for it here
