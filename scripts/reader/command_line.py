"""The command line: it reads like a table of contents, and does nothing else."""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name

EPILOG = """\
A text is a folder of sources/: raw.txt as it was received, and what an editor has decided about it. `build`
makes the pages of docs/ from all of them; when a text has changed, it stops until `accept` has recorded what
becomes of its passages. `site` builds and publishes everything into site/.

Exit codes: 0 good, 1 problems found (each as path:line: CODE message — hint), 2 wrong usage, 130 stopped
(`serve`, which is meant to be stopped: 0).
`explain CODE` says what a problem means, with a wrong and a right example.
"""

MOST_JOBS = 512
PUBLIC = "show no more of a text than `publication` allows (default: all, for work at the desk)"
KEEP_GOING = "leave out the texts in which something is wrong, make the rest, and end with 1"
STOPPED = 130  # what a shell takes for Ctrl-C


def main(arguments: list[str] | None = None, command: str = "annotated-reader") -> int:
    """Run one verb and return its exit code; `command` is how the command line was called."""
    _speak_plainly()
    program = command.replace("\\", "/").split("/")[-1]
    code = STOPPED
    try:
        options = _parser(command).parse_args(arguments)
        code = 0 if options.run.endswith(":serve") else STOPPED  # that it is stopped is how it ends
        with _stopped_while_loading(program, code):  # the verb that is asked for, and no other
            from reader import failures  # noqa: PLC0415

            run = resolve_name(f"{__package__}.{options.run}")
        failures.called(command)
        return failures.told(lambda: int(run(options)), options.root, debug=options.debug)
    except KeyboardInterrupt:
        return _stopped(program, code)


def _stopped(program: str, code: int) -> int:
    print(f"{program}: stopped", file=sys.stderr, flush=True)
    return code


@contextmanager
def _stopped_while_loading(program: str, code: int) -> Iterator[None]:
    """End at once on Ctrl-C: nothing is to be put right yet, and a library may swallow the exception."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_signal: os._exit(_stopped(program, code)))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _speak_plainly() -> None:
    """Print UTF-8 into files and pipes, and on a terminal what it cannot show as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=command,
        description="Turn raw texts into an annotated reading site.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    root = argparse.ArgumentParser(add_help=False)
    root.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project (default: here)")
    root.add_argument("--debug", action="store_true", help="show the trace of what stops the command")
    root.set_defaults(jobs=0, scheduler="", quiet=False, verbose=False)
    jobs = _work()
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    build = verbs.add_parser("build", parents=[root, jobs], help="sources → docs")
    build.add_argument(
        "--discard",
        action="append",
        default=[],
        metavar="PATH",
        help="give up a generated file that was changed by hand; after a merge of branches: docs",
    )
    build.add_argument("--keep-going", action="store_true", help=KEEP_GOING)
    build.set_defaults(run="commands.docs:build")

    check = verbs.add_parser(
        "check", parents=[root, jobs], help="the same without writing; 1 if anything is stale or wrong"
    )
    check.add_argument(
        "--explain",
        action="store_true",
        help="list acronyms that no term covers, and names in titles without braces",
    )
    check.set_defaults(run="commands.docs:check")

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
        help="the passage that had the anchor OLD is the one proposed as NEW; OLD= says that it is none",
    )
    accept.add_argument("--explain", metavar="ID", help="say why an anchor goes on or not; write nothing")
    accept.set_defaults(run="commands.accepting:accept")

    cite = verbs.add_parser(
        "cite", parents=[root], help="print a citation of a passage, a text, or any entry of the bibliography"
    )
    cite.add_argument(
        "place",
        metavar="KEY[#pN]",
        help="kaleji-2023#p7, a range kaleji-2023#p7-p9, a text kaleji-2023, or any key of the bibliography",
    )
    cite.add_argument(
        "--style", metavar="NAME", help="a CSL style, e.g. apa, mla, vancouver (default: that of the site)"
    )
    cite.add_argument(
        "--as",
        dest="form",
        default="bibliography",
        choices=["bibliography", "note", "in-text"],
        help="where the citation is to stand (default: bibliography)",
    )
    cite.add_argument(
        "--format",
        dest="kind",
        default="text",
        choices=["text", "html", "bibtex", "ris", "csl-json"],
        help="default: text",
    )
    cite.set_defaults(run="commands.citing:cite")

    _publishing(verbs, root, jobs)

    _editions(verbs, root)

    new = verbs.add_parser(
        "new", parents=[root], help="take in a raw text: propose, write its folder, report"
    )
    new.add_argument("slug", nargs="?", metavar="SLUG", help="the name of the text, e.g. kaleji-2023")
    new.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a file as received, of any kind")
    new.add_argument("--dry-run", action="store_true", help="say what would be written; write nothing")
    new.add_argument("--replace", action="store_true", help="take in a newer copy of a text that is there")
    new.add_argument("--batch", type=Path, metavar="FOLDER", help="take in all files of a folder")
    new.set_defaults(run="taking_in.verbs:new")

    clean = verbs.add_parser("clean", parents=[root], help="print the reading text of any raw file")
    clean.add_argument("files", nargs="+", metavar="FILE", help="a file as received, of any kind")
    clean.add_argument("--batch", action="store_true", help="a JSON object a line: path and text")
    clean.add_argument("--explain", action="store_true", help="what becomes of each line, and why")
    clean.set_defaults(run="taking_in.verbs:clean")

    review = verbs.add_parser(
        "review", parents=[root], help="look through a text: its raw lines by fate, beside the reading text"
    )
    review.add_argument("slug", metavar="SLUG", help="the name of the text")
    review.add_argument(
        "--no-open", dest="open", action="store_false", help="write the page and open no browser"
    )
    review.set_defaults(run="taking_in.review:review")

    explain = verbs.add_parser(
        "explain", parents=[root], help="what a problem means, with a wrong and a right example"
    )
    explain.add_argument("code", nargs="?", metavar="CODE", help="e.g. B04 (default: the list of all codes)")
    explain.set_defaults(run="commands.explaining:explain")
    return parser


