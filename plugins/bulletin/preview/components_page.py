"""Components page: every component of the theme with named examples, in the preview alone."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from plugins.bulletin.model.common import Language
from plugins.bulletin.model.library import Library
from plugins.bulletin.preview.overlay import PREFIX
from plugins.bulletin.preview.samples import components_view
from plugins.bulletin.render.asides import COMPONENTS, print_aside
from plugins.bulletin.render.setting import RenderSettings
from plugins.bulletin.settings import BuildSettings

ADDRESSES: Mapping[Language, str] = {
    "vi": f"{PREFIX}components/",
    "en": f"/en{PREFIX}components/",
}


def components_page(library: Library, settings: BuildSettings, language: Language) -> bytes:
    """Return the page of components in a language."""
    where = RenderSettings(
        settings.content, settings.theme, settings.base_url, settings.now, with_drafts=True
    )
    aside = replace(COMPONENTS, addresses=ADDRESSES)
    return print_aside(library, where, aside, language=language, view=components_view)
