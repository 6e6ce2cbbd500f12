"""Replay a history: accept revision after revision, answer what is asked, and judge every step."""

from __future__ import annotations

import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.anchors.matching import Proposal, Wording, propose
from reader.anchors.update import record, retired
from reader.model import Retired
from reader.model.ledger import Line
from replay.judge import FEW, FEW_CHARACTERS, UNSPACED, alike, held, is_other, pairs_held, words


@dataclass(frozen=True)
class History:
    """The successive revisions of a document; a revision is its wordings in their order."""

    name: str
    language: str
    revisions: list[list[Wording]]


@dataclass(frozen=True)
class Finding:
    """Something that the judge has found, for a person to read."""

    what: str
    step: str
    id: str
    old: str
    new: str
    figure: float = 0


@dataclass
class Tally:
    """What became of the anchors, counted, and the findings."""

    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    seconds: float = 0

    def add(self, finding: Finding) -> None:
        """Count a finding and keep it."""
        self.counts[finding.what] += 1
        self.findings.append(finding)


def load(path: Path) -> History:
    """Read a history from its file."""
    data = json.loads(gzip.decompress(path.read_bytes()))
    revisions = [
        [
            Wording("s" if kind == "h" else "p", " ".join(text.split()))
            for kind, text in revision
            if text.strip()
        ]
        for revision in data["revisions"]
    ]
    return History(data["name"], data["language"], revisions)


def replay(history: History, every: int = 1) -> Tally:
    """Accept every revision, or every fifth, and judge what the ledger says after each."""
    tally = Tally()
    ledger: list[Line] = []
    for number in range(0, len(history.revisions), every):
        texts = history.revisions[number]
        step = f"{history.name}/{every}:{number}"
        begun = time.process_time()
        proposal = _answered(ledger, texts, step, tally)
        new, _changes = record(ledger, texts, proposal, str(number))
        tally.seconds += time.process_time() - begun
        if number:
            _judge_ids(ledger, new, step, tally)
        for finding in _false_landings(ledger, new, step):
            tally.add(finding)
        ledger = new
    tally.counts["landings"] = sum(one.kept_words for one in retired(ledger))
    return tally


def _answered(ledger: Sequence[Line], texts: Sequence[Wording], step: str, tally: Tally) -> Proposal:
    """Answer every question as somebody would who sees the wordings: the likest, or none."""
    fixed: dict[int, str] = {}
    seen: set[str] = set()
    while True:
        proposal = propose(ledger, texts, fixed)
        doubts = [doubt for doubt in proposal.doubts if doubt.id not in seen]
        if not doubts:
            return proposal
        doubt = doubts[0]
        seen.add(doubt.id)
        places = [proposal.ids.index(id_) for id_ in doubt.candidates]
        scores = sorted(((alike(doubt.wording, texts[place].text), -place) for place in places), reverse=True)
        best = -scores[0][1]
        offered = " | ".join(texts[place].text for place in places)
        tally.add(Finding("question", step, doubt.id, doubt.wording, offered, scores[0][0]))
        if not is_other(doubt.wording, texts[best].text) and best not in fixed:
            fixed[best] = doubt.id


def _judge_ids(old: Sequence[Line], new: Sequence[Line], step: str, tally: Tally) -> None:
    before = {line.id: line for line in old if line.is_main}
    after = {line.id: line for line in new if line.is_main}
    fresh = [line for line in new if line.state == "live" and line.id not in before]
    changed = [
        line
        for line in new
        if line.state == "live" and (line.id not in before or before[line.id].wording != line.wording)
    ]
    for id_, line in before.items():
        if line.state != "live":
            continue
        now = after[id_]
        if now.state == "retired":
            tally.counts["retired"] += 1
            best = max(fresh, key=lambda one: (held(line.wording, one.wording), one.id), default=None)
            if best and held(line.wording, best.wording) >= 0.6:
                share = alike(line.wording, best.wording)
                what = "needless death" if _counts(line.wording, best.wording) else "(short death)"
                tally.add(Finding(what, step, f"{id_}/{best.id}", line.wording, best.wording, share))
        elif now.fingerprint == line.fingerprint:
            tally.counts["unchanged"] += 1
        else:
            tally.counts["reworded"] += 1
            figure = alike(line.wording, now.wording)
            if is_other(line.wording, now.wording):
                tally.add(Finding("wrong id", step, id_, line.wording, now.wording, figure))
                continue
            others = [one for one in changed if one.id != id_]
            best = max(others, key=lambda one: (alike(line.wording, one.wording), one.id), default=None)
            if best and alike(line.wording, best.wording) > figure + 0.15:
                finding = Finding("better elsewhere", step, f"{id_}/{best.id}", line.wording, "", figure)
                tally.add(
                    Finding(
                        finding.what,
                        step,
                        finding.id,
                        line.wording,
                        f"{now.wording} ELSEWHERE {best.wording}",
                        figure,
                    )
                )
            elif figure < 0.5 and max(held(line.wording, now.wording), held(now.wording, line.wording)) < 0.7:
                tally.add(Finding("(doubtful)", step, id_, line.wording, now.wording, figure))


def _counts(old: str, new: str) -> bool:
    """Whether the words of a retired passage are more than a few that any long passage holds."""
    few = FEW_CHARACTERS if UNSPACED.search(old) else FEW
    return len(words(old)) >= 2 * few or len(words(new)) <= 3 * len(words(old))


def _false_landings(old: Sequence[Line], new: Sequence[Line], step: str) -> Iterator[Finding]:
    """Claims that are untrue of the new ledger and were not untrue of the old."""
    known = {(one.id, one.lands) for one in _untrue(old)}
    for one in _untrue(new):
        if (one.id, one.lands) not in known:
            texts = {line.id: line.wording for line in new if line.state == "live"}
            there = texts.get(str(one.lands), "")
            yield Finding(
                "false landing",
                step,
                f"{one.id}/{one.lands}",
                one.wording,
                there,
                pairs_held(one.wording, there),
            )


def _untrue(ledger: Sequence[Line]) -> list[Retired]:
    texts = {line.id: line.wording for line in ledger if line.state == "live"}
    return [
        one
        for one in retired(ledger)
        if one.kept_words and pairs_held(one.wording, texts.get(str(one.lands), "")) < 0.5
    ]
