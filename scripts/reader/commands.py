"""What each verb of the command line does with the stages and the disk."""

from __future__ import annotations

import argparse
import posixpath
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import accepting, pipeline
from reader.anchors import register
from reader.failures import told, usage
from reader.intake.repeating import repeat
from reader.marks.acronyms import candidates
from reader.model import Library
from reader.model.problem_codes import CODES, similar
from reader.model.problems import Problem, ProblemsFound
from reader.project import output
from reader.project.load import load
from reader.project.lock import reading, writing
from reader.project.received import received
from reader.references import citation, citeproc, forms, style_files
from reader.references.access import lacks_access, undated
from reader.references.cited import UnknownPlace, find
from reader.references.unprotected import unprotected
from reader.render.docs import generated
from reader.render.explanation import code_list, explanation
from reader.site import build_site
from reader.site.serve import NoPort, serve_site


def build(options: argparse.Namespace) -> int:
    """Write docs/ anew where it differs, and say which files."""
    discarded = [posixpath.normpath(path.replace("\\", "/")) for path in options.discard]
    with _writing(options, "build"):
        standing = output.pages_standing(options.root)
        if strange := [path for path in discarded if not standing.holds(path)]:
            hint = "it is a path in the project, as the problem names it"
            return usage(f"there is nothing generated at “{strange[0]}”", hint)
        _write_docs(options.root, pipeline.read(options.root), discarded)
    return 0


@contextmanager
def _writing(options: argparse.Namespace, verb: str) -> Iterator[None]:
    """Hold the project for a verb that writes, and say what an interrupted run has left to be done."""
    with writing(options.root, verb) as finished:
        if finished:
            print(f"{len(finished)} files written or removed that an interrupted run had left as they were")
        yield


def _write_docs(root: Path, library: Library, discarded: list[str] | None = None) -> None:
    pages, own = docs(library)
    changed = output.write_pages(root, pages, own, discarded or [])
    for path in changed:
        print(path)
    print(f"docs: {len(changed)} files written" if changed else "docs: nothing has changed")


def check(options: argparse.Namespace) -> int:
    """Say what `build` would write; write nothing."""
    with reading(options.root, "check"):
        loaded = load(options.root)
        standing = output.pages_standing(options.root, loaded[0].leaving)
        files = {source.slug: received(options.root, source) for source in loaded[0].sources}
    library = pipeline.made_of(*loaded)
    pages, own = docs(library)
    changes, problems = output.plan_pages(standing, pages)
    hint = "run python scripts/build.py build, and commit what it writes"
    stale = [change.path for change in changes if change.new is not None]
    stale += [path for path, (read, filled) in own.items() if read != filled]
    problems += [Problem(path, 1, "D01", "is not what the sources give", hint) for path in stale]
    gone = [change.path for change in changes if change.new is None]
    problems += [Problem(path, 1, "D02", "comes from no source", hint) for path in gone]
    problems += register.unrecorded(library.published.unrecorded)
    problems += [one for source in loaded[0].sources for one in repeat(source, files[source.slug])]
    if problems:
        raise ProblemsFound(problems)
    print("docs, ledgers and data are as the sources give them")
    if options.explain:
        print("acronyms that no term covers:")
        for acronym, places in candidates(library.pages):
            print(f"  {acronym:<10} {' '.join(places)}")
        print("words in titles that may be names, and that a style may write small without braces:")
        for record, _field, names, mended in unprotected(library.references):
            print(f"  {record.at.path}:{record.at.line}: {', '.join(names)} — write {mended}")
        print("web pages without a date, whose date of access many styles print and none is on record:")
        for record in undated(library.references):
            print(f"  {record.at.path}:{record.at.line}: {record.key} — once read: urldate = {{YYYY-MM-DD}}")
    return 0


def accept(options: argparse.Namespace) -> int:
    """Write the ledgers of changed texts, after showing what that means."""
    with _writing(options, "accept"):
        return accepting.accept(options)


def cite(options: argparse.Namespace) -> int:
    """Print a citation of a passage or a range, of a whole text, or of another entry of the bibliography."""
    with reading(options.root, "cite"):
        loaded = load(options.root)
    library = pipeline.made_of(*loaded)
    try:
        cited = find(library, options.place)
        name = style_files.find(options.style).name if options.style else next(iter(library.styled), "")
    except (UnknownPlace, style_files.UnknownStyle) as error:
        return usage(str(error), f"perhaps {', '.join(error.near)}" if error.near else "")
    if options.kind in citation.MANAGERS:
        print(citation.managed(library, cited, options.kind), end="")
        return 0
    key, cache = cited.record.key, options.root / citeproc.CACHE
    in_style = library.styled.get(name, {}).get(key)
    in_style = in_style or forms.in_style({key: cited.record}, name, cache, [key] if cited.page else [])[key]
    said = citation.cite_html if options.kind == "html" else citation.cite
    print(said(library, cited, options.form, in_style))
    if lacks_access(cited.record, name, cache):
        at = cited.record.at
        message = f"{at.path}:{at.line}: the style asks when “{key}” was read, and no urldate is on record"
        print(message, file=sys.stderr)
    return 0


def site(options: argparse.Namespace) -> int:
    """Build docs/ and publish everything into site/."""
    with _writing(options, "site"):
        library = pipeline.read(options.root)
        _write_docs(options.root, library)
        pages = build_site(options.root, library)
    print(f"site: {pages} pages in {options.root / 'site'}; look at them with: make serve")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Publish, serve on the loopback address, and publish again when a file changes."""
    try:
        return serve_site(
            options.root, options.port, lambda: told(lambda: site(options), options.root, debug=options.debug)
        )
    except NoPort as error:
        return usage(str(error), "")


def docs(library: Library) -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Return the generated files of docs/ by their paths in the project, and the hand-written that quote.

    Each hand-written one comes as it was read, and with its quotations filled in.
    """
    pages = {f"docs/{path}": text for path, text in generated(library).items()}
    own = {f"docs/{path}": (read, pages.pop(f"docs/{path}")) for path, (read, _) in library.quoted.items()}
    return pages, own


def explain(options: argparse.Namespace) -> int:
    """Print what a problem code means, or the list of all codes."""
    if options.code is None:
        print(code_list())
        return 0
    code = CODES.get(options.code.upper())
    if code is None:
        near_ones = similar(options.code)
        hint = f"perhaps {', '.join(near_ones)}" if near_ones else "explain alone lists them all"
        return usage(f"there is no problem code “{options.code}”", hint)
    print(explanation(code))
    return 0
