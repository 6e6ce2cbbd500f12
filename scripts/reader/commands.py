"""What each verb of the command line does with the stages and the disk."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from reader import pipeline
from reader.anchors import ledger, proposal
from reader.marks.acronyms import candidates
from reader.model import Library
from reader.model.problems import Problem, ProblemsFound, near
from reader.project import output
from reader.project.load import Project, load
from reader.references import citation
from reader.references.styles import UnknownStyle, format_all
from reader.render.docs import FOLDERS, generated
from reader.site import build_site
from reader.site.serve import serve_site

GENERATED = tuple(f"docs/{folder}" for folder in FOLDERS)


def build(options: argparse.Namespace) -> int:
    """Write docs/ anew where it differs, and say which files."""
    output.recover(options.root)
    _write_docs(options.root, pipeline.read(options.root))
    return 0


def _write_docs(root: Path, library: Library) -> None:
    changed = output.replace(root, docs(library), GENERATED)
    for path in changed:
        print(path)
    print(f"docs: {len(changed)} files written" if changed else "docs: nothing has changed")


def check(options: argparse.Namespace) -> int:
    """Say what `build` would write; write nothing."""
    library = pipeline.read(options.root)
    stale, extra = output.differences(options.root, docs(library), GENERATED)
    hint = "run python scripts/build.py build, and commit what it writes"
    problems = [Problem(path, 1, "D01", "is not what the sources give", hint) for path in stale]
    problems += [Problem(path, 1, "D02", "comes from no source", hint) for path in extra]
    if problems:
        raise ProblemsFound(problems)
    print("docs, ledgers and data are as the sources give them")
    if options.explain:
        print("acronyms that no term covers:")
        for acronym, places in candidates(library.pages):
            print(f"  {acronym:<10} {' '.join(places)}")
    return 0


def accept(options: argparse.Namespace) -> int:
    """Write the ledgers of changed texts, after showing what that means."""
    output.recover(options.root)
    project, problems = load(options.root)
    wrong = _wrong_decisions(options, project)
    if wrong:
        return _usage(*wrong)
    decided = dict(pair.split("=", 1) for pair in options.decided)
    files: dict[str, str] = {}
    for source in project.sources:
        if options.slug not in (None, source.slug):
            continue
        anchored, found = proposal.anchor(source, project.edition, decided)
        problems += found
        if anchored:
            problems += [one for one in proposal.unaccepted(anchored) if one.code == "A03"]
        if anchored and anchored.changes:
            print(proposal.table(anchored))
            files[source.file("anchors.lock")] = ledger.write(source.slug, list(anchored.ledger))
    if problems:
        raise ProblemsFound(problems)
    return _record(options, files)


def _record(options: argparse.Namespace, files: Mapping[str, str]) -> int:
    """Write the ledgers if the editor agrees, who must be there to be asked or have said so before."""
    if not files:
        print("nothing to accept")
        return 0
    if not options.yes:
        if not sys.stdin.isatty():
            return _usage("nothing was written, since nobody can be asked here", "say accept --yes")
        if input("Record this? [y/N] ").strip().lower() != "y":
            print("nothing was written")
            return 1
    for path in output.replace(options.root, files):
        print(f"{path} written")
    return 0


def _wrong_decisions(options: argparse.Namespace, project: Project) -> tuple[str, str] | None:
    """What is wrong with the text or the decisions that `accept` is given, and how to mend it."""
    sources = {source.slug: source for source in project.sources}
    if options.slug and options.slug not in sources:
        return f"there is no text “{options.slug}”", near(options.slug, sources)
    decided = dict(pair.split("=", 1) for pair in options.decided if "=" in pair)
    if len(decided) < len(options.decided) or (decided and not options.slug):
        return "--as decides on the passages of one text", "write accept SLUG --as OLD=NEW"
    proposed = proposal.anchor(sources[options.slug], project.edition)[0] if decided else None
    if proposed:
        old = {line.id for line in proposed.ledger}
        for id_, known in [
            *((one, old) for one in decided),
            *((one, proposed.proposal.ids) for one in decided.values()),
        ]:
            if id_ not in known:
                return f"{options.slug} has no “{id_}” to decide on", near(id_, known)
    return None


def cite(options: argparse.Namespace) -> int:
    """Print a citation of a passage or of a range."""
    library = pipeline.read(options.root)
    try:
        cited = citation.find(library, options.place)
        slug = cited.page.slug
        if options.style:
            records = {page.slug: library.references[page.slug] for page in library.pages}
            formatted = format_all(records, options.style, options.root / pipeline.CACHE)[slug]
        else:
            formatted = next(iter(library.styled.values()))[slug]
    except (citation.UnknownPlace, UnknownStyle) as error:
        return _usage(str(error), f"perhaps {', '.join(error.near)}" if error.near else "")
    print(citation.cite(library, cited, options.form, formatted), end="")
    return 0


def site(options: argparse.Namespace) -> int:
    """Build docs/ and publish everything into site/."""
    output.recover(options.root)
    library = pipeline.read(options.root)
    _write_docs(options.root, library)
    pages = build_site(options.root, library)
    print(f"site: {pages} pages in {options.root / 'site'}; look at them with: make serve")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Publish, serve on the loopback address, and publish again when a file changes."""
    serve_site(options.root, options.port, lambda: site(options))
    return 0


def docs(library: Library) -> dict[str, str]:
    """Return every generated file of docs/, by its path in the project."""
    return {f"docs/{path}": text for path, text in generated(library).items()}


def _usage(message: str, hint: str) -> int:
    print(f"build.py: {message}" + (f" — {hint}" if hint else ""), file=sys.stderr)
    return 2
