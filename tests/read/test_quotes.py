"""Pull quotes: which quotations are, and which are not."""

import pytest

from plugins.bulletin.read.markdown import convert

LOUD = '<blockquote class="pull-quote">'


@pytest.mark.parametrize(
    ("text", "is_loud"),
    [
        ("> **Words.**", True),
        ("> **Words.**\n> — Someone", True),
        ("> **Words.**\n>\n> – Someone, *of somewhere*", True),
        ("> **Words over\n> two lines.**", True),
        ("> Words.", False),
        ("> **Words** and more.", False),
        ("> First **words**.", False),
        ("> **Words** *and others*.", False),
        ("> **Words.**\n>\n> More words.", False),
        ("> **Words.**\n>\n> - an item", False),
        ("> ## A heading", False),
        ("**Words.**", False),
    ],
)
def test_quote_wholly_in_bold_is_a_pull_quote(text: str, is_loud: bool) -> None:
    """A quotation in bold is one, also with a dash and who said it; any other is not."""
    body, _ = convert(text, "a.md", first_line=1, language="en")
    assert body
    assert (LOUD in body.html) is is_loud
