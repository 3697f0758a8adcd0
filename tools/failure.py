"""Failures told to a person in one line, in English and Vietnamese. Standard library only."""


class Failure(Exception):
    """Something on this machine that a person must mend; ends a task with exit code 2."""

    def __init__(self, english: str, vietnamese: str) -> None:
        super().__init__(f"tasks.py: {english} / {vietnamese}")
