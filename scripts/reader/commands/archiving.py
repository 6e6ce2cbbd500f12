"""The verb `archive`: the site, made anew, packed for a deposit."""

from __future__ import annotations

import argparse

from reader import pipeline
from reader.commands.docs import refuse_unrecorded, write_docs
from reader.commands.holding import held
from reader.commands.making import maker, workers
from reader.site import build_site, warc
from reader.site.bag import archive as packed


def archive(options: argparse.Namespace) -> int:
    """Build the site and pack it with a manifest; say where, and whether its edition has no day."""
    with held(options, "archive"):
        library = pipeline.read(options.root)
        refuse_unrecorded(library)
        made_by = maker(options, library, workers(options))
        _changes, pages = write_docs(options.root, made_by)
        build_site(options.root, made_by, pages)
        made = packed(options.root, library)
        web = made.with_suffix(".warc.gz")
        replayed = warc.archive(web, options.root / "site", library)
    if library.edition not in library.releases:
        print(f"edition {library.edition} has no day yet: [[tool.reader.release]] in pyproject.toml says it")
    if replayed:
        print(f"archive: {web}, the same as archives of the web keep it (WARC 1.1)")
    print(f"archive: {made}, a bag (BagIt 1.0) of the site of edition {library.edition}")
    return 0
