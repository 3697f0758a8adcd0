"""Sites: the commands that make a site, show it, or check a finished one."""

from __future__ import annotations

import argparse
import os
from functools import partial
from pathlib import Path

from plugins.bulletin.commands.options import ROOT, Commands, note, settings_of, tell
from plugins.bulletin.progress import showing


def add_build(commands: Commands) -> None:
    """Add `build`."""
    build = commands.add("build", "build both sites", run=run_build)
    build.add_argument("--output", type=Path, default=Path("output"), help="folder to write")
    build.add_argument("--production", action="store_true", help="for the public address")
    build.add_argument("--drafts", action="store_true", help="show drafts, for a preview")
    build.add_argument("--full", action="store_true", help="ignore every cache")
    build.add_argument("--jobs", type=int, default=0, help="number of processes; 0: one a core")
    build.add_argument("--theme", type=Path, help="folder of the theme")
    build.add_argument("--live", type=Path, help="folder that is served; its addresses must last")
    build.add_argument("--explain", metavar="PATH", help="say why an output was made again")


def run_build(options: argparse.Namespace) -> int:
    """Build both sites; an error leaves the last good output as it was."""
    from plugins.bulletin.building import build

    conf = ROOT / ("publishconf.py" if options.production else "pelicanconf.py")
    with showing(options.language) as progress:
        done = build(conf, settings_of(options, conf), options.language, tell=progress)
    tell(done.problems, options)
    if options.explain and not done.is_refused:
        note(done.explain(options.explain, options.language), options)
    if left := done.left(options.language):
        note(left, options)
    if not done.is_refused and options.format == "text":
        print(f"{options.output}: {done.outcome(options.language)}")
    return int(done.is_refused)


def add_serve(commands: Commands) -> None:
    """Add `serve`."""
    serve = commands.add("serve", "preview the site with drafts", run=run_serve)
    serve.add_argument("--port", type=int, default=8000, help="port on this machine")
    serve.add_argument("--theme", type=Path, help="folder of the theme")


def run_serve(options: argparse.Namespace) -> int:
    """Show the site while it is written, until Ctrl-C."""
    from plugins.bulletin.preview.serving import serve

    options.output = ROOT / ".cache" / "preview"
    settings = settings_of(options, ROOT / "pelicanconf.py")
    return serve(settings, options.port, options.language)


def add_audit(commands: Commands) -> None:
    """Add `audit`."""
    audit = commands.add("audit", "check a finished output folder", run=run_audit)
    audit.add_argument("--output", type=Path, default=Path("output"), help="folder to read")


def run_audit(options: argparse.Namespace) -> int:
    """Check a finished output folder."""
    from plugins.bulletin.audit.auditing import audit
    from plugins.bulletin.audit.settings import AuditSettings

    base_url = os.environ.get("BULLETIN_SITE_URL", "").rstrip("/")
    with showing(options.language) as progress:
        settings = AuditSettings(base_url=base_url, tell=partial(progress, "audit"))
        problems = audit(options.output, settings)
    return tell(problems, options)
