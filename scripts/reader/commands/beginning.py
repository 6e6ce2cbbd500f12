"""The verb `init`: a new edition that builds at once, with a sample text that shows how things are done."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader import pipeline
from reader.anchors import ledger, proposal, register
from reader.commands.docs import make_docs
from reader.commands.holding import held
from reader.failures import usage
from reader.making.make import Maker
from reader.model.problems import ProblemsFound
from reader.project import mkdocs_yml, output, starter
from reader.project.catalogues import offered
from reader.project.load import load
from reader.words.speech import ENGLISH

NAMES = {"en": "An Annotated Reader", "ru": "Комментированное собрание", "fa": "مجموعهٔ متون با یادداشت"}
STEPS = """\
{folder} is an edition with one sample text, which shows a cut, a heading, a correction, a citation, a note,
a term and a theme. Next:
  cd {folder}
  make serve
  make new TEXT=name-year FILE=path-of-your-first-text
README.md there says the rest, and what to type where there is no make.
"""


def init(options: argparse.Namespace) -> int:
    """Write a new edition into a folder, give its addresses, make its pages, and say what comes next."""
    folder: Path = options.folder
    if not starter.is_free(folder):
        return usage(f"“{folder}” is not empty", "name a folder that is not there yet")
    language = _said(options.language, f"In which language will it speak ({', '.join(offered())})?", ENGLISH)
    if language not in offered():
        return usage(f"the engine does not speak “{language}”", f"choose {', '.join(offered())}")
    name = _said(options.name, "What is the edition called?", NAMES[language])
    url = _said(options.url, "At what address will it stand? (may be left open)", "")
    if url and mkdocs_yml.settings(f"site_name: x\nsite_url: {url}\n")[1]:
        return usage(f"“{url}” is no address", "write it like https://reader.example/")
    starter.write(folder, name, url, language, _program())
    options.root = folder
    with held(options, "init"):
        _accept(folder)
        make_docs(folder, Maker(pipeline.read(folder)))
    trouble = starter.begin_history(folder)
    if trouble:
        print(f"git does not keep it yet: {trouble}")
    print(STEPS.format(folder=folder), end="")
    return 0


def _said(given: str | None, question: str, otherwise: str) -> str:
    """What was given as a flag; else what is answered, where somebody can be asked."""
    if given is None and sys.stdin.isatty():
        given = input(f"{question} [{otherwise}] " if otherwise else f"{question} ").strip()
    return given or otherwise


def _program() -> str:
    """How make is to run the command line on this machine."""
    return f'"{sys.executable}" "{Path(sys.argv[0]).absolute()}"'


def _accept(folder: Path) -> None:
    """Record the addresses of the sample, as `accept` does."""
    project, problems = load(folder)
    ledgers: dict[str, tuple[str, str]] = {}
    for source in project.sources:
        anchored, _unaccepted = proposal.anchor(source, project.edition)
        if anchored:
            ledgers[source.file("anchors.lock")] = "", ledger.write(source.slug, anchored.ledger)
    lines, _new, found = pipeline.registered(project, {path: text for path, (_, text) in ledgers.items()})
    if problems := [*problems, *found]:
        raise ProblemsFound(problems)
    output.write_ledgers(folder, {**ledgers, register.PATH: ("", lines)})
