"""What each verb of the command line does with the stages and the disk."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader import ledger, output, pipeline
from reader.citing import UnknownPlace, cite_passage
from reader.citeproc import UnknownStyle
from reader.load import load
from reader.problems import Problem, ProblemsFound, near
from reader.render.docs import FOLDERS, generated
from reader.site import build_site
from reader.site.serve import serve_site

GENERATED = tuple(f"docs/{folder}" for folder in FOLDERS)


def build(options: argparse.Namespace) -> int:
    """Write docs/ anew where it differs, and say which files."""
    root: Path = options.root
    changed = output.replace(root, docs(root), GENERATED)
    for path in changed:
        print(path)
    print(f"docs: {len(changed)} files written" if changed else "docs: nothing has changed")
    return 0


def check(options: argparse.Namespace) -> int:
    """Say what `build` would write; write nothing."""
    stale, extra = output.differences(options.root, docs(options.root), GENERATED)
    hint = "run python scripts/build.py build, and commit what it writes"
    problems = [Problem(path, 1, "D01", "is not what the sources give", hint) for path in stale]
    problems += [Problem(path, 1, "D02", "comes from no source", hint) for path in extra]
    if problems:
        raise ProblemsFound(problems)
    print("docs, ledgers and data are as the sources give them")
    return 0


def accept(options: argparse.Namespace) -> int:
    """Write the ledgers of changed texts, after showing what that means."""
    project, problems = load(options.root)
    slugs = [source.slug for source in project.sources]
    if options.slug and options.slug not in slugs:
        return _usage(f"there is no text “{options.slug}”", near(options.slug, slugs))
    decided = dict(pair.split("=", 1) for pair in options.decided if "=" in pair)
    files: dict[str, str] = {}
    for source in project.sources:
        if options.slug not in (None, source.slug):
            continue
        anchored, found = pipeline.anchor(source, project.edition, decided)
        problems += found
        if anchored is None:
            continue
        problems += [one for one in pipeline.unaccepted(anchored) if one.code == "A03"]
        if anchored.changes:
            print(pipeline.table(anchored))
            files[source.file("anchors.lock")] = ledger.write(source.slug, list(anchored.ledger))
    if problems:
        raise ProblemsFound(problems)
    if not files:
        print("nothing to accept")
        return 0
    if not options.yes and sys.stdin.isatty() and input("Record this? [y/N] ").strip().lower() != "y":
        print("nothing was written")
        return 1
    for path in output.replace(options.root, files):
        print(f"{path} written")
    return 0


def cite(options: argparse.Namespace) -> int:
    """Print a citation of a passage."""
    try:
        print(cite_passage(pipeline.read(options.root), options.root, options.place, options.style, options.form))
    except (UnknownPlace, UnknownStyle) as error:
        return _usage(str(error), f"perhaps {', '.join(error.near)}" if error.near else "")
    return 0


def site(options: argparse.Namespace) -> int:
    """Build docs/ and publish everything into site/."""
    build(options)
    pages = build_site(options.root)
    print(f"site: {pages} pages in {options.root / 'site'}; look at them with: make serve")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Publish, serve on the loopback address, and publish again when a file changes."""
    serve_site(options.root, options.port, lambda: site(options))
    return 0


def docs(root: Path) -> dict[str, str]:
    """Return every generated file of docs/, by its path in the project."""
    return {f"docs/{path}": text for path, text in generated(pipeline.read(root)).items()}


def _usage(message: str, hint: str) -> int:
    print(f"build.py: {message}" + (f" — {hint}" if hint else ""), file=sys.stderr)
    return 2
