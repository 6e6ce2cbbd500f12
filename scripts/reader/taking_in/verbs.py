"""`clean` prints the reading text of files; `new` makes texts of them, with a report."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from reader.failures import program, typed, usage
from reader.intake import writing_down
from reader.intake.received import record
from reader.intake.report import explained, folded, report
from reader.model.problems import ProblemsFound
from reader.project import incoming
from reader.project.incoming import Unreadable
from reader.project.lock import writing
from reader.taking_in.replacing import replace
from reader.taking_in.take import Taken, take

TOGETHER = 2_000_000  # bytes of a batch that are written at once
SLUG_HINT = "lower-case letters, digits and hyphens, and not “index” or “list”"
Refusal = ProblemsFound | Unreadable


def said(path: str, error: Refusal) -> str:
    """Return why a file cannot be taken in, on one line."""
    return str(error.problems[0]) if isinstance(error, ProblemsFound) else f"{path} {error}"


def clean(options: argparse.Namespace) -> int:
    """Print the reading text of files: for a reader, line by line with reasons, or as JSON."""
    code = 0
    for number, path in enumerate(options.files):
        try:
            made = take(path)
        except (ProblemsFound, Unreadable) as error:
            code, why = 1, said(path, error)
            print(why if isinstance(error, ProblemsFound) else f"{program()}: {why}", file=sys.stderr)
            if options.batch:
                print(json.dumps({"path": path, "text": "", "problem": why}, ensure_ascii=False))
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
    wrong, hint = _misused(options)
    if wrong:
        return usage(wrong, hint)
    with writing(options.root, "new"):
        if options.batch is not None:
            return _batch(options)
        exists = options.slug.lower() in incoming.slugs(options.root)
        if exists != options.replace:
            return usage(*_unexpected(options.slug, exists=exists))
        try:
            made = take(str(options.file))
        except Unreadable as error:
            return usage(f"{options.file} {error}", "name a file that is there and can be read")
        return replace(options, made) if options.replace else _one(options, made)


def _misused(options: argparse.Namespace) -> tuple[str, str]:
    """What is wrong with how the command was written, and a hint; nothing if it is right."""
    if not incoming.is_folder(options.root):
        return f"there is no project in “{options.root}”", "--root names the folder of a project"
    if options.batch is not None:
        if options.slug or options.file or options.replace:
            return "--batch takes a folder and nothing else", "new --batch FOLDER"
        there = incoming.is_folder(options.batch)
        return ("", "") if there else (f"there is no folder “{options.batch}”", "name a folder of files")
    if not options.slug or not options.file:
        return "name a text and a file", "new SLUG FILE, e.g. new kaleji-2023 page.html"
    if not incoming.is_slug(options.slug):
        return f"“{options.slug}” is no name for a text", SLUG_HINT
    return "", ""


def _unexpected(slug: str, *, exists: bool) -> tuple[str, str]:
    if exists:
        hint = f"choose another name, or take in a newer copy of it: new --replace {slug} FILE"
        return f"there is a text “{slug}” already", hint
    return f"there is no text “{slug}” to replace", f"take it in: new {slug} FILE"


def _one(options: argparse.Namespace, made: Taken) -> int:
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
    doubt = f"; not sure of {_many(unsure, 'decision')}" if unsure else ""
    return f"sources/{slug}: {said}; {cut} of {lines} raw lines cut{doubt}"


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
    steps = typed(f"Look through source.toml, then: annotated-reader accept {slug}")
    return f"Written:\n{written}\n{steps}"


def _batch(options: argparse.Namespace) -> int:
    """Take in all files of a folder, with one report: what could not be taken in first."""
    refused: list[str] = []
    waiting: dict[str, bytes] = {}
    rows: list[tuple[int, str]] = []
    bibtex = incoming.bibliography(options.root)
    names = incoming.slugs(options.root) | incoming.keys(bibtex)
    for path in incoming.files_in(options.batch):
        try:
            made = take(str(path))
        except (ProblemsFound, Unreadable) as error:
            refused.append(said(str(path), error))
            continue
        slug = incoming.slug_of(path, names)
        names.add(slug)
        files = files_of(slug, str(path), made, bibtex)
        waiting |= files
        if sum(map(len, waiting.values())) >= TOGETHER:
            _write(options, waiting)
        bibtex = files[incoming.BIBLIOGRAPHY].decode("utf-8", "surrogateescape")
        rows.append((len(made.proposal.unsure), f"{opening(slug, made)}; from {path.name}"))
    _write(options, waiting)
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


def _write(options: argparse.Namespace, waiting: dict[str, bytes]) -> None:
    """Write the files that wait, and let them go."""
    if waiting and not options.dry_run:
        incoming.write(options.root, waiting)
    waiting.clear()
