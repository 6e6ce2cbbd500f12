"""Thousands of terms: the automaton finds what a simple model finds, form by form."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.marks.terms import Glossary
from reader.model import Anchor, At, Passage, Term

WORDS = st.sampled_from(["ab", "abc", "b", "Bc", "c d", "é", "Ωμ", "ab-c", "3+3", "日本"])
FORMS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=12, unique=True)
TEXTS = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", "  ", "-", ", ", "; ", "(", "", "x"])), min_size=1, max_size=14
).map(lambda pairs: "".join(word + between for word, between in pairs))


def by_hand(text: str, forms: list[str]) -> list[tuple[int, int, str]]:
    """Where forms stand by themselves: the longest first, and of those the first in the text."""
    found = [
        (match.start(), match.start() + len(form), form)
        for form in forms
        for match in re.finditer(rf"(?=(?<!\w){re.escape(form)}(?!\w))", text)
        if "+" not in form
        or "+" not in text[max(0, match.start() - 1) : match.start() + len(form) + 1].replace(form, "", 1)
    ]
    chosen: list[tuple[int, int, str]] = []
    for one in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        if all(one[1] <= start or end <= one[0] for start, end, _form in chosen):
            chosen.append(one)
    return sorted(chosen)


@given(FORMS, TEXTS)
def test_the_automaton_finds_what_a_search_form_by_form_finds(forms: list[str], text: str) -> None:
    """Chinese is left to the dictionary of its words, which decides where one ends."""
    forms = [form for form in forms if "日" not in form]
    terms = [
        Term(id=f"t{at}", name=form, forms=(form,), kind="concept", definition="A.", at=At("g", 1))
        for at, form in enumerate(forms)
    ]
    passage = Passage(Anchor.of("p1"), "paragraph", text, "0", (1, 1), 0, after_pause=False)
    (marked,) = Glossary(terms).uses("text", [passage])
    ids = {f"t{at}": form for at, form in enumerate(forms)}
    assert [(one.start, one.end, ids[one.target]) for one in marked.marks] == by_hand(text, forms)


def test_five_thousand_terms_are_told_apart() -> None:
    """Each of its words is found under its own term, however many there are."""
    terms = [
        Term(
            id=f"t{at}", name=f"n{at}", forms=(f"form {at}",), kind="concept", definition="A.", at=At("g", 1)
        )
        for at in range(5_000)
    ]
    text = " ".join(f"form {at * 7} and" for at in range(900))
    passage = Passage(Anchor.of("p1"), "paragraph", text, "0", (1, 1), 0, after_pause=False)
    (marked,) = Glossary(terms).uses("text", [passage])
    assert [one.target for one in marked.marks] == [f"t{at * 7}" for at in range(900) if at * 7 < 5_000]
