"""`site` and `serve`: docs/ and everything else made into the site, and the site at a local address."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from reader import pipeline
from reader.commands.docs import desk_docs, refuse_unrecorded, write_docs
from reader.commands.going_on import Made, gathered
from reader.commands.holding import held
from reader.commands.making import maker, workers
from reader.failures import told, typed, usage
from reader.model import Library
from reader.project import chromium, output, stamp
from reader.project.journal import Change
from reader.site import build_site, elsewhere, engine
from reader.site.job import Publisher
from reader.site.serve import NoPort, serve_site


def site(options: argparse.Namespace) -> int:
    """Build docs/ and publish everything into site/; with `--pdf`, a PDF of each text as well.

    docs/ is what may be published, and so is the site with `--public`; else it shows what rights withhold.
    """
    asked, keep_going = getattr(options, "pdf", None), getattr(options, "keep_going", False)  # not by `serve`
    program = chromium.find(asked) if asked is not None else ""
    if asked is not None and not program:
        name = f"“{asked}” is no program" if asked else "no Chromium is installed"
        return usage(f"{name}: nothing can be printed", "name one: site --pdf /usr/bin/chromium")
    wanted = getattr(options, "publisher", "mkdocs")
    publisher = elsewhere.found(wanted, options.root) if wanted != "mkdocs" else None
    if wanted != "mkdocs" and not publisher:
        place = f".venv-{wanted}"
        hint = f"python3 -m venv {place}, then {place}/bin/pip install {wanted}"
        return usage(f"{wanted} is not in {place}", hint)
    how = "public" if options.public else "at the desk"
    alone = asked is None and not publisher and not keep_going
    with held(options, "site"):
        found = stamp.survey(options.root)
        if alone and (lines := stamp.site_stands(options.root, found, how)):
            print("nothing has changed since the site was made", *lines, sep="\n")
            return 0
        made, changes, pages = _made(options, program, publisher, keep_going=keep_going)
        lines = list(_told(made.library, pages, options))
        if alone and engine.rests_on_its_files(options.root):
            stamp.keep_site(options.root, found, changes, how, lines)
    print("\n".join(lines))
    made.tell()
    return 0


def _made(
    options: argparse.Namespace, program: str, publisher: Publisher | None, *, keep_going: bool
) -> tuple[Made, list[Change], int]:
    """Write docs/ and the site; return what they were made of, what has changed in docs/, and the pages."""
    at_work = workers(options)
    made = gathered(options.root, at_work, keep_going=keep_going)
    if options.public:
        refuse_unrecorded(made.library)
    made_by = maker(options, made.library, at_work)
    changes, generated = write_docs(options.root, made_by)
    if made.library.withholding and not options.public:
        desk = maker(options, pipeline.made_of(*made.loaded, desk=True, workers=at_work), at_work)
        with output.desk_docs(options.root, desk_docs(desk)) as shown:
            pages = build_site(options.root, desk, shown, program, desk=shown.folder, publisher=publisher)
    else:
        pages = build_site(options.root, made_by, generated, program, publisher=publisher)
    at_work.summed_up(len(made.library.pages))
    return made, changes, pages


def _told(library: Library, pages: int, options: argparse.Namespace) -> Iterator[str]:
    """What there is to say of a site."""
    if library.withholding and not options.public:
        texts = ", ".join(library.withholding)
        yield typed(f"for work at the desk: it shows all of {texts}; annotated-reader site --public does not")
    if library.site_url == "/":
        yield (
            "mkdocs.yml has no site_url yet: links in citations begin with /, and there is no feed of changes"
        )
    yield typed(f"site: {pages} pages in {options.root / 'site'}; look at them with: annotated-reader serve")


def serve(options: argparse.Namespace) -> int:
    """Publish, serve on the loopback address, and publish again when a file changes."""
    try:
        return serve_site(options.root, options.port, lambda: _published(options))
    except NoPort as error:
        return usage(str(error), "")


def _published(options: argparse.Namespace) -> tuple[int, str]:
    """Make the site; return the exit code, and what was told of a failure."""
    heard: list[str] = []
    code = told(lambda: site(options), options.root, debug=options.debug, heard=heard.append)
    return code, "\n".join(heard)
