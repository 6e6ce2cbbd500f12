"""The verb `accept`: what becomes of the passages of a changed text is shown, asked and recorded."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

from reader import pipeline
from reader.anchors import ledger, proposal, register
from reader.anchors.answers import NONE, Asked, refusals
from reader.anchors.evidence import explain
from reader.anchors.matching import Doubt, Proposal
from reader.anchors.questions import question
from reader.commands.holding import held
from reader.failures import usage
from reader.model import Source
from reader.model.problems import Problem, ProblemsFound, near
from reader.project import output
from reader.project.load import Project, load

FORM = "write accept SLUG --as OLD=NEW, or --as OLD= where it is none of them"
PROMPT = "  the number of the one that it is, 0 for none of them, s to stop: "
Answers = Mapping[str, str]
Ledgers = dict[str, tuple[str, str]]  # as they were read, and as they are to be, by their paths


class Stopped(Exception):
    """Raised when the person who is asked wants to stop."""


def accept(options: argparse.Namespace) -> int:
    """Write the ledgers of changed texts, after showing what that means; or only explain an anchor."""
    with held(options, "accept"):
        return _accept(options)


def _accept(options: argparse.Namespace) -> int:
    project, problems = load(options.root)
    sources = {source.slug: source for source in project.sources}
    if options.slug not in (None, *sources):
        return usage(f"there is no text “{options.slug}”", near(options.slug, sources))
    chosen = [source for source in project.sources if options.slug in (None, source.slug)]
    pairs = [(old, name) for old, mark, name in (one.partition("=") for one in options.decided) if mark]
    if len(pairs) < len(options.decided) or (pairs and not options.slug):
        return usage("--as decides on the passages of one text", FORM)
    refused = _refused(chosen[0], project, pairs) if pairs else []
    for wrong, hint in refused:
        usage(wrong, hint)
    if refused:
        return 2
    if options.explain:
        return _explain(options.explain, chosen, project, dict(pairs))
    asks = sys.stdin.isatty() and not options.yes
    ledgers: Ledgers = {}
    try:
        for source in chosen:
            problems += _settle(source, project.edition, dict(pairs), ledgers, asks=asks)
    except Stopped:
        print("nothing was written")
        return 1
    lines, new, found = pipeline.registered(project, {path: text for path, (_read, text) in ledgers.items()})
    if problems := [*problems, *found]:
        raise ProblemsFound(problems)
    if new:
        print(f"new addresses: {register.listed(new)}")
        ledgers[register.PATH] = project.register, lines
    return _record(options, ledgers)


def _refused(source: Source, project: Project, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is wrong with the answers that were given; of a text that is broken, that is told first."""
    anchored, _problems = proposal.anchor(source, project.edition)
    return refusals(source.slug, anchored.asked, pairs) if anchored and anchored.ledger_is_sound else []


def _settle(
    source: Source, edition: str, answers: dict[str, str], ledgers: Ledgers, *, asks: bool
) -> list[Problem]:
    """Show what becomes of one text, ask what nobody else can tell, and return what stands in the way."""
    anchored, problems = proposal.anchor(source, edition, answers)
    while asks and anchored and anchored.ledger_is_sound and anchored.proposal.doubts:
        doubt = anchored.proposal.doubts[0]
        answers[doubt.id] = _answer(anchored.asked, anchored.proposal, doubt)
        anchored, problems = proposal.anchor(source, edition, answers)
    if not anchored or not anchored.ledger_is_sound:
        return problems
    path, text = source.file("anchors.lock"), ledger.write(source.slug, anchored.ledger)
    if anchored.changes:
        print(proposal.table(anchored))
        ledgers[path] = source.ledger, text
    elif source.ledger and not ledger.is_current(source.ledger):
        print(f"{source.slug}: no change, but the ledger is to be written in the format of this version")
        ledgers[path] = source.ledger, text
    for doubt in anchored.proposal.doubts:
        print("\n".join(question(anchored.asked, anchored.proposal, doubt)))
    return [*problems, *proposal.doubtful(anchored)]


def _answer(asked: Asked, proposed: Proposal, doubt: Doubt) -> str:
    """Ask until there is an answer: a name of the new text, or nothing for none of them."""
    print("\n".join(question(asked, proposed, doubt)))
    names = [NONE, *(asked.name(id_, proposed) for id_ in doubt.candidates)]
    while True:
        try:
            said = input(PROMPT).strip().lower()
        except EOFError:
            raise Stopped from None
        if said in ("s", "stop"):
            raise Stopped
        if said.isascii() and said.isdigit() and int(said[:6]) < len(names):
            return names[int(said)]


def _explain(id_: str, sources: Sequence[Source], project: Project, answers: Answers) -> int:
    """Print why an anchor goes on as it does, or does not, in each of the texts that have it."""
    told = False
    for source in sources:
        anchored, problems = proposal.anchor(source, project.edition, answers)
        if anchored is None or not anchored.ledger_is_sound:
            raise ProblemsFound(problems)
        asked, proposed = anchored.asked, anchored.proposal
        known = {line.id for line in asked.ledger}
        at = id_ if id_ in known or id_ not in asked.names else proposed.ids[asked.names.index(id_)]
        for number, sentence in enumerate(explain(at, asked.ledger, asked.wordings, proposed)):
            print(f"  {sentence}" if number else f"{source.slug} {id_}: {sentence}")
            told = True
    return 0 if told else usage(f"there is no “{id_}” to explain", "accept alone lists what has changed")


def _record(options: argparse.Namespace, ledgers: Ledgers) -> int:
    """Write the ledgers if the editor agrees, who must be there to be asked or have said so before."""
    if not ledgers:
        print("nothing to accept")
        return 0
    if not options.yes:
        if not sys.stdin.isatty():
            return usage("nothing was written, since nobody can be asked here", "say accept --yes")
        print("To refuse what is proposed for one passage, say n, and then accept SLUG --as OLD=")
        if input("Record this? [y/N] ").strip().lower() != "y":
            print("nothing was written")
            return 1
    for path in output.write_ledgers(options.root, ledgers):
        print(f"{path} written")
    return 0
