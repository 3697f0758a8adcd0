"""What the machine refuses: one clear line, exit code 1, the last good output as it was."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from plugins.bulletin.problems import machine
from tests.building.events import disturbed, listening
from tests.building.places import Site, differences, make_site
from tests.site.building import ROOT, Built, build_here, environment

SAMPLES = 14  # of some 250 writings of files in a build
NOBODY = 65534
FULL = Path("/dev/full")  # where the system has it: the kernel itself tells of a full disk
# A disk of a few files' size, mounted for one process alone, with which it goes; the first of
# these that the machine allows.
MOUNTS = (
    ("unshare", "--mount"),
    ("unshare", "--map-root-user", "--mount"),
    ("sudo", "-n", "--preserve-env", "unshare", "--mount"),
)
MOUNT = 'mount -t tmpfs -o size=8000k none "$0" || exit 77; exec "$@"'
NO_ROOM = """
import resource, sys
from contextlib import suppress
from pathlib import Path
from tests.building.test_machine import check_refused
from tests.site.building import build_here, files_of
folder, place, way = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
content, theme, output = folder / "content", folder / "theme", place / "live" / "site"
options = ("--theme", str(theme), "--language", "en", "--jobs", "1")

def take_room():
    if way == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, resource.RLIM_INFINITY))
        return
    with suppress(OSError), (place / "filler").open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass

def give_room():
    if way == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    else:
        (place / "filler").unlink()

assert build_here(content, output, *options).code == 0, "the first build"
before = files_of(output)
site = content / "data" / "site.yaml"
site.write_text(site.read_text("utf-8").replace("Bulletin", "Bulletin of Disks"), "utf-8")
take_room()
check_refused(build_here(content, output, *options), "disk-full")
assert files_of(output) == before
give_room()
assert build_here(content, output, *options).code == 0
assert files_of(output) != before
print("as it should be:", way)
"""


def build(site: Site, *options: str) -> Built:
    """Build as an editor does."""
    theme = ("--theme", str(site.settings.theme), "--language", "en", "--jobs", "1")
    return build_here(site.settings.content, site.live, *theme, *options)


def rename_site(site: Site, name: str) -> None:
    """Change what every page shows."""
    site.edit("content/data/site.yaml", "Sample Bulletin", name)


def check_refused(built: Built, ending: str) -> None:
    """See that one line tells a problem, and that no traceback does."""
    line = (built.out + built.err).splitlines()
    assert built.code == 1, line
    assert re.search(rf"\S+: .+ — .+ \[({ending})\]$", line[0]), line
    assert "Traceback" not in built.out + built.err
    assert len(built.err.splitlines()) <= 1


def check_next(site: Site) -> None:
    """See that the next build is as good as one from nothing."""
    built = build(site)
    assert built.code == 0, built.out + built.err
    assert differences(site.tree(), site.clean()[1]) == {}


def fill_disk(path: str) -> None:
    """Let there be no room for a file that is about to be written."""
    if not FULL.exists() or Path(path).exists():
        refuse(errno.ENOSPC)(path)
    Path(path).symlink_to(FULL)  # what writes there is told by the kernel


def refuse(number: int) -> Callable[[str], None]:
    """Return a deed that refuses a file with one of the system's reasons."""

    def deed(path: str) -> None:
        raise OSError(number, os.strerror(number), path)

    return deed


