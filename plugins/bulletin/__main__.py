"""`python -m plugins.bulletin`: the commands of editors."""

import sys

from plugins.bulletin.cli import main

sys.exit(main(sys.argv[1:]))
