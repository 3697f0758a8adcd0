"""`python -m plugins.bulletin`: the commands of editors."""

import os
import sys

from plugins.bulletin.cli import main

code = main(sys.argv[1:])
sys.stdout.flush()
sys.stderr.flush()
os._exit(code)  # a library of thousands of articles takes long to be taken apart for nothing
