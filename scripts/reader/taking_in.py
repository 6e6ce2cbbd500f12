"""The verbs that take texts in: `new` writes a folder for a text, `clean` prints its reading text.

Both read a file as a sheet, propose, and read the text through what is proposed; so `clean` prints what `new`
and then `build` would give. Detectors propose here once; a build applies what stands in the files.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from reader.failures import usage
from reader.intake import source as entries
from reader.intake import weighing, writing_down
from reader.intake.characters import Candidate, candidates
from reader.intake.proposal import Proposal
from reader.intake.propose import propose
from reader.intake.received import record, sheet_of
from reader.intake.report import explained, folded, report
from reader.intake.sheet import Sheet
from reader.model import Block, Cleaned
from reader.model.problems import ProblemsFound
from reader.project import incoming
from reader.project.incoming import Unreadable
from reader.project.lock import writing
from reader.project.weights import weights_table
from reader.reading.blocks import split
from reader.reading.cleaning import clean as clean_source

SLUG_HINT = "lower-case letters, digits and hyphens, and not “index” or “list”"


@dataclass(frozen=True)
class Taken:
    """A file as it is taken in: what it holds, what is proposed, and the text that comes of it."""

    data: bytes
    sheet: Sheet
    proposal: Proposal
    raw: bytes
    cleaned: Cleaned
    blocks: list[Block]

    @property
    def text(self) -> str:
        """The reading text, its blocks separated by blank lines."""
        return "\n\n".join(block.text for block in self.blocks)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Words that may be mistakes; looked for only where somebody reads of them."""
        return list(candidates(self.proposal.kept, self.proposal.language))


@cache
def weights() -> weighing.Weights:
    """Return the weights of the detectors."""
    return weighing.read(weights_table())


def take(path: str) -> Taken:
    """Return a file as it is taken in, or raise `ProblemsFound` or `Unreadable`."""
    data = incoming.read(Path(path))
    sheet, problems = sheet_of(path, data)
    if sheet is None:
        raise ProblemsFound(problems)
    return taken(data, sheet)


def taken(data: bytes, sheet: Sheet) -> Taken:
    """Return what becomes of a sheet; `data` is the file that it was read from."""
    raw = sheet.raw.encode("utf-8", "replace") if sheet.extractor else data
    proposal = propose(sheet, weights())
    source = entries.source("text", proposal, raw)
    cleaned, problems = clean_source(source)
    blocks, more = split(source, cleaned) if cleaned else ([], [])
    if found := [*problems, *more]:
        raise ProblemsFound(found)
    assert cleaned
    return Taken(data, sheet, proposal, raw, cleaned, blocks)


def clean(options: argparse.Namespace) -> int:
    """Print the reading text of files: for a reader, line by line with reasons, or as JSON."""
    code = 0
    for number, path in enumerate(options.files):
        try:
            made = take(path)
        except (ProblemsFound, Unreadable) as error:
            code = 1
            said = str(error.problems[0]) if isinstance(error, ProblemsFound) else f"{path} {error}"
            print(f"build.py: {said}" if isinstance(error, Unreadable) else said, file=sys.stderr)
            if options.batch:
                print(json.dumps({"path": path, "text": "", "problem": said}, ensure_ascii=False))
            continue
        if options.batch:
            print(json.dumps({"path": path, "text": made.text}, ensure_ascii=False))
        elif options.explain:
            print(f"{path}\n" + "\n".join(explained(made.proposal)))
        else:
            print("\n" * (number > 0) + made.text)
    return code


def new(options: argparse.Namespace) -> int:
    """Take a file in as a text of its own, all files of a folder, or a newer copy of a text."""
    if options.batch is not None:
        if options.slug or options.file:
            return usage("--batch takes a folder and nothing else", "new --batch FOLDER")
        return _batch(options)
    if not options.slug or not options.file:
        return usage("name a text and a file", "new SLUG FILE, e.g. new kaleji-2023 page.html")
    if not incoming.is_slug(options.slug):
        return usage(f"“{options.slug}” is no name for a text", SLUG_HINT)
    if not options.root.is_dir():
        return usage(f"there is no project in “{options.root}”", "--root names the folder of a project")
    with writing(options.root, "new"):
        if options.replace:
            return usage("not yet", "")
        if options.slug.lower() in incoming.slugs(options.root):
            hint = f"choose another name, or take in a newer copy of it: new --replace {options.slug} FILE"
            return usage(f"there is a text “{options.slug}” already", hint)
        try:
            made = take(str(options.file))
        except Unreadable as error:
            return usage(f"{options.file} {error}", "name a file that is there and can be read")
        files = files_of(options.slug, str(options.file), made, incoming.bibliography(options.root))
        print(report(made.proposal, opening(options.slug, made), made.candidates, made.sheet.notes))
        if options.dry_run:
            print("\nNothing was written, as --dry-run asks.")
            return 0
        incoming.write(options.root, files)
        print(f"\n{next_steps(options.slug, files)}")
    return 0


