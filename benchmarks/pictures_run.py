"""Pictures run: how long photographs take to be made ready, and to be taken from what is kept.

`python -m benchmarks.pictures_run` prints the figures; each is a whole process, from its start
to its end, but for the last: in one process, all variants taken from the shelf.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from PIL import Image

from benchmarks.contestants import Ours
from benchmarks.corpus import read_terms
from benchmarks.layouts import write_text
from benchmarks.measure import run
from benchmarks.report import table
from benchmarks.run import tell
from plugins.bulletin.pictures.darkroom import Darkroom, open_shelf
from plugins.bulletin.pictures.judging import Looking, look_at
from plugins.bulletin.pictures.variants import variants_of
from plugins.bulletin.store.shelf import Shelf

SIZE = (4000, 3000)  # pixels: twelve million
HEAD = ["photographs of 12 MP", "seconds"]
ARTICLE = """\
---
title: Bài có ảnh số {number}
date: 2024-01-{day:02} 08:00
section: friendship
summary: Một bài để đo thời gian tạo ảnh, có một ảnh bìa lớn và một câu ngắn.
cover: {{image: images/photos/p{number}.jpg, alt: "Ảnh thử số {number}."}}
---
Một câu ngắn.
"""


def main(arguments: Sequence[str]) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description="Time photographs: the first time, and again.")
    parser.add_argument("--count", type=int, default=20)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bulletin-bench-") as folder:
        rows = measure(options.count, Path(folder) / "site")
    print(table(HEAD, rows))
    return 0


def measure(count: int, folder: Path) -> list[list[str]]:
    """Build a site of photographs in several ways; return what each took."""
    Ours(folder).prepare([], read_terms())
    for number in range(1, count + 1):
        _write(folder / "content", number)
    rows = [["build, nothing kept", _build(folder, "--full")]]
    shutil.rmtree(folder / "output")
    rows.append(["build again, output deleted", _build(folder)])
    _rewrite_data(folder / "content")
    rows.append(["build after an edit of a record, which links all anew", _build(folder)])
    rows.append(["build, nothing changed", _build(folder)])
    rows.append(["pictures alone: judged and taken from what is kept", _taken(folder)])
    return [[f"{count}: {name}", seconds] for name, seconds in rows]


def _write(content: Path, number: int) -> None:
    """Write an article with a photograph: a landscape of soft shapes, and the grain of a camera."""
    by = Random(number)  # noqa: S311 -- the same pictures in every run
    small = Image.effect_noise((160, 120), 90).resize(SIZE, Image.Resampling.BICUBIC)
    grain = Image.effect_noise((2000, 1500), 12).resize(SIZE)
    soft = [small.rotate(by.choice((0, 90, 180, 270))).resize(SIZE) for _ in range(3)]
    image = Image.blend(Image.merge("RGB", soft), Image.merge("RGB", [grain] * 3), 0.25)
    location = content / "images/photos" / f"p{number}.jpg"
    location.parent.mkdir(parents=True, exist_ok=True)
    image.save(location, quality=90)
    text = ARTICLE.format(number=number, day=number % 28 + 1)
    write_text(content / "articles/2024" / f"bai-anh-{number}.vi.md", text)


def _rewrite_data(content: Path) -> None:
    """Touch the list of topics, so that no kept library holds."""
    topics = content / "data/topics.yaml"
    write_text(topics, topics.read_text(encoding="utf-8") + "# edited\n")


def _build(folder: Path, *more: str) -> str:
    log = folder / "run.log"
    words = [sys.executable, "-m", "plugins.bulletin", "build", *more]
    done = run(words, folder=folder, env=dict(os.environ), log=log)
    if done.code:
        raise SystemExit(f"the build failed:\n{log.read_text(encoding='utf-8')[-2000:]}")
    tell(f"build: {done.seconds:.2f} s")
    return f"{done.seconds:.2f}"


def _taken(folder: Path) -> str:
    """Judge all photographs and take all variants, as a build does that finds them kept."""
    cache = folder / ".cache/builds/output"
    content = folder / "content"
    names = [f"images/photos/{path.name}" for path in (content / "images/photos").glob("*.jpg")]
    looking = Looking(Shelf(cache / "shelf.sqlite"))
    darkroom = Darkroom(content, open_shelf(cache))
    for name in names:  # the shelf's judgements are named by the code that made them
        look_at(name, content, looking)
    start = time.perf_counter()
    taken = 0
    for name in names:
        photograph = look_at(name, content, looking).photograph
        for variant in variants_of(photograph) if photograph else ():
            taken += len(darkroom.variant(variant))
    seconds = time.perf_counter() - start
    tell(f"{taken / 1e6:.0f} MB of variants")
    return f"{seconds:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
