"""Media for tests: an article of the second bulletin with a video and an infographic."""

from __future__ import annotations

from tests.pictures.drawing import camera_jpeg, halves
from tests.site.building import SECOND_CONTENT

POSTER = "images/poster.jpg"
PAGES = {
    "vi": "2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html",
    "en": "en/2023/08/the-first-sample-exchange-with-example-rapids/index.html",
    "sides": "song-ngu/2023/08/buoi-giao-luu-mau-dau-tien-o-duong-mau/index.html",
}
TITLES = {"vi": "Buổi hòa nhạc <mẫu>", "en": "A <sample> concert"}
SAID = {"vi": "Lời chào đầu tiên.", "en": "The first greeting."}
SHOWN = {"vi": "Số cầu mỗi năm", "en": "Bridges a year"}
HEADS = {"vi": "Năm, Số cầu", "en": "Year, Bridges"}
BLOCKS = """
```video
url: https://youtu.be/abcdefghijk
title: {title}
poster: ../images/poster.jpg
duration: 4:32
language: en
transcript: {said}
```

```infographic
image: ../images/bridge.svg
title: {shown}
table:
  - [{head}]
  - [2023, 4]
source: {{name: Example, url: "https://source.example/first"}}
```
"""

Files = dict[str, str | bytes | None]


def with_media(**changes: str) -> Files:
    """Return files of the second bulletin whose first article has both blocks.

    Args:
        changes: Texts of the Vietnamese blocks, and what stands in their place.
    """
    files: Files = {POSTER: camera_jpeg(halves((660, 400)))}
    for language in ("vi", "en"):
        name = f"articles/first-exchange.{language}.md"
        blocks = BLOCKS.format(
            title=TITLES[language],
            said=SAID[language],
            shown=SHOWN[language],
            head=HEADS[language],
        )
        for old, new in changes.items() if language == "vi" else ():
            blocks = blocks.replace(old, new)
        files[name] = (SECOND_CONTENT / name).read_text(encoding="utf-8") + blocks
    return files
