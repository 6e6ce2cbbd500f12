"""Serve the site on the loopback address and publish it again when a file changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from reader.model.problems import ProblemsFound

WATCHED = ("sources", "docs", "overrides", "glossary.toml", "references.bib", "mkdocs.yml")


def serve_site(root: Path, port: int, publish: Callable[[], object]) -> None:
    """Serve `site/` at `http://127.0.0.1:port/` until interrupted; a broken change leaves it as it was."""

    def again() -> None:
        try:
            publish()
        except ProblemsFound as found:
            for problem in found.problems:
                print(problem, file=sys.stderr)

    publish()
    server = LiveReloadServer(again, "127.0.0.1", port, str((root / "site").resolve()))
    for name in WATCHED:
        if (root / name).exists():
            server.watch(str((root / name).resolve()))
    print(f"the site is at http://127.0.0.1:{port}/ and follows your changes; stop with Ctrl-C")
    try:
        server.serve(open_in_browser=False)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print()
    finally:
        server.shutdown()
