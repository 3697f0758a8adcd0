"""The bulletin's plugin for Pelican: two languages, checked, from one folder of content."""


def register() -> None:
    """Connect the plugin to a run of Pelican, which calls this by name."""
    from plugins.bulletin.hooks import connect

    connect()
