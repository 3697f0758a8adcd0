"""Developing: what is published of a photograph, read back from its bytes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from PIL import Image

from plugins.bulletin.model.pictures import Photograph
from plugins.bulletin.pictures.developing import develop
from plugins.bulletin.pictures.judging import examine
from plugins.bulletin.pictures.variants import (
    WIDTHS,
    formats_of,
    in_format,
    shared_variant,
    variants_of,
)
from tests.pictures.drawing import (
    BLUE,
    GPS,
    RED,
    SECRET,
    WITH_SECRETS,
    camera_jpeg,
    deep_png,
    halves,
    saved,
    swapped_profile,
)

Colour = tuple[int, int, int]


def published(folder: Path, name: str, raw: bytes) -> dict[str, Image.Image]:
    """Return the pictures that are made of a file, by format and width."""
    made = bytes_of(folder, name, raw)
    return {key: Image.open(BytesIO(content)) for key, content in made.items()}


def bytes_of(folder: Path, name: str, raw: bytes) -> dict[str, bytes]:
    """Return the bytes that are made of a file, by format and width."""
    (folder / name).write_bytes(raw)
    photograph = examine(folder / name, name).photograph
    assert photograph is not None
    variants = variants_of(photograph)
    made = develop(raw, variants)
    return {f"{item.form} {item.width}": made[item.key] for item in variants}


def is_near(found: object, expected: Colour) -> bool:
    """Tell whether a colour is the expected one but for what compression does to it."""
    assert isinstance(found, tuple)
    return all(abs(here - there) < 30 for here, there in zip(found, expected, strict=False))


@pytest.mark.parametrize("name", WITH_SECRETS)
def test_nothing_beside_the_pixels_is_published(name: str, tmp_path: Path) -> None:
    """No place, camera, comment or note of a program comes out, in any format."""
    raw = WITH_SECRETS[name](halves())
    assert SECRET.encode() in raw
    for key, content in bytes_of(tmp_path, name, raw).items():
        assert SECRET.encode() not in content, key
        image = Image.open(BytesIO(content))
        assert not image.getexif(), key
        assert not image.getexif().get_ifd(GPS), key
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & image.info.keys(), key


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photograph_stands_upright(orientation: int, tmp_path: Path) -> None:
    """However the camera was held, the red half is on the left of what is published."""
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # Transpose that the camera made
    image = halves((900, 600))
    if orientation in undo:
        image = image.transpose(Image.Transpose(undo[orientation]))
    for key, shown in published(tmp_path, "a.jpg", camera_jpeg(image, orientation)).items():
        width, height = shown.size
        assert abs(width * 2 - height * 3) <= 3, key
        assert is_near(shown.getpixel((width // 4, height // 2)), RED), key
        assert is_near(shown.getpixel((3 * width // 4, height // 2)), BLUE), key


def test_colours_come_out_in_srgb(tmp_path: Path) -> None:
    """A profile is followed and then left out: what it calls red, and shows blue, is blue."""
    raw = saved(halves(), "JPEG", quality=95, icc_profile=swapped_profile())
    for key, shown in published(tmp_path, "a.jpg", raw).items():
        assert is_near(shown.getpixel((10, 10)), (RED[2], RED[1], RED[0])), key


@pytest.mark.parametrize("profile", [b"no profile", swapped_profile()[:200]])
def test_damaged_profile_is_left_out(profile: bytes, tmp_path: Path) -> None:
    """Colours are then taken for sRGB, as a browser does."""
    raw = saved(halves(), "JPEG", quality=95, icc_profile=profile)
    for key, shown in published(tmp_path, "a.jpg", raw).items():
        assert is_near(shown.getpixel((10, 10)), RED), key


@pytest.mark.parametrize("profile", [b"", swapped_profile()])
def test_colours_for_print_become_colours_for_screens(profile: bytes, tmp_path: Path) -> None:
    """CMYK is shown, also where its profile is one of RGB."""
    raw = saved(halves(mode="CMYK"), "JPEG", quality=95, icc_profile=profile)
    for key, shown in published(tmp_path, "a.jpg", raw).items():
        assert shown.mode == "RGB"
        assert is_near(shown.getpixel((10, 10)), RED), key


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((0x8000,), (128, 128, 128)), ((0xC800, 0x1E00, 0x1E00), RED), ((0xFFFF,), (255, 255, 255))],
)
def test_sixteen_bits_become_eight(
    levels: tuple[int, ...], expected: Colour, tmp_path: Path
) -> None:
    """A deep picture keeps its brightness, and is not clipped to white."""
    for key, shown in published(tmp_path, "a.png", deep_png(levels)).items():
        assert is_near(shown.convert("RGB").getpixel((10, 10)), expected), key


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("JPEG", mode) for mode in ("1", "L", "RGB", "CMYK")),
        *(("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")),
        *(("WEBP", mode) for mode in ("L", "P", "RGB", "RGBA")),
    ],
)
def test_every_kind_of_pixel_is_published(mode: str, kind: str, tmp_path: Path) -> None:
    """Whatever a program saves as, eight bits of RGB come out."""
    raw = saved(halves((420, 300), mode), kind)
    name = {"JPEG": "a.jpg", "PNG": "a.png", "WEBP": "a.webp"}[kind]
    for shown in published(tmp_path, name, raw).values():
        assert shown.mode == "RGB"


@pytest.mark.parametrize(
    "make", [lambda image: saved(image, "PNG"), lambda image: saved(image, "WEBP")]
)
def test_transparency_stays(make: Callable[[Image.Image], bytes], tmp_path: Path) -> None:
    """What shines through does so in every format, and none of them is JPEG."""
    image = halves((800, 600)).convert("RGBA")
    image.putalpha(Image.new("L", image.size, 0))
    image.paste((*RED, 255), (0, 0, 400, 600))
    raw = make(image)
    name = "a.png" if raw.startswith(b"\x89PNG") else "a.webp"
    shown = published(tmp_path, name, raw)
    assert {key.split()[0] for key in shown} == {"avif", "webp", "png"}
    for key, picture in shown.items():
        whole = picture.convert("RGBA")
        assert whole.getpixel((whole.width - 5, 5))[3] == 0, key  # type: ignore[index]
        assert is_near(whole.getpixel((5, 5)), RED), key


def test_opaque_picture_with_an_alpha_channel_becomes_a_jpeg(tmp_path: Path) -> None:
    """A screenshot has a channel that says nothing, and would be heavy as PNG."""
    shown = published(tmp_path, "a.png", saved(halves().convert("RGBA"), "PNG"))
    assert {key.split()[0] for key in shown} == {"avif", "webp", "jpg"}


def test_telephones_file_of_several_pictures_shows_its_first(tmp_path: Path) -> None:
    """A JPEG that carries a second picture for another screen is a photograph, not a film."""
    stream = BytesIO()
    halves().save(stream, "MPO", save_all=True, append_images=[Image.new("RGB", (90, 60))])
    for shown in published(tmp_path, "a.jpg", stream.getvalue()).values():
        assert is_near(shown.getpixel((10, 10)), RED)


@pytest.mark.parametrize("name", WITH_SECRETS)
def test_same_file_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    """No clock, no chance and no race of threads is in what is made."""
    raw = WITH_SECRETS[name](halves())
    assert bytes_of(tmp_path, name, raw) == bytes_of(tmp_path, name, raw)


def test_another_file_than_was_judged_is_refused(tmp_path: Path) -> None:
    """A photograph that is replaced during a build is noticed."""
    (tmp_path / "a.jpg").write_bytes(camera_jpeg(halves()))
    photograph = examine(tmp_path / "a.jpg", "a.jpg").photograph
    assert photograph is not None
    with pytest.raises(ValueError, match=r"a\.jpg"):
        develop(camera_jpeg(halves((800, 600))), variants_of(photograph))


@settings(max_examples=200)
@given(st.integers(1, 20_000), st.integers(1, 20_000), st.booleans())
def test_variants_fit(width: int, height: int, has_alpha: bool) -> None:
    """None is wider than the photograph or repeats another; the proportions stay."""
    photograph = Photograph("images/a.b/hall.jpg", "00" * 16, width, height, has_alpha)
    found = variants_of(photograph)
    assert len({item.path for item in found}) == len({item.key for item in found}) == len(found)
    for form in formats_of(photograph):
        widths = [item.width for item in in_format(photograph, form)]
        assert widths == sorted(set(widths))
        assert widths[-1] == min(width, WIDTHS[-1])
    for item in found:
        assert item.height == max(1, round(height * item.width / width))
        assert item.path.startswith("images/a.b/hall.")
    assert shared_variant(photograph) in found


def test_address_changes_with_the_photograph() -> None:
    """Browsers keep a file for ever, so another picture stands at another address."""
    here, there = (
        variants_of(Photograph("images/a.jpg", digest, 900, 600)) for digest in ("0a", "0b")
    )
    assert not {item.path for item in here} & {item.path for item in there}
