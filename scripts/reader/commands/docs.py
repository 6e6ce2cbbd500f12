"""`build` and `check`: docs/ written from the sources, or compared with what they give."""

from __future__ import annotations

import argparse
import posixpath
from collections.abc import Collection, Iterator
from pathlib import Path

from reader import pipeline
from reader.anchors import proposal, register
from reader.commands.going_on import gathered
from reader.commands.holding import held
from reader.commands.making import maker, workers
from reader.failures import usage
from reader.intake.repeating import repeat
from reader.making.make import Maker
from reader.marks.acronyms import candidates
from reader.model import Library
from reader.model.problems import Problem, ProblemsFound
from reader.project import files, manifest, output, stamp
from reader.project.journal import Change
from reader.project.load import load
from reader.project.lock import reading
from reader.project.received import received
from reader.project.texts_below import TextsBelow
from reader.references.access import undated
from reader.references.unprotected import unprotected
from reader.render.docs import pieces, quoting

FEW = 5  # files that are told one by one
MANY = 200  # files that are named, of those that are written


def build(options: argparse.Namespace) -> int:
    """Write docs/ anew where it differs, and say which files."""
    discarded = [posixpath.normpath(path.replace("\\", "/")) for path in options.discard]
    with held(options, "build"):
        standing = output.pages_standing(options.root)
        if strange := [path for path in discarded if not standing.holds(path)]:
            hint = "it is a path in the project, as the problem names it"
            return usage(f"there is nothing generated at “{strange[0]}”", hint)
        at_work = workers(options)
        made = gathered(options.root, at_work, keep_going=options.keep_going)
        write_docs(options.root, maker(options, made.library, at_work), discarded)
        at_work.summed_up(len(made.library.pages))
    made.tell()
    return 0


def check(options: argparse.Namespace) -> int:
    """Say what `build` would write; write nothing."""
    well = "docs, ledgers and data are as the sources give them"
    with reading(options.root, "check"):
        state = stamp.of(options.root)
        if not options.explain and stamp.holds(options.root, state):
            print(well)
            return 0
        loaded = load(options.root)
        standing = output.pages_standing(options.root, loaded[0].leaving)
        files = {source.slug: received(options.root, source) for source in loaded[0].sources}
    at_work = workers(options)
    library = pipeline.made_of(*loaded, workers=at_work)
    committed = loaded[0].settings.output.commit
    problems = _out_of_date(maker(options, library, at_work), standing if committed else None)
    at_work.summed_up(len(library.pages))
    problems += unrecorded(library)
    problems += [one for source in loaded[0].sources for one in repeat(source, files[source.slug])]
    if problems:
        raise ProblemsFound(problems)
    stamp.keep(options.root, state)
    print(well)
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


def _out_of_date(made_by: Maker, standing: manifest.Standing | None) -> list[Problem]:
    """What is committed and is not as the sources give it; `standing` are generated pages, where they are."""
    hint = "run annotated-reader build, and commit what it writes"
    if standing is None:
        filled, read_as = dict(made_by.made("quoting", quoting)), made_by.library.quoted
        return _stale([f"docs/{path}" for path in filled if filled[path] != read_as[path][0]], hint)
    as_read, prints, stale = _as_read(made_by.library), dict[str, str](), list[str]()
    for path, text in docs(made_by):
        if path not in as_read:
            prints[path] = files.fingerprint(text.encode())
        elif as_read[path] != text:
            stale.append(path)
    changes, problems = output.plan_pages(standing, prints)
    problems += _stale([*(change.path for change in changes if change.new is not None), *stale], hint)
    gone = [change.path for change in changes if change.new is None]
    return problems + [Problem(path, 1, "D02", "comes from no source", hint) for path in gone]


def unrecorded(library: Library) -> list[Problem]:
    """What is to be recorded by `accept` before an edition is published: addresses, and words of notes."""
    addresses = register.unrecorded(library.published.unrecorded)
    return [*proposal.unrecorded(library.edited), *addresses]


def refuse_unrecorded(library: Library) -> None:
    """Raise `ProblemsFound` for what no edition can be published without."""
    if problems := unrecorded(library):
        raise ProblemsFound(problems)


def _stale(paths: list[str], hint: str) -> list[Problem]:
    """One problem for each file that is out of date, or one for all where they are many."""
    if len(paths) <= FEW:
        return [Problem(path, 1, "D01", "is not what the sources give", hint) for path in paths]
    message = f"{len(paths)} files are not what the sources give, {min(paths)} among them"
    return [Problem("docs", 1, "D01", message, hint)]


def docs(made_by: Maker) -> Iterator[tuple[str, str]]:
    """Yield the files of docs/ by their paths in the project: generated ones, and hand-written that quote."""
    return ((f"docs/{path}", text) for path, text in made_by.made("docs", pieces))


def desk_docs(made_by: Maker) -> Iterator[tuple[str, str]]:
    """Yield the generated ones alone."""
    as_read = _as_read(made_by.library)
    return ((path, text) for path, text in docs(made_by) if path not in as_read)


def _as_read(library: Library) -> dict[str, str]:
    """The hand-written pages that quote, by their paths in the project."""
    return {f"docs/{path}": read for path, (read, _quoted) in library.quoted.items()}


def make_docs(root: Path, made_by: Maker, discarded: Collection[str] = ()) -> tuple[list[Change], TextsBelow]:
    """Write docs/ anew where it differs; `discarded` are files to be taken back.

    Returns what has changed, and the generated pages by their paths below docs/.
    """
    changed, made = output.write_pages(root, docs(made_by), _as_read(made_by.library), discarded)
    return changed, output.below_docs(root, made)


def write_docs(
    root: Path, made_by: Maker, discarded: Collection[str] = ()
) -> tuple[list[Change], TextsBelow]:
    """Do the same, and say which files have changed."""
    changes, pages = make_docs(root, made_by, discarded)
    changed = output.names(changes)
    for path in changed[:MANY]:
        print(path)
    if len(changed) > MANY:
        print(f"and {len(changed) - MANY} more")
    print(f"docs: {len(changed)} files written" if changed else "docs: nothing has changed")
    return changes, pages