def opening(slug: str, made: Taken) -> str:
    """Return the sentence that a report begins with."""
    headings = sum(block.kind == "heading" for block in made.blocks)
    cut = sum(one.last - one.first + 1 for one in made.proposal.of("cut"))
    lines = len(made.cleaned.raw.starts)
    unsure = len(made.proposal.unsure)
    said = f"{_many(len(made.blocks) - headings, 'paragraph')}, {_many(headings, 'heading')}"
    return f"sources/{slug}: {said}; {cut} of {lines} raw lines cut; not sure of {_many(unsure, 'decision')}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def files_of(slug: str, name: str, made: Taken, bibtex: str) -> dict[str, bytes]:
    """Return the files that a text is made of, by their paths in the project."""
    folder = f"sources/{slug}"
    received = record.table(name, made.data, made.sheet)
    files = {
        f"{folder}/raw.txt": made.raw,
        f"{folder}/source.toml": writing_down.source_toml(made.proposal, made.raw, received).encode(),
    }
    if received:
        files[f"{folder}/{record.file_name(name, made.data)}"] = made.data
    if made.candidates:
        files[f"{folder}/corrections.toml"] = writing_down.corrections_toml(made.candidates).encode()
    if slug not in incoming.keys(bibtex):
        gap = "" if not bibtex else "\n" if bibtex.endswith("\n") else "\n\n"
        entry = f"{bibtex}{gap}{writing_down.record_bib(slug, made.proposal)}"
        files[incoming.BIBLIOGRAPHY] = entry.encode("utf-8", "surrogateescape")
    return files


def next_steps(slug: str, files: Mapping[str, bytes]) -> str:
    """Say what was written, and what comes next."""
    written = "\n".join(f"  {path}" for path in files)
    steps = f"Look through source.toml, then: build.py accept {slug}"
    return f"Written:\n{written}\n{steps}"


def _batch(options: argparse.Namespace) -> int:
    """Take in all files of a folder, with one report: what could not be taken in first."""
    if not options.batch.is_dir():
        return usage(f"there is no folder “{options.batch}”", "name a folder of files")
    refused: list[str] = []
    rows: list[tuple[int, str]] = []
    with writing(options.root, "new"):
        bibtex = incoming.bibliography(options.root)
        names = incoming.slugs(options.root) | incoming.keys(bibtex)
        for path in incoming.files_in(options.batch):
            try:
                made = take(str(path))
            except (ProblemsFound, Unreadable) as error:
                refused.append(
                    str(error.problems[0]) if isinstance(error, ProblemsFound) else f"{path} {error}"
                )
                continue
            slug = incoming.slug_of(path, names)
            names.add(slug)
            files = files_of(slug, str(path), made, bibtex)
            if not options.dry_run:
                incoming.write(options.root, files)
            bibtex = files[incoming.BIBLIOGRAPHY].decode("utf-8", "surrogateescape")
            rows.append((len(made.proposal.unsure), f"{opening(slug, made)}; from {path.name}"))
    parts = []
    if refused:
        parts.append("\n".join(["NOT TAKEN IN", *(folded(f"  {one}") for one in refused)]))
    if rows:
        rows.sort(key=lambda row: -row[0])
        parts.append("\n".join(["TAKEN IN, THE LEAST SURE FIRST", *(folded(f"  {row}") for _n, row in rows)]))
    parts.append(f"{_many(len(rows), 'text')} taken in, {_many(len(refused), 'file')} not")
    if options.dry_run:
        parts.append("Nothing was written, as --dry-run asks.")
    print("\n\n".join(parts))
    return 1 if refused else 0
