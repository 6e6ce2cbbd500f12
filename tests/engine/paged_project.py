"""A project whose lists are divided among pages: its limits are set so low that a few texts are many."""

from __future__ import annotations

from pathlib import Path

from reader import pipeline
from reader.commands.docs import make_docs
from reader.making.make import Maker
from reader.model import Library
from reader.model.limits import Limits
from reader.project.load import load
from reader.site import build_site
from small_project import SmallProject
from tiny_site import tiny_site

LOW = Limits(
    sheet=300, uses=4, concordance=2_000, bibliography=10, part=1_500, places=3, map=30, feed=3, rows=2,
    front=1, strips=1, files=7,
)  # fmt: skip
TEXTS = 5
DATED = "The tide rose on 3 May {year}, and the tide fell. Ebb {at}."


def paged_project(folder: Path) -> SmallProject:
    """Return a project of some texts that use the same terms many times; its lists are on one page each."""
    project = tiny_site(folder)
    for at in range(TEXTS):
        slug = f"delta-{1990 + at}"
        paragraphs = [DATED.format(year=1900 + 7 * at + row, at=row) for row in range(4)]
        project.text(slug, "\n\n".join(paragraphs) + "\n", ABOUT, f"Delta {at}")
    for at in range(9):
        project.append("references.bib", RECORD.format(at=at, name="ABČDÉŁLжŽ"[at]))
    project.append("glossary.toml", TERMS)
    return project.accepted()


ABOUT = """\
language = "en"
layout = "line-per-paragraph"
sha256 = "{sha256}"

[rights]
statement = "Made for a test."
publication = "full"
"""
RECORD = """
@book{{work-{at},
  author = {{{name}doe, Jo}},
  title = {{The work {at}}},
  publisher = {{Press}},
  date = {{2000}},
}}
"""
TERMS = """
[[term]]
id = "tide"
name = "Tide"
forms = ["tide", "Ebb"]
kind = "place"
link = "passage"
definition = "The sea that comes and goes."
references = ["work-0", "work-1"]

[[term]]
id = "by"
name = "Żdalej"
forms = ["fell"]
kind = "person"
definition = "A name that is a part of addresses, too."

[[term]]
id = "may"
name = "łodz"
forms = ["May"]
kind = "person"
definition = "Another."

[[term]]
id = "rose"
name = "Lodz"
forms = ["rose"]
kind = "person"
definition = "A third."
"""


def write_paged(project: SmallProject, limits: Limits = LOW) -> Library:
    """Accept the addresses of a project with such limits, write its pages, and return what was read."""
    loaded, _problems = load(project.root)
    lines, _new, problems = pipeline.registered(loaded, {}, limits)
    assert problems == []
    project.write("addresses.lock", lines)
    library = pipeline.read(project.root, limits)
    assert library.published.unrecorded == ()
    make_docs(project.root, Maker(library))
    return library


def paged_site(project: SmallProject) -> Library:
    """Make the site of a project with low limits; the check of all links is a part of that."""
    library = write_paged(project)
    _changed, pages = make_docs(project.root, Maker(library))
    build_site(project.root, Maker(library), pages)
    return library
