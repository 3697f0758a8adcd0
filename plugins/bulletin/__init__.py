"""The bulletin's plugin for Pelican: two languages, checked, from one folder of content."""

import sys


def register() -> None:
    """Connect the plugin to a run of Pelican, which calls this by name.

    Raises:
        SystemExit: The plugin cannot be connected. Pelican would log any other exception
            and build the site without the plugin.
    """
    try:
        from plugins.bulletin.hooks import connect

        connect()
    except Exception as error:
        raise SystemExit(f"plugins.bulletin: {error}") from error


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, which takes longer and which it can do without."""
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # says that there is no such module
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules[name]


_import_msgspec()