def _work() -> argparse.ArgumentParser:
    """What can be said of the work of a verb that makes much."""
    jobs = argparse.ArgumentParser(add_help=False)
    jobs.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help="processes that work side by side (default: cores)"
    )
    jobs.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="let a Dask cluster work: tcp://host:8786"
    )
    much = jobs.add_mutually_exclusive_group()
    much.add_argument("--quiet", action="store_true", help="tell nothing of the work, only what came of it")
    much.add_argument("--verbose", action="store_true", help="name each thing that is made anew")
    return jobs


def _editions(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], root: argparse.ArgumentParser
) -> None:
    """The verbs that make an edition, and bring it along."""
    init = verbs.add_parser("init", parents=[root], help="a new edition that builds at once, with a sample")
    init.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet")
    init.add_argument("--name", metavar="TEXT", help="what the edition is called (default: it is asked)")
    init.add_argument("--language", metavar="TAG", help="that of its site: en, fa or ru (default: asked)")
    init.add_argument("--url", metavar="ADDRESS", help="where the site will stand (default: it is asked)")
    init.set_defaults(run="commands.beginning:init")

    upgrade = verbs.add_parser(
        "upgrade",
        parents=[root],
        help="bring an edition to this version of the engine, and say what changed",
    )
    upgrade.add_argument("--dry-run", action="store_true", help="say what would be changed; write nothing")
    upgrade.add_argument("--undo", action="store_true", help="put back what the last upgrade has changed")
    upgrade.set_defaults(run="commands.upgrading:upgrade")


def _publishing(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], *parents: argparse.ArgumentParser
) -> None:
    """The verbs that make the site."""
    site = verbs.add_parser("site", parents=parents, help="build, then the whole site → site/")
    site.add_argument(
        "--pdf",
        nargs="?",
        const="",
        metavar="CHROMIUM",
        help="print a PDF of each text too, with this Chromium (default: one that is installed)",
    )
    site.add_argument("--public", action="store_true", help=PUBLIC)
    site.add_argument("--keep-going", action="store_true", help=KEEP_GOING)
    site.set_defaults(run="commands.publishing:site")

    archive = verbs.add_parser(
        "archive", parents=parents, help="the site packed for a deposit, with a manifest → archive/"
    )
    archive.set_defaults(run="commands.archiving:archive")

    serve = verbs.add_parser(
        "serve", parents=parents, help="the site at a local address, rebuilt when a file changes"
    )
    serve.add_argument("--port", type=_port, default=8000, help="default: 8000, or the next that is free")
    serve.add_argument("--public", action="store_true", help=PUBLIC)
    serve.set_defaults(run="commands.publishing:serve")


def _jobs(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"invalid int value: {text!r}")
    if not 0 < int(text) <= MOST_JOBS:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and {MOST_JOBS}")
    return int(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"invalid int value: {text!r}")
    if len(text) > 5 or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 65535")
    return int(text)
