"""Whatever is proposed for whatever is taken in, the laws hold: nothing is lost, no word is changed."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from hostile import raw_texts, texts
from reader.intake import writing_down
from reader.intake.sheet import Row, Sheet, plain
from reader.intake.source import source
from reader.model import CorrectionsFile, SourceFile
from reader.project import bibtex
from reader.project.tables import parse
from reader.taking_in.take import Taken, taken
from reader.words.edits import undo
from reader.words.letters import letters

PROSE = (
    "The committee met again in March, and nobody spoke of the treaty.",
    "it was, as one of them said, a long spring for all who lived near the bor-",
    "der of the two states. A decision was put off until the autumn,",
    "Share this article",
    "Subscribe to our newsletter",
    "Journal of Small Things, Vol. 3, No. 1 12",
    "BACKGROUND: Nobody knew then what would come of it, as the minutes show.",
    "“We are not done,” said the chair; “we have hardly begun to talk of it.”",
    "1. Introduction",
    "By Ann Author",
    "12 March 2021",
    "* an item of a list",
    "Iran-",
    "Russia has said so often that nobody listens any more to what is said.",
    "\f",
    "",
    "  ",
)


@st.composite
def messy(draw: st.DrawFn) -> str:
    """Return a text of lines as they come in: prose, furniture, page turns, and hostile lines among them."""
    lines = draw(st.lists(st.one_of(st.sampled_from(PROSE), texts(6)), min_size=1, max_size=40))
    return draw(st.sampled_from(["\n", "\n", "\n\n", "\r\n"])).join(lines)


def took(text: str) -> Taken | None:
    """Return what becomes of a text, None where it has no words and is refused before."""
    if not any(map(str.isalnum, text)):
        return None
    data = text.encode()
    return taken(data, plain(text))


@given(st.one_of(messy(), raw_texts()))
@example("a-\n\u00adb\nc")
@example("one two three-\n\n\fVol. 1 2\nfour five, six\nseven")
def test_nothing_is_lost_and_no_word_is_changed(text: str) -> None:
    """The proposal is applied by the same driver as an editor's decisions, and is undone the same way."""
    made = took(text)
    if made is None:
        return
    assert undo(made.cleaned.text, made.cleaned.passes) == text
    cut = {line for one in made.proposal.of("cut") for line in range(one.first, one.last + 1)}
    raw = made.cleaned.raw
    kept = "".join(
        raw.text[slice(*raw.span(at, at))] for at in range(1, len(raw.starts) + 1) if at not in cut
    )
    assert letters(made.text) == letters(kept)


@given(st.one_of(messy(), raw_texts()))
def test_what_is_written_down_is_what_was_read_through(text: str) -> None:
    """`clean` says what `build` will give: both have the same entries."""
    made = took(text)
    if made is None:
        return
    written, problems = parse(SourceFile, "source.toml", writing_down.source_toml(made.proposal, made.raw))
    assert not problems
    assert written
    meant = source("text", made.proposal, made.raw).about
    for name in (
        "language",
        "layout",
        "sha256",
        "cut",
        "heading",
        "paragraph",
        "part",
        "table",
        "page",
        "hyphen",
        "rights",
    ):
        assert without_places(getattr(written, name)) == without_places(getattr(meant, name)), name


@given(st.one_of(messy(), raw_texts()))
def test_candidates_are_no_corrections(text: str) -> None:
    """They stand in the file as comments, and nothing applies them."""
    made = took(text)
    if made is None:
        return
    parsed, problems = parse(
        CorrectionsFile, "corrections.toml", writing_down.corrections_toml(made.candidates)
    )
    assert not problems
    assert parsed
    assert not parsed.correction


@given(st.one_of(messy(), raw_texts()))
def test_a_record_can_be_read(text: str) -> None:
    """What stands in a text must not break the bibliography of the whole edition."""
    made = took(text)
    if made is None:
        return
    _records, problems = bibtex.parse("references.bib", writing_down.record_bib("text", made.proposal))
    assert not problems


@given(
    st.lists(st.tuples(texts(5), st.sampled_from(["", "p", "nav", "h2", "li"]), st.floats(0, 3)), max_size=20)
)
def test_hints_break_nothing(rows: list[tuple[str, str, float]]) -> None:
    """A format may say what it will: hints move what is proposed, never the laws."""
    sheet = Sheet(
        tuple(Row(" ".join(text.split()), tag=tag, size=size) for text, tag, size in rows), "test", "1"
    )
    if any(map(str.isalnum, sheet.raw)):
        made = taken(b"", sheet)
        assert undo(made.cleaned.text, made.cleaned.passes) == sheet.raw


def without_places(value: object) -> str:
    """Return entries without the lines they stand in, and without the word that a reason is unsure."""
    if isinstance(value, tuple):
        return str([without_places(one) for one in value])
    fields = getattr(type(value), "__dataclass_fields__", None)
    if fields is None:
        return str(value).removeprefix("unsure: ")
    return str({name: without_places(getattr(value, name)) for name in fields if name != "at"})
