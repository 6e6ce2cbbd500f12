"""L: links and pages of the site."""

from __future__ import annotations

from reader.model.problem_codes.shape import Code, Example, Group

PATH = "docs/lamps.md"
ROW = "CONTRIBUTING.md, at “a page of your own”"

GROUP = Group(
    "L",
    "the built site and its links",
    (
        Code(
            id="L01",
            title="a link of the built site leads nowhere",
            meaning="""
            When the site is built, every link within it is followed: the page must be there, and on it the
            place after `#`. The problem names the built page, in `site/`; mend the page of `docs/` from which
            it is made. The site that was there before stays as it was.

            If the page is a generated one, the link stands in a source: in a note, a definition, or a
            remark.
            """,
            documented=ROW,
            found_by="site",
            examples=(
                Example(
                    path=PATH,
                    given="The text “marsh-1931” has three passages, p1 to p3.",
                    wrong="""
                    <a href="../texts/marsh-1931/#p33">the end of the lamp</a>
                    """,
                    right="""
                    <a href="../texts/marsh-1931/#p3">the end of the lamp</a>
                    """,
                ),
            ),
        ),
        Code(
            id="L02",
            title="MkDocs warns of something",
            meaning="""
            MkDocs, the program that turns `docs/` into pages, has given a warning or an error, and its words
            are the message. Warnings stop a build, since what MkDocs warns of is a fault on a page. Most
            often a link in Markdown names a file that is not there, or a setting of `mkdocs.yml` is wrong.

            In Markdown, link to the file in `docs/`, with its ending `.md`, and from the folder of the page
            that you are writing.
            """,
            documented=ROW,
            found_by="site",
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    Who tended [the lamp](text/marsh-1931.md)?
                    """,
                    right="""
                    Who tended [the lamp](texts/marsh-1931.md)?
                    """,
                ),
            ),
        ),
        Code(
            id="L03",
            title="MkDocs cannot make the pages",
            meaning="""
            MkDocs, an extension of it or a template of `overrides/` has stopped with an error, whose name and
            words are the message. The file that is named is the template or page at which it stopped, or
            `mkdocs.yml`. The site that was there before stays as it was.

            `annotated-reader site --debug` shows the trace.
            """,
            documented=ROW,
            found_by="site",
            examples=(
                Example(
                    path="overrides/text.html",
                    given="A block of the template is opened and never closed.",
                    wrong="""
                    {% extends "base.html" %}{% block content %}
                    """,
                    right="""
                    {% extends "base.html" %}
                    """,
                ),
            ),
        ),
        Code(
            id="L04",
            title="a script stands on a page",
            meaning="""
            The pages tell the browser to run scripts from files of the site alone, so that words of a text
            can never act as a program. A script that is written into a page would therefore not run, and may
            have come in with words that somebody pasted.

            Put a script of your own into a file below `docs/`, and its name into `extra_javascript` of
            `mkdocs.yml`. If you did not write it, find where it came from, and remove it there.
            """,
            documented=ROW,
            found_by="site",
            examples=(
                Example(
                    path=PATH,
                    wrong="""
                    <script>document.title = "Lamps"</script>
                    """,
                    right="",
                ),
            ),
        ),
        Code(
            id="L05",
            title="a record cannot be read back from the bibliography that the site gives away",
            meaning="""
            The site offers the whole bibliography as a file of BibTeX. When the site is built, that file is
            read by another program than the one that wrote it, and every record must be found under its key.
            """,
            documented="CONTRIBUTING.md, at “a reference”",
            found_by="site",
            arises="A record holds a sign that ends it too early: a brace or an `@` without a partner.",
            mend="Look for it in the fields of the record that is named, and of the one before it.",
        ),
    ),
)
