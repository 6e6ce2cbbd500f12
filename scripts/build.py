"""The command line of the annotated reader: it reads like a table of contents, and does nothing else."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from reader import commands
from reader.model.problems import ProblemsFound

EPILOG = """\
A text is a folder of sources/: raw.txt as it was received, and what an editor has decided about it. `build`
makes the pages of docs/ from all of them; when a text has changed, it stops until `accept` has recorded what
becomes of its passages. `site` builds and publishes everything into site/.

Exit codes: 0 good, 1 problems found (each as path:line: CODE message — hint), 2 wrong usage.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return its exit code."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except ProblemsFound as found:
        for problem in found.problems:
            print(problem, file=sys.stderr)
        count = len(found.problems)
        print(f"{count} problem{'' if count == 1 else 's'}; {found.left}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Turn raw texts into an annotated reading site.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project (default: here)")
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    build = verbs.add_parser("build", parents=[root], help="sources → docs")
    build.set_defaults(run=commands.build)

    check = verbs.add_parser(
        "check", parents=[root], help="the same without writing; 1 if anything is stale or wrong"
    )
    check.add_argument(
        "--explain", action="store_true", help="list the acronyms that no term of the glossary covers"
    )
    check.set_defaults(run=commands.check)

    accept = verbs.add_parser(
        "accept", parents=[root], help="record what becomes of the passages of a changed text"
    )
    accept.add_argument("slug", nargs="?", metavar="SLUG", help="one text (default: all)")
    accept.add_argument("--yes", action="store_true", help="do not ask")
    accept.add_argument(
        "--as",
        dest="decided",
        action="append",
        default=[],
        metavar="OLD=NEW",
        help="the passage that had the anchor OLD is the one proposed as NEW",
    )
    accept.set_defaults(run=commands.accept)

    cite = verbs.add_parser("cite", parents=[root], help="print a citation of a passage")
    cite.add_argument("place", metavar="SLUG#pN", help="the text and the passage, e.g. kaleji-2023#p7")
    cite.add_argument("--style", metavar="NAME", help="a CSL style, e.g. apa (default: that of the site)")
    cite.add_argument(
        "--format",
        dest="form",
        default="text",
        choices=["text", "html", "bibtex", "ris", "csl-json"],
        help="default: text",
    )
    cite.set_defaults(run=commands.cite)

    site = verbs.add_parser("site", parents=[root], help="build, then the whole site → site/")
    site.set_defaults(run=commands.site)

    serve = verbs.add_parser(
        "serve", parents=[root], help="the site at a local address, rebuilt when a file changes"
    )
    serve.add_argument("--port", type=int, default=8000, help="default: 8000")
    serve.set_defaults(run=commands.serve)
    return parser


if __name__ == "__main__":
    sys.exit(main())
