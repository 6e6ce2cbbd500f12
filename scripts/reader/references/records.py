"""The record of a text in the bibliography: it must be there, and the text must not contradict it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.model import Reference, Source
from reader.model.problems import Problem, near
from reader.words.letters import letters


def check_record(source: Source, references: Mapping[str, Reference]) -> Iterator[Problem]:
    """Yield B04 where a text has no record, S10 where its title is not that of its record."""
    at, title = source.about.at, source.about.title
    record = references.get(source.slug)
    if record is None:
        message = f"references.bib has no “{source.slug}”"
        hint = f"{near(source.slug, references)}; a text’s folder has the name of its record"
        yield Problem(at.path, at.line, "B04", message, hint)
    elif title and letters(title) != letters(record.get("title")):
        message = f"the title is “{title}”, the record has “{record.get('title')}”"
        yield Problem(at.path, at.line, "S10", message, "leave it out here, or mend one of the two")
