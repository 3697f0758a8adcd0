"""HTML: the words a visitor sees."""

from __future__ import annotations

import pytest

from plugins.bulletin.text.html import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hữu <em>ngh</em>ị</p><p>Hợp tác</p>", "Hữu nghị Hợp tác"),
        ("<ul><li>một<li>hai</ul>", "một hai"),
        ("a<br>b &amp; c&nbsp;d", "a b & c d"),
        ("<script>let x = '<p>';</script><style>p{}</style>x", "x"),
        ("</script>a</template>b", "a b"),
        ("a < b", "a < b"),
        ("", ""),
    ],
)
def test_text_of(html: str, text: str) -> None:
    """Blocks part words, marks inside a sentence do not, scripts are silent."""
    assert text_of(html) == text
