"""Addresses of videos: which one is meant, and where it plays without being followed."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from plugins.bulletin.text.videos import read_video

ID = "dQ-w4_9WgXc"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={ID}",
        f"https://youtube.com/watch?app=desktop&v={ID}&t=30s",
        f"http://m.youtube.com/watch?v={ID}",
        f"https://youtu.be/{ID}?si=abc",
        f"https://www.youtube.com/embed/{ID}",
        f"https://www.youtube.com/shorts/{ID}",
        f"https://www.youtube.com/live/{ID}?feature=share",
        f"https://www.youtube-nocookie.com/embed/{ID}",
    ],
)
def test_every_address_of_youtube_leads_to_its_player_without_cookies(address: str) -> None:
    """However an editor copied it; what else stood in the address is dropped."""
    video = read_video(address)
    assert video is not None
    assert video.watch_url == f"https://www.youtube.com/watch?v={ID}"
    assert video.player_url.startswith(f"https://www.youtube-nocookie.com/embed/{ID}?")


@pytest.mark.parametrize(
    ("address", "watch", "player"),
    [
        ("https://vimeo.com/76979871", "/76979871", "/76979871?dnt=1&autoplay=1"),
        ("https://player.vimeo.com/video/76979871", "/76979871", "/76979871?dnt=1&autoplay=1"),
        ("https://vimeo.com/76979871/ab12", "/76979871/ab12", "/76979871?dnt=1&autoplay=1&h=ab12"),
        (
            "https://vimeo.com/76979871?h=ab12",
            "/76979871/ab12",
            "/76979871?dnt=1&autoplay=1&h=ab12",
        ),
    ],
)
def test_vimeo_is_asked_not_to_track(address: str, watch: str, player: str) -> None:
    """An unlisted video keeps the part of its address that opens it."""
    video = read_video(address)
    assert video is not None
    assert video.watch_url == f"https://vimeo.com{watch}"
    assert video.player_url == f"https://player.vimeo.com/video{player}"


def test_file_plays_from_its_own_address() -> None:
    """A union may keep its films on a server of its own."""
    video = read_video("https://films.example.org/2024/opening.MP4")
    assert video is not None
    assert (video.provider, video.host) == ("file", "films.example.org")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "youtube",
        "https://www.youtube.com/",
        "https://www.youtube.com/@channel",
        "https://www.youtube.com/watch?v=short",
        f"https://www.youtube.com/watch?v={ID}x",
        f"https://youtube.com.example.org/watch?v={ID}",
        f"https://youtu.be/{ID}/more",
        "https://vimeo.com/channels/staffpicks",
        'https://vimeo.com/1?h="><script>',
        "http://films.example.org/a.mp4",
        "https://films.example.org/a.mp4.exe",
        "https://films.example.org/.mp4",
        "javascript:alert(1)//.mp4",
        "https://[::1/a.mp4",
    ],
)
def test_other_addresses_are_no_video(address: str) -> None:
    """A channel, another host that looks like one, and what is not safe to play."""
    assert read_video(address) is None


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    """Whatever is written, an answer comes, and it is an address over TLS."""
    for address in (text, f"https://youtu.be/{text}", f"https://vimeo.com/{text}"):
        video = read_video(address)
        assert video is None or video.player_url.startswith("https://")
