"""A newer copy of a text that is there: what an editor has decided is carried over, the rest is told.

The ledger stays as it is: `accept` says what becomes of the passages, by its own rules.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as changed

from reader.failures import typed, usage
from reader.intake import writing_down
from reader.intake.carrying import carry, lines_again, without
from reader.intake.proposal import Proposal
from reader.intake.received import record
from reader.intake.report import folded
from reader.model import At, CorrectionsFile, Source, SourceFile
from reader.model.problems import Problem
from reader.project import incoming
from reader.project.load import load
from reader.project.tables import parse
from reader.reading.blocks import split
from reader.reading.cleaning import clean as clean_source
from reader.taking_in.take import Taken
from reader.words.raw_text import RawText

SHA256 = re.compile(r'^(\s*sha256\s*=\s*)"[^"]*"', re.MULTILINE)
RECEIVED = re.compile(r"^\[\[?received[^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
ROUNDS = 6  # of taking out entries that do not fit, each of which can let another go


@dataclass(frozen=True, slots=True)
class Renewed:
    """The files of an editor for the new raw text, what did not fit, and the text that comes of them."""

    source: str  # the new source.toml
    corrections: str  # the new corrections.toml; may be empty
    lost: list[str]  # a line of the report for each entry that is a comment now
    text: str  # the reading text; empty where the files do not give one


def replace(options: argparse.Namespace, made: Taken) -> int:
    """Put a newer copy in the place of the raw text, and carry over what fits."""
    slug = options.slug
    project, _problems = load(options.root)
    old = next((source for source in project.sources if source.slug == slug), None)
    if old is None:
        return usage(f"the files of “{slug}” cannot be read", "mend what build says of them, and try again")
    if old.raw == made.raw:
        print(f"sources/{slug}: raw.txt is the same as before; nothing was written")
        return 0
    source, corrections = (
        incoming.text(options.root, old.file(f"{name}.toml")) for name in ("source", "corrections")
    )
    renewed = renew(old, made, source, corrections, name=str(options.file))
    told = [*renewed.lost, *_unquoted(old, renewed.text)]
    print(f"sources/{slug}: a newer copy, {len(made.cleaned.raw.starts)} raw lines")
    if told:
        print("\n".join(["\nDOES NOT FIT ANY MORE", *(folded(f"  {one}") for one in told)]))
    if options.dry_run:
        print("\nNothing was written, as --dry-run asks.")
        return 0
    files = {
        f"sources/{slug}/raw.txt": made.raw,
        f"sources/{slug}/source.toml": renewed.source.encode(),
    }
    if renewed.corrections.strip():
        files[f"sources/{slug}/corrections.toml"] = renewed.corrections.encode()
    if made.sheet.extractor:
        files[f"sources/{slug}/{record.file_name(str(options.file), made.data)}"] = made.data
    incoming.write(options.root, files)
    written = "\n".join(f"  {path}" for path in files)
    print(typed(f"\nWritten:\n{written}\nLook at the difference, then: annotated-reader accept {slug}"))
    return 0


def renew(old: Source, made: Taken, source: str, corrections: str, *, name: str) -> Renewed:
    """Return the files of an editor as they fit a newer copy."""
    before = RawText(old.raw.decode("utf-8", "replace"))
    again = lines_again(before.text, made.cleaned.raw.text)
    carried, mended = carry(source, again, before), carry(corrections, again, before)
    text = SHA256.sub(
        lambda found: f'{found[1]}"{hashlib.sha256(made.raw).hexdigest()}"', carried.text, count=1
    )
    text = RECEIVED.sub("", text)
    received = record.table(name, made.data, made.sheet)
    added = writing_down.entries(_fresh(made.proposal, set(again.values())), made.cleaned.raw)
    text = "\n".join([text.rstrip("\n") + "\n", *([received] if received else []), *added])
    lost = [*carried.lost, *mended.lost]
    corrected = mended.text
    reading = ""
    for _round in range(ROUNDS):
        problems, reading = _problems(old, made.raw, text, corrected)
        in_source = without(text, [one.line for one in problems if one.path.endswith("source.toml")])
        in_corrections = without(
            corrected, [one.line for one in problems if one.path.endswith("corrections.toml")]
        )
        lost += [*in_source.lost, *in_corrections.lost]
        if not in_source.lost and not in_corrections.lost:
            break
        text, corrected = in_source.text, in_corrections.text
    return Renewed(text, corrected, lost, reading)


def _fresh(proposal: Proposal, known: set[int]) -> Proposal:
    """What is proposed for lines that the old copy did not have."""
    decided = tuple(
        one
        for one in proposal.decided
        if not known & set(range(one.first, one.last + 1)) or "hyphen" in one.kind
    )
    pictures = tuple(one for one in proposal.pictures if one.before not in known)
    return changed(proposal, decided=decided, pictures=pictures)


def _problems(old: Source, raw: bytes, source: str, corrections: str) -> tuple[list[Problem], str]:
    """What does not fit in the files, and the reading text where it can be made."""
    path, other = old.file("source.toml"), old.file("corrections.toml")
    about, problems = parse(SourceFile, path, source)
    mended, more = parse(CorrectionsFile, other, corrections)
    if about is None:
        return [*problems, *more], ""
    renewed = changed(old, raw=raw, about=about, corrections=mended or CorrectionsFile(at=At(other, 1)))
    cleaned, in_text = clean_source(renewed)
    blocks, in_blocks = split(renewed, cleaned) if cleaned else ([], [])
    text = "\n\n".join(block.text for block in blocks)
    return [*problems, *more, *in_text, *in_blocks], text


def _unquoted(old: Source, text: str) -> Iterator[str]:
    """The notes and citations whose words the new text does not have."""
    for note in old.notes:
        if note.lemma and note.lemma not in text:
            yield f"notes.md, line {note.at.line}: “{note.lemma}” is not in the new text"
    for one in old.citations:
        if one.quote not in text:
            yield f"citations.toml, line {one.at.line}: “{one.quote}” is not in the new text"
