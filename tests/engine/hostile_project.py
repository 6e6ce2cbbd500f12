"""A small project whose texts, title, notes and terms hold what breaks file formats."""

from __future__ import annotations

from pathlib import Path

from small_project import SmallProject, table

SLUG = "hostile-2020"
RAW = (
    "A standfirst with </script>, \"quotes\" & 'more'; a < b > c &amp; ]]> \ufffe\n\n"
    "First Heading: The *League* met in __init__ [here](javascript:alert(1)) and the Old\0\u202eGuard left "
    "\u202eit.\n\n"
    "The Guard came back to the Leaague of \U0001f600 Россия and ایران می\u200cخواهم, so they say. "
    "The end.\n\n"
    "1. no list <script>alert(2)</script> ``x`` {#p9} --8<-- 'a' \\\\ $x$ [@nobody] [^1] ↔ ~~no~~\n\n"
    "Brown, B. (1999): \x1b[31mThe <Leagues> & others.\x0c\n\n"
    "A secretword that only the last passage has.\n"
)
ABOUT = """\
language = "en"
layout = "line-per-paragraph"
sha256 = "{sha256}"

[rights] # of the text
statement = "Made for a test: <b>&amp; \\"all\\" rights."
publication = "full"

[[heading]]
line = 3
text = "First Heading:"

[[part]]
lines = "1"
kind = "standfirst"

[[part]]
lines = "9"
kind = "reference"

[[pause]]
before = 5
reason = "a pause"
"""
REFERENCES = """
@misc{hostile-2020,
  author = {O'Neil & <b>Sons</b>, "Anna"},
  title = {A </script> "title" & <b>tags</b> \\# *on*
    two lines},
  date = {2020},
}

@book{brown-1999,
  author = {Brown, Bo},
  title = {The <i>Leagues</i> & *others* </script>},
  publisher = {Press},
  date = {1999},
  url = {https://example.org/a_b?c=1&d=<2>},
}
"""
NOTES = """\
## p2 “League* met in”
kind: context

A *note* with \\<b>tags\\</b> & \\`code\\`, \\</script>, see [cf. <i> @brown-1999, p. 5] and [a link](https://example.org/x).

Its **second** paragraph, on p3 and [the *Guard*](/terms/guard/).

## p3 “Guard came back to the League of”
kind: sic

So in the text.
"""


def hostile_project(root: Path, publication: str = 'publication = "full"') -> SmallProject:
    """Return the project, accepted and built, its text published in full or as `publication` says."""
    project = SmallProject(root)
    project.write("references.bib", REFERENCES)
    guard = table(
        "term", "guard", id="guard", name='<b>"Old" Guard</b>', forms=["Guard"], kind="organisation"
    )
    league = table(
        "term", "league", id="league", name="League & Co", forms=["League", "League of"], kind="organisation"
    )
    project.write(
        "glossary.toml",
        guard
        + 'short = "</script>"\ndefinition = "A <guard> & *co*."\nreferences = ["brown-1999"]\n'
        + league
        + 'definition = "A league."\nsee = ["guard"]\n',
    )
    project.text(SLUG, RAW, ABOUT.replace('publication = "full"', publication))
    entries = [
        table(
            "correction",
            "nul",
            line=3,
            find="Old\0\u202eGuard left",
            replace="Old Guard left",
            reason="a NUL & <more>",
        ),
        table("correction", "crossing", line=5, find="Leaague", replace="League", reason="a letter twice"),
        table("sic", "crossing", line=5, find="of \U0001f600 Россия", reason="so"),
        table("supply", "supplied", before=7, kind="heading", text="[Supplied <Heading>]", reason="lost"),
    ]
    project.write(f"sources/{SLUG}/corrections.toml", "".join(entries))
    project.write(f"sources/{SLUG}/notes.md", NOTES)
    quote = table("citation", "brown", passage="p3", quote="so they say", key="brown-1999", locator="p. 7")
    project.write(f"sources/{SLUG}/citations.toml", quote)
    return project.accepted()
