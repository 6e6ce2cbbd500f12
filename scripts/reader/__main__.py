"""The command line as `annotated-reader` and `python -m annotated_reader`."""

from __future__ import annotations

import sys

from reader.command_line import main

if __name__ == "__main__":
    sys.exit(main())
