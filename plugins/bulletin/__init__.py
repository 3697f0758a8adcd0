"""The bulletin's plugin for Pelican: two languages, checked, from one folder of content."""


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
