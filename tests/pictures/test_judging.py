"""Pictures: what can be shown, how large it is, and why another file cannot."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from plugins.bulletin.pictures.judging import Looking, Picture, examine, look_at
from plugins.bulletin.store.shelf import Shelf
from tests.pictures.drawing import png_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
BOX = f'{SVG} viewBox="0 0 4 3"'


def raster(kind: str, size: tuple[int, int] = (40, 30), orientation: int = 1) -> bytes:
    """Return a small photograph of noise."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    stream = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(stream, kind, exif=exif)
    return stream.getvalue()


def seen(folder: Path, name: str, raw: bytes | str) -> Picture:
    """Examine a file of some bytes."""
    (folder / name).write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return examine(folder / name)


def size_of(picture: Picture) -> tuple[int, int]:
    """Return the size of a picture that has no fault."""
    assert picture.fault is None
    return picture.width, picture.height


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")],
)
def test_photograph_has_a_size(name: str, kind: str, tmp_path: Path) -> None:
    """Width and height are those of the pixels."""
    assert size_of(seen(tmp_path, name, raster(kind))) == (40, 30)


def test_turned_photograph_is_measured_as_it_is_shown(tmp_path: Path) -> None:
    """A camera held upright writes so into the file; browsers turn the picture."""
    turned = seen(tmp_path, "a.jpg", raster("JPEG", orientation=6))
    assert size_of(turned) == (30, 40)
    assert turned.photograph is not None
    assert (turned.photograph.width, turned.photograph.height) == (30, 40)


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.jpg", b"", "damaged"),
        ("a.jpg", b"text", "damaged"),
        ("a.jpg", raster("JPEG")[:-300], "damaged"),
        ("a.png", raster("PNG")[:-300], "damaged"),
        ("a.webp", raster("WEBP")[:-50], "damaged"),
        ("a.jpg", raster("GIF"), "damaged"),
        ("a.jpg", raster("PNG"), "it is a PNG file, but its name ends in .jpg"),
        ("a.png", png_of(0, 0), "damaged"),
    ],
)
def test_photograph_that_cannot_be_shown_has_a_reason(
    name: str, raw: bytes, reason: str, tmp_path: Path
) -> None:
    """A half, an empty, an enormous and a misnamed picture are told apart."""
    fault = seen(tmp_path, name, raw).fault
    assert fault is not None
    assert reason in fault.en


@pytest.mark.parametrize("size", [(60_000, 60_000), (10_000, 10_000), (8_001, 10_000)])
def test_picture_of_too_many_pixels_is_never_opened(size: tuple[int, int], tmp_path: Path) -> None:
    """A file of some bytes can ask for gigabytes; its head alone is read."""
    picture = seen(tmp_path, "a.png", png_of(*size))
    assert picture.defect == "large"
    assert picture.fault is not None


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.webp", "WEBP")])
def test_moving_picture_is_told_apart(name: str, kind: str, tmp_path: Path) -> None:
    """One with several frames would lose all but the first."""
    stream = BytesIO()
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:])
    assert seen(tmp_path, name, stream.getvalue()).defect == "animated"


def test_what_was_seen_is_remembered_by_the_bytes(tmp_path: Path) -> None:
    """A picture is opened once; another one under its name is looked at anew."""
    shelf = Shelf(tmp_path / "shelf.sqlite")
    location = tmp_path / "a.jpg"
    location.write_bytes(raster("JPEG"))
    first = look_at("a.jpg", tmp_path, Looking(shelf))
    digest = bytes.fromhex(first.photograph.digest if first.photograph else "")
    location.unlink()
    assert look_at("a.jpg", tmp_path, Looking(shelf, {"a.jpg": digest})) == first
    location.write_bytes(raster("JPEG", (50, 60)))
    assert look_at("a.jpg", tmp_path, Looking(shelf)).width == 50


def test_file_that_is_gone_is_damaged(tmp_path: Path) -> None:
    """A picture deleted between listing and looking raises nothing."""
    assert examine(tmp_path / "a.png").fault is not None
    assert examine(tmp_path / "a.svg").fault is not None


@pytest.mark.parametrize(
    ("drawing", "size"),
    [
        (f'{SVG} width="160" height="90px"/>', (160, 90)),
        (f"{BOX}/>", (4, 3)),
        (f'{SVG} width="100%" height="100%" viewBox="0,0,5,6"/>', (5, 6)),
        (f'{SVG} width="0.2" height="1e9" viewBox="0 0 0.4 9"/>', (1, 9)),
        (f'{BOX}><path fill="url(#a)" style="fill:url( \'#b\')"/><use href="#c"/></svg>', (4, 3)),
        (f'{BOX}><image xlink:href="data:image/png;base64,AA"/></svg>', (4, 3)),
        (f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">{BOX}/>', (4, 3)),
        (f"<!-- a -->{BOX}><style>path {{fill: red}}</style></svg>", (4, 3)),
    ],
)
def test_drawing_has_a_size(drawing: str, size: tuple[int, int], tmp_path: Path) -> None:
    """Width and height, or else the box of the view, tell the size."""
    assert seen(tmp_path, "a.svg", drawing) == Picture(*size)


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        ("", "damaged"),
        ("<svg", "damaged"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "not a drawing"),
        (f"{SVG}/>", "no width or height"),
        (f'{SVG} viewBox="0 0 inf nan"/>', "no width or height"),
        (f'{SVG} viewBox="0 0 -1 5"/>', "no width or height"),
        (f"{BOX}><script/></svg>", "<script>"),
        (f"{BOX}><a:script xmlns:a='http://www.w3.org/1999/xhtml'/></svg>", "<script>"),
        (f"{BOX}><b:div xmlns:b='http://www.w3.org/1999/xhtml'/></svg>", "<div>"),
        (f"{BOX}><foreignObject/></svg>", "<foreignObject>"),
        (f'{BOX} onload="a()"/>', "onload="),
        (f'{BOX}><a href="javascript:a"/></svg>', "href="),
        (f'{BOX}><image xlink:href="https://a.b/c.png"/></svg>', "href="),
        (f'{BOX}><image href="data:image/svg+xml,x"/></svg>', "href="),
        (f'{BOX}><set to="javascript:a"/></svg>', "to="),
        (f'{BOX}><path style="fill: URL(//a.b)"/></svg>', "style="),
        (f"{BOX}><style>@import 'a'</style></svg>", "<style>"),
        (f"{BOX}><style>a {{fill: url(https://a.b)}}</style></svg>", "<style>"),
        (f'<?xml-stylesheet href="a"?>{BOX}/>', "<?xml-stylesheet?>"),
        (f'<!DOCTYPE svg [<!ENTITY a "b">]>{BOX}>&a;</svg>', "entities"),
        (f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{BOX}>&a;</svg>', "entities"),
    ],
)
def test_drawing_that_could_do_something_is_refused(
    drawing: str, reason: str, tmp_path: Path
) -> None:
    """Nothing in a drawing may run or fetch, and the reason names the part."""
    fault = seen(tmp_path, "a.svg", drawing).fault
    assert fault is not None
    assert reason in fault.en


def test_bomb_of_entities_is_not_blown_up(tmp_path: Path) -> None:
    """A billion laughs end at the first."""
    names = "abcdefghij"
    lines = [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise(names)]
    bomb = f'<!DOCTYPE s [<!ENTITY a "{"x" * 1000}">{"".join(lines)}]>{BOX} id="&j;"/>'
    assert seen(tmp_path, "a.svg", bomb).fault is not None