def test_disk_full_at_each_stage(tmp_path: Path) -> None:
    """A disk that is full at any writing leaves the last good output, or the new one whole."""
    site = make_site(tmp_path)
    assert build(site).code == 0
    rename_site(site, "Sample Bulletin of Stages")
    shutil.copytree(site.folder / "live", site.folder / "spare")
    with disturbed(site.live.parent, -2, print) as stages:
        assert build(site).code == 0
    after = site.tree()
    wanted = {len(stages) * turn // SAMPLES for turn in range(SAMPLES)} | {0, len(stages) - 4}
    for number in sorted(n for n in wanted if not stages[n].startswith(("move site", "remove"))):
        shutil.rmtree(site.folder / "live")
        shutil.copytree(site.folder / "spare", site.folder / "live")
        before = site.tree()
        deed = fill_disk if stages[number].startswith("write") else refuse(errno.ENOSPC)
        with disturbed(site.live.parent, number, deed):
            built = build(site)
        if built.code or site.tree() != after:  # what is kept for later may be done without
            check_refused(built, "disk-full")
        assert site.tree() in (before, after), stages[number]
        assert build(site).code == 0
        assert differences(site.tree(), after) == {}, stages[number]


def test_disk_that_fails_half_way(tmp_path: Path) -> None:
    """When moving a file into the output fails, every file is whole, and the next build mends."""
    site = make_site(tmp_path)
    build(site)
    rename_site(site, "Sample Bulletin of Failures")
    with disturbed(site.live, 20, refuse(errno.EIO)):
        check_refused(build(site), "machine")
    check_next(site)


def run_without_room(command: list[str], site: Site, place: Path, way: str) -> tuple[int, str]:
    """Run the story of a build that finds no room; return the exit code and all it printed."""
    story = [sys.executable, "-c", NO_ROOM, str(site.folder), str(place), way]
    done = subprocess.run(
        [*command, *story],
        env=environment(),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


def ways_to_mount(place: Path) -> Iterator[list[str]]:
    """Yield the commands that run another one with a small disk at a place, where they work."""
    for way in MOUNTS:
        command = [*way, "sh", "-c", MOUNT, str(place)]
        if shutil.which(way[0]) and not subprocess.run([*command, "true"], check=False).returncode:
            yield command


def test_small_disk(tmp_path: Path) -> None:
    """On a disk that is really full a build says so; with room again it is made.

    Where the machine lets nobody mount a disk, the system's limit of files stands for it.
    """
    site = make_site(tmp_path / "site")
    place = tmp_path / "disk"
    place.mkdir()
    mount = next(ways_to_mount(place), None)
    code, said = run_without_room(mount or [], site, place, "disk" if mount else "limit")
    assert (code, "as it should be:" in said) == (0, True), said


def test_files_that_may_not_grow(tmp_path: Path) -> None:
    """A limit on the size of files is told like a full disk, by the system itself."""
    site = make_site(tmp_path)
    code, said = run_without_room([], site, site.folder, "limit")
    assert (code, "as it should be: limit" in said) == (0, True), said
    check_next(site)


@contextmanager
def as_nobody(site: Site) -> Iterator[None]:
    """Let permissions count, which mean nothing to root."""
    if os.geteuid() != 0:
        yield
        return
    for path in [site.folder, *site.folder.rglob("*")]:
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_site() -> Iterator[Site]:
    """Make a built site in a folder that any user may enter."""
    with tempfile.TemporaryDirectory() as name:
        site = make_site(Path(name))
        Path(name).chmod(0o755)
        build(site)
        yield site


@contextmanager
def closed(*folders: Path, mode: int = 0o555) -> Iterator[None]:
    """Take the right to write from folders for a while."""
    before = [(folder, folder.stat().st_mode) for folder in folders]
    for folder in folders:
        folder.chmod(mode)
    try:
        yield
    finally:
        for folder, old in before:
            folder.chmod(old)


@pytest.mark.parametrize("name", ["live/site", "live/site/en/partners", "live/site/en/archive"])
def test_read_only_output(open_site: Site, name: str) -> None:
    """When a folder of the output cannot be written, no file of any folder is changed."""
    before = open_site.tree()
    with as_nobody(open_site):
        rename_site(open_site, "Sample Bulletin for Reading")
        every = [path for path in open_site.live.rglob("*") if path.is_dir()]
        folder = open_site.folder / name
        with closed(folder, *(every if folder == open_site.live else ())):
            check_refused(build(open_site), "not-permitted")
            assert open_site.tree() == before
        check_next(open_site)


def test_read_only_cache(open_site: Site) -> None:
    """When nothing can be kept for the next build, the build says so and changes nothing."""
    before = open_site.tree()
    with as_nobody(open_site):
        rename_site(open_site, "Sample Bulletin for Reading")
        folders = [path for path in open_site.cache.iterdir() if path.is_dir()]
        with closed(open_site.cache, *folders):
            check_refused(build(open_site), "not-permitted")
            assert open_site.tree() == before
        check_next(open_site)


@pytest.mark.parametrize(
    "name", ["articles/unlisted.vi.md", "data/topics.yaml", "images/bridge.svg", "data/partners"]
)
def test_unreadable_content(open_site: Site, name: str) -> None:
    """A file or folder of the content that may not be opened is one problem with its path."""
    before = open_site.tree()
    place = open_site.settings.content / name
    with as_nobody(open_site):
        raw = None if place.is_dir() else place.read_bytes() + b"\n"
        if raw is not None:
            place.write_bytes(raw)
        with closed(place, mode=0):
            built = build(open_site)
            assert name in built.out + built.err
            assert built.code == 1
            assert "Traceback" not in built.out + built.err
            assert open_site.tree() == before
        check_next(open_site)


@pytest.mark.parametrize("theme", ["templates/base.html", "static/css/order.txt"])
def test_unreadable_theme(open_site: Site, theme: str) -> None:
    """A file of the theme that may not be opened, or is gone, is one line with its path."""
    with as_nobody(open_site):
        place = open_site.settings.theme / theme
        with closed(place, mode=0):
            built = build(open_site)
            check_refused(built, "not-permitted")
            assert theme in built.err
        raw = place.read_bytes()
        place.unlink()
        assert build(open_site).code == 1
        place.write_bytes(raw)
        check_next(open_site)


VANISHING = [
    "content/articles/chi-tieng-viet.vi.md",
    "content/data/countries.yaml",
    "content/images/bridge.svg",
    "theme/static/css/card.css",
    "theme/templates/article.html",
    "theme/translations/vi/LC_MESSAGES/messages.po",
]


@pytest.mark.parametrize("name", VANISHING)
def test_file_that_vanishes_while_it_is_read(tmp_path: Path, name: str) -> None:
    """A file that goes away during a build is a problem, whichever reading it is missed by."""
    site = make_site(tmp_path)
    build(site)
    rename_site(site, "Sample Bulletin of Ghosts")
    before, after, place = site.tree(), site.clean()[1], site.folder / name
    raw = place.read_bytes()
    for turn in range(4):
        place.write_bytes(raw)
        with reading(place, turn, place.unlink):
            built = build(site, "--full")
        if built.code == 0:  # all that the output is made of was read before
            assert turn
            assert site.tree() == after
            break
        assert Path(name).name in built.out + built.err
        assert "Traceback" not in built.out + built.err
        assert "program itself" not in built.err
        assert site.tree() == before
    place.write_bytes(raw)
    check_next(site)


@pytest.mark.parametrize("name", VANISHING)
def test_file_that_changes_while_it_is_read(tmp_path: Path, name: str) -> None:
    """What is written into a file during a build is in the output after the next one.

    So is what was there before, when it is put back. A picture, which is copied, is refused.
    """
    site = make_site(tmp_path)
    build(site)
    before, place = site.tree(), site.folder / name
    changed = {".md": b"\nThem.\n", ".yaml": b"\n# x\n", ".po": b"\n# x\n", ".css": b"/* x */\n"}
    raw = place.read_bytes()
    for turn in range(4):
        place.write_bytes(raw)
        other = raw + changed.get(place.suffix, b"<!-- x -->\n")
        if name.endswith("article.html"):
            other = raw.replace(b"<article", b'<article data-x="1"', 1)
        with reading(place, turn, partial(place.write_bytes, other)) as count:
            built = build(site, "--full")
        if built.code:
            assert place.suffix == ".svg"
            check_refused(built, "file-changed")
            assert site.tree() == before
        for content in (raw, other):
            place.write_bytes(content)
            check_next(site)
        before = site.tree()
        if count[0] <= turn:
            break


@contextmanager
def reading(place: Path, number: int, deed: Callable[[], object]) -> Iterator[list[int]]:
    """Do something when a file is about to be read for the n-th time; count the readings."""
    count = [0]

    def listen(kind: str, path: str) -> None:
        if kind == "read" and path == str(place):
            count[0] += 1
            if count[0] == number + 1:
                deed()

    with listening(listen):
        yield count


def test_output_that_nothing_tells_of(tmp_path: Path) -> None:
    """An output that lost sitemap and cache is refused, with the way out; nothing is touched."""
    site = make_site(tmp_path)
    build(site)
    (site.live / "sitemap.xml").unlink()
    shutil.rmtree(site.cache)
    before = site.tree()
    built = build(site)
    check_refused(built, "output-foreign")
    assert "delete it and build again" in built.err
    assert site.tree() == before
    shutil.rmtree(site.live)
    check_next(site)


@pytest.mark.parametrize("name", ["content", "content/output", ""])
def test_output_among_the_content(tmp_path: Path, name: str) -> None:
    """Nobody is told to delete a folder that the content is in, or that is in it."""
    site = make_site(tmp_path)
    built = build_here(site.settings.content, tmp_path / name, "--language", "en")
    check_refused(built, "output-entangled")
    assert "delete" not in built.err
    assert not (site.settings.content / "output").exists()


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy", "the disk is full"),
        (errno.EROFS, "chỉ cho đọc", "nothing can be written"),
        (errno.EIO, "máy tính báo", "the computer reports"),
        (errno.EXDEV, "khác ổ đĩa", "on another disk"),
    ],
)
def test_both_languages(number: int, vi: str, en: str) -> None:
    """What the machine refuses is told in the editor's language, with the path and a remedy."""
    error = OSError(number, os.strerror(number), str(Path.cwd() / "output" / "a.html"))
    for language, words in (("vi", vi), ("en", en)):
        line = machine.tell(error, language)  # type: ignore[arg-type]
        assert line.startswith("output/a.html: ")
        assert words in line
        assert " — " in line
