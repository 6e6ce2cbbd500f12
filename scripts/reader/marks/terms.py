"""Find every use of every term in a passage.

Longest form first; a match stands alone (`words/alone.py`), never in a heading. Forms are taken as they are
written, with any apostrophe and hyphen (`words/writings.py`): there is no stemming.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from reader.model import Mark, Page, Passage, Term, Unlinked
from reader.model.generated import DEVICES
from reader.model.problems import Problem, near, unknown_keys
from reader.words.alone import never_found, stands_alone
from reader.words.languages import unfit
from reader.words.writings import Unified, unified

CITED = re.compile(r"\[[^\[\]]*@([^\s,;\[\]]+)[^\[\]]*\]")  # as in a note
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = frozenset({"index", "names"})  # pages of docs/terms/ that are no terms
SILENT = frozenset({"heading"})
LINKS = frozenset({"citation", "link"})  # no link may stand in another


class Glossary:
    """The terms with an automaton of their forms; made once for all texts."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = {term.id: term for term in terms}
        self.forms = [(form, term.id) for term in terms for form in term.forms if form.strip()]
        self._automaton = AhoCorasick([unified(form) for form, _id in self.forms])

    def given(self) -> str:
        """Return all that the uses of terms depend on, as one line of text."""
        rows = [
            (one.id, one.forms, one.link, [(at.text, str(at.passage), at.form) for at in one.unlinked])
            for one in self.terms.values()
        ]
        return repr(rows)

    def uses(self, slug: str, passages: Iterable[Passage]) -> list[Passage]:
        """Return the passages of a text with a mark for each use of a term.

        A use is linked as the term's policy says, unless it touches a citation or a link of the source; all
        uses are counted.
        """
        linked_in_text: set[str] = set()
        marked: list[Passage] = []
        for passage in passages:
            linked_here: set[str] = set()
            marks: list[Mark] = []
            for start, end, form, id_ in self._matches(passage):
                term = self.terms[id_]
                if any(_applies(one, slug, passage, form) for one in term.unlinked):
                    continue
                free = not any(
                    mark.kind in LINKS and mark.start < end and start < mark.end for mark in passage.marks
                )
                seen = {"passage": linked_here, "page": linked_in_text, "index": {id_}}[term.link]
                linked = free and id_ not in seen
                if linked:
                    linked_here.add(id_)
                    linked_in_text.add(id_)
                marks.append(Mark(start, end, "term", id_, linked))
            marked.append(passage.with_marks(marks))
        return marked

    def _matches(self, passage: Passage) -> Iterator[tuple[int, int, str, str]]:
        """Uses in the order of the text: of those that overlap, the longest."""
        if passage.kind in SILENT:
            return
        text = passage.text
        alone = [
            match for match in self._found(text) if stands_alone(text, match[0], match[1], passage.language)
        ]
        alone.sort(key=lambda match: (match[0] - match[1], match[0]))
        taken = bytearray(len(text))
        chosen: list[tuple[int, int, str, str]] = []
        for start, end, index in alone:
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                chosen.append((start, end, *self.forms[index]))
        yield from sorted(chosen)

    def _found(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Where forms stand in a text, in whole characters of it, and which they are."""
        folded = Unified.of(text)
        for index, first, last in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            start, end = folded.place(first), folded.place(last)
            if start is not None and end is not None:
                yield start, end, index


def check_terms(terms: Sequence[Term], references: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with the glossary by itself: ids, forms, see-alsos and references."""
    known = set(references)
    ids: dict[str, Term] = {}
    forms: dict[str, Term] = {}
    for term in terms:
        at = term.at
        if term.id in ids:
            yield Problem(
                at.path, at.line, "G02", f"“{term.id}” is a term already", f"line {ids[term.id].at.line}"
            )
        ids.setdefault(term.id, term)
        if not ID.fullmatch(term.id) or term.id in RESERVED | DEVICES:
            hint = "lower-case letters, digits and hyphens, and not “index” or “names”"
            if term.id in DEVICES:
                hint = f"Windows can make no file of this name; call it “{term.id}-term”"
            yield Problem(at.path, at.line, "G06", f"“{term.id}” is no id for a term", hint)
        if mended := unfit(term.language):
            yield Problem(at.path, at.line, "S15", f"“{term.language}” is no tag of a language", mended)
        yield from _check_forms(term, forms)
    for term in terms:
        for id_ in term.see:
            if id_ not in ids:
                yield Problem(
                    term.at.path, term.at.line, "G05", f"“{term.id}” says see “{id_}”", near(id_, ids)
                )
            elif id_ == term.id:
                yield Problem(term.at.path, term.at.line, "G05", f"“{id_}” says see “{id_}”", "leave it out")
        yield from _check_words(term)
        for since in term.since:
            yield from unknown_keys(since.references, since.at.path, since.at.line, known)
        yield from unknown_keys(term.references, term.at.path, term.at.line, known)


def _check_words(term: Term) -> Iterator[Problem]:
    """Yield the citations in words that are shown as they stand."""
    for at, words in [(term.at, term.definition), *((one.at, one.text) for one in term.since)]:
        if found := CITED.search(words):
            message = f"“{found[0]}” of “{term.id}” would be shown as it stands"
            hint = f'take it out, and write references = ["{found[1]}"]'
            yield Problem(at.path, at.line, "G08", message, hint)


def _check_forms(term: Term, claimed: dict[str, Term]) -> Iterator[Problem]:
    """Yield the forms that another term has, or that no text can have; `claimed` are those of all before."""
    at = term.at
    for form in term.forms:
        other = claimed.setdefault(unified(form), term)
        if not form.strip():
            yield Problem(at.path, at.line, "G06", f"“{term.id}” has an empty form", "leave it out")
        elif hint := never_found(form):
            message = f"the form “{form}” can never be found in a text"
            yield Problem(at.path, at.line, "G07", message, hint)
        elif other is not term or term.forms.count(form) > 1:
            message = f"the form “{form}” belongs to “{other.id}” already"
            hint = f"line {other.at.line}; let one of the two have it"
            yield Problem(at.path, at.line, "G01", message, hint)


def check_uses(terms: Sequence[Term], pages: Sequence[Page]) -> Iterator[Problem]:
    """Yield the terms that no text uses and the exceptions that nothing uses."""
    texts = {page.slug: page.passages for page in pages}
    used = {mark.target for passages in texts.values() for one in passages for mark in one.marked("term")}
    claims = Counter(form for term in terms for form in {unified(form) for form in term.forms})
    for term in terms:
        contested = any(
            claims[unified(form)] > 1 for form in term.forms
        )  # its uses may have gone to the other term
        if term.id not in used and not term.background and not contested:
            hint = "mend its forms, or say background = true"
            yield Problem(term.at.path, term.at.line, "G03", f"no text uses “{term.id}”", hint)
        own = {unified(form) for form in term.forms}
        for one in term.unlinked:
            found = [
                passage
                for passage in texts.get(one.text, ())
                if passage.id == one.passage
                and unified(one.form) in own
                and unified(one.form) in unified(passage.text)
            ]
            if not found:
                message = f"“{one.form}” is no form of “{term.id}” in {one.text}#{one.passage}"
                yield Problem(one.at.path, one.at.line, "G04", message, "drop the exception")


def _applies(one: Unlinked, slug: str, passage: Passage, form: str) -> bool:
    return (one.text, one.passage, unified(one.form)) == (slug, passage.id, unified(form))
