"""Faults: what is wrong with a picture at the place that asks for it."""

from __future__ import annotations

from plugins.bulletin.pictures.judging import Picture
from plugins.bulletin.problems import Place, Problem, link_rules, picture_rules

LEAST_COVER = 640  # pixels wide: a telephone's screen, at least at once its density
LEAST_IN_TEXT = 200


def find_fault(
    picture: Picture, place: Place, target: str, *, least: int = LEAST_IN_TEXT
) -> Problem | None:
    """Return why a picture cannot stand where it is wanted, if it cannot.

    Args:
        picture: What was seen of it.
        place: Where it is asked for.
        target: Its path as written there.
        least: Width in pixels that a photograph needs there.
    """
    if picture.fault is not None:
        return _unusable(picture, place, target)
    if picture.photograph is not None and picture.width < least:
        return picture_rules.IMAGE_TOO_SMALL.at(
            place, target=target, width=picture.width, height=picture.height, least=least
        )
    return None


def _unusable(picture: Picture, place: Place, target: str) -> Problem:
    if picture.defect == "large":
        return picture_rules.IMAGE_TOO_LARGE.at(place, target=target, size=picture.fault)
    if picture.defect == "animated":
        return picture_rules.IMAGE_ANIMATED.at(place, target=target)
    return link_rules.IMAGE_BROKEN.at(place, target=target, reason=picture.fault)
