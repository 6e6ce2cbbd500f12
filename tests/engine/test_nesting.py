"""The law of nesting: marks that cross become a tree that says of each character what the marks said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from reader.marks.nesting import ORDER, Node, Point, Span, nested, split
from reader.model import Mark, MarkKind

TEXT = "abc|defg|hij"
KINDS: tuple[MarkKind, ...] = ("citation", "term", "emphasis", "sic")
Found = tuple[int, int, int, int]  # start, end, part, parts
SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(KINDS)).filter(
        lambda one: one[0] < one[1]
    ),
    max_size=5,
)
POINTS = st.lists(st.integers(0, 12), max_size=3)


def walked(
    nodes: Sequence[Node], at: int, spans: dict[str, list[Found]], points: list[tuple[int, str]]
) -> int:
    """Note where spans and points of a tree are; return where its text ends."""
    for node in nodes:
        if isinstance(node, str):
            assert node
            assert TEXT.startswith(node, at)
            at += len(node)
        elif isinstance(node, Point):
            points.append((at, node.mark.target))
        else:
            end = walked(node.inner, at, spans, points)
            spans[node.mark.target].append((at, end, node.part, node.parts))
            at = end
    return at


def crosses(one: Mark, other: Mark) -> bool:
    """Whether two marks have characters in common, and each some of its own."""
    first, second = sorted((one, other), key=lambda mark: (mark.start, -mark.end))
    return first.start < second.start < first.end < second.end


@given(SPANS, POINTS, st.sampled_from(["", "|"]))
@example([(0, 3, "term"), (5, 8, "term"), (2, 6, "emphasis")], [], "")  # in no order
def test_no_character_loses_a_mark(
    drawn: list[tuple[int, int, MarkKind]], places: list[int], breaks: str
) -> None:
    """Each covers what it covered, in parts that are counted; what crosses no higher one is whole."""
    marks = [Mark(start, end, kind, str(at)) for at, (start, end, kind) in enumerate(drawn)]
    signs = [(place, Mark(place, place, "note", f"n{at}")) for at, place in enumerate(places)]
    tree = nested(TEXT, marks, signs, breaks)
    spans: defaultdict[str, list[Found]] = defaultdict(list)
    points: list[tuple[int, str]] = []
    assert walked(tree, 0, spans, points) == len(TEXT)
    assert sorted(points) == sorted((place, mark.target) for place, mark in signs)
    for mark in marks:
        parts = spans[mark.target]
        covered = [at for start, end, *_ in parts for at in range(start, end)]
        assert covered == [at for at in range(mark.start, mark.end) if TEXT[at] not in breaks]
        numbers = [(part, of) for _start, _end, part, of in parts]
        assert numbers in ([(0, 0)], [(at, len(parts)) for at in range(1, len(parts) + 1)], [])
        higher = [one for one in marks if ORDER.index(one.kind) < ORDER.index(mark.kind)]
        same = [one for one in marks if one is not mark and one.kind == mark.kind]
        if not breaks and not any(crosses(mark, one) for one in [*higher, *same]):
            assert len(parts) == 1


def test_points_stand_between_spans() -> None:
    """After the spans that end there, and before those that begin there; at one place in their order."""
    one, other = Mark(0, 3, "term", "t"), Mark(3, 5, "sic", "s")
    first, second = Mark(3, 3, "note", "a"), Mark(3, 3, "note", "b")
    assert nested("abcde", [other, one], [(3, first), (3, second)]) == (
        Span(one, ("abc",)), Point(first), Point(second), Span(other, ("de",)),
    )  # fmt: skip
    assert nested("ab", [], [(2, second), (0, first)]) == (Point(first), "ab", Point(second))
    assert nested("abcde", [one], [(1, first)]) == (Span(one, ("a", Point(first), "bc")), "de")


def test_what_stands_within_what() -> None:
    """The longer one holds the shorter one; of two on the same words the order of kinds says."""
    term, emphasis = Mark(0, 4, "term", "t"), Mark(0, 4, "emphasis", "e")
    assert nested("abcd", [emphasis, term]) == (Span(term, (Span(emphasis, ("abcd",)),)),)
    short = Mark(0, 2, "term", "s")
    assert nested("abcd", [short, emphasis]) == (Span(emphasis, (Span(short, ("ab",)), "cd")),)
    late = Mark(2, 6, "emphasis", "l")
    assert nested("abcdef", [late, term]) == (
        Span(term, ("ab", Span(late, ("cd",), 1, 2))), Span(late, ("ef",), 2, 2),
    )  # fmt: skip
    early = Mark(2, 6, "citation", "c")
    assert nested("abcdef", [term, early]) == (
        Span(term, ("ab",), 1, 2), Span(early, (Span(term, ("cd",), 2, 2), "ef")),
    )  # fmt: skip
    two = [Mark(0, 3, "term", "b"), Mark(0, 3, "term", "a")]
    assert nested("abc", two) == nested("abc", two[::-1])


def test_a_table_is_divided_where_no_span_holds_its_sign() -> None:
    """Groups of nodes, an empty one too; a span that is broken is counted in parts."""
    mark = Mark(1, 4, "term", "t")
    tree = nested("ab|cd|", [mark], (), "|")
    assert tree == ("a", Span(mark, ("b",), 1, 2), "|", Span(mark, ("c",), 2, 2), "d|")
    assert split(tree, "|") == [["a", tree[1]], [tree[3], "d"], []]
    assert split(["a||b"], "|") == [["a"], [], ["b"]]
    assert nested("ab|", [Mark(1, 3, "term", "t")], (), "|") == (
        "a",
        Span(Mark(1, 3, "term", "t"), ("b",)),
        "|",
    )
