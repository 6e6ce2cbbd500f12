"""What each detector says of small texts, of which a person can see what is right."""

from __future__ import annotations

from random import Random

import pytest

from reader.intake import body, headings, hyphens, layout, pages, shapes
from reader.intake.characters import candidates
from reader.intake.dates import find_date
from reader.intake.endings import hard_end, is_last
from reader.intake.languages import language
from reader.intake.looks import look, looks
from reader.intake.metadata import metadata
from reader.intake.proposal import Block
from reader.intake.sheet import plain
from reader.model import Lines
from reader.taking_in.take import taken, weights

PROSE = "The harbour was built in stages, as the books say, and nobody has seen the first of them at all."


def blocks(*texts: str) -> list[Block]:
    """Return texts as blocks, each on a line of its own."""
    return [(look(text, at, 1), Lines((at, at))) for at, text in enumerate(texts, 1)]


def read(text: str) -> tuple[list[str], set[int]]:
    """Return the paragraphs of a text that is taken in, and the lines that are cut."""
    made = taken(text.encode(), plain(text))
    cut = {line for one in made.proposal.of("cut") for line in range(one.first, one.last + 1)}
    return [block.text for block in made.blocks], cut


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("November 18, 2021", "2021-11-18"),
        ("PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05", "2019-11-19"),
        ("18th of nothing", ""),
        ("2 мая 2019 г.", "2019-05-02"),
        ("08 ноября 2020", "2020-11-08"),
        ("۱۸ آبان ۱۳۹۹", "2020-11-08"),
        ("30 اسفند 1399", "2021-03-20"),
        ("31 اسفند 1399", ""),
        ("22 de outubro de 2010 às 20:13", "2010-10-22"),
        ("2021-02-29", ""),
        ("31.12.1999", "1999-12-31"),
        ("5/6/2020", ""),
        ("Spring, March 2016", "2016-03"),
    ],
)
def test_dates(text: str, date: str) -> None:
    """A date is found or it is not: an open order of day and month is no date."""
    assert find_date(text) == date


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (PROSE, "en"),
        ("И в то же время он не был так уж прав, как это казалось им.", "ru"),
        ("و در این میان، آن را به او داده بود که برای خود نگه دارد", "fa"),
        ("Der Hafen wurde in Stufen gebaut, und niemand hat ihn gesehen.", "de"),
        ("港は段階的に建設された。", "ja"),
        ("港口分阶段建成，没有人见过。", "zh"),
        ("1999 – 2004", ""),
    ],
)
def test_languages(text: str, tag: str) -> None:
    """By script where it is one language's own, else by function words."""
    assert language(text) == tag


def test_hyphens_follow_the_text_before_the_dictionary() -> None:
    """What stands elsewhere in the text decides; names keep their hyphen; a dictionary decides the rest."""
    lines = ["Iran-Russia ties, co-operation and cooperation", "and geo-economics"]
    known = hyphens.Hyphens(lines, "en")
    made = [
        known.decide(1, one, other)
        for one, other in (
            ("the Iran-", "Russia talks"),
            ("of geo-", "economics"),
            ("a develop-", "ment of"),
            ("the 16-", "inch type"),
            ("in Ust-", "Kut"),
            ("no hyphen", "here"),
            ("a dash –", "here"),
        )
    ]
    assert [one and one.keep for one in made] == [True, True, False, True, True, None, None]


def test_running_heads_are_told_from_text() -> None:
    """The same line on most pages with a number that goes up; a line of text that only begins alike stays."""
    lines = ["One lamp was lit.", "Two keepers came", "to see it, and", "three went. The", "oil was gone."]
    text = "\f".join(
        f"Review of Harbours, Vol. 3 {page}\n{lines[page - 7]}\n{lines[page - 8]}\n" for page in range(7, 12)
    )
    told = pages.furniture(pages.paged(text.split("\n")))
    assert [one.number for one in told] == ["7", "8", "9", "10", "11"]
    assert {one.line for one in told} == {1, 4, 7, 10, 13}


def test_pages_begin_where_numbers_go_up() -> None:
    """A number that does not follow says that these are no pages."""
    lines = [(2, "7"), (3, "7"), (6, "8"), (9, "9")]
    assert pages.begun(lines) == [(2, "7"), (6, "8"), (9, "9")]
    assert pages.begun([(2, "7"), (6, "19")]) == []


def test_layouts() -> None:
    """Lines that go on in the next one are wrapped; lines that end are paragraphs."""
    wrapped = (
        "The harbour was built in stages, as the books\nsay, and nobody has seen the first\nof them at all."
    )
    assert layout.lay(looks(wrapped.split("\n"))).layout == "hard-wrapped"
    assert layout.lay(looks([PROSE, "", PROSE, PROSE])).layout == "line-per-paragraph"


def test_headings() -> None:
    """A short line that prose follows; a number gives the level; a list of short lines is none."""
    found = headings.headings(
        blocks(
            "1. The first part",
            PROSE,
            "1.2 A smaller one",
            PROSE,
            "Oil",
            "Wicks",
            "Salt",
            PROSE + " It ends.",
        )
    )
    assert [(one.line, one.level) for one in found[:2]] == [(1, 1), (3, 2)]
    run_in = headings.headings(blocks(f"BACKGROUND: {PROSE}", PROSE, f"CONCLUSIONS: {PROSE}"))
    assert [one.text for one in run_in] == ["BACKGROUND:", "CONCLUSIONS:"]
    assert headings.headings(blocks(f"NOTE: {PROSE}", PROSE)) == []


def test_shapes() -> None:
    """Lists, references, turns, letters and keywords say what they are."""

    def kinds(*texts: str) -> list[tuple[str, int, int]]:
        return [(one.kind, one.first, one.last) for one in shapes.shapes(blocks(*texts), frozenset())]

    assert kinds(PROSE, "• oil", "• wicks", PROSE) == [("item", 2, 3)]
    assert kinds(PROSE, "1. oil", "2. wicks", "4. none", PROSE) == [("item", 2, 3)]
    assert kinds("1999. A year", "2004. Another") == []
    works = [
        "Reed, A. (1999). Of lamps. Northport.",
        "Moar, E. (2004). Sand. Holm.",
        "Linton, J., 1987. Tides.",
    ]
    assert kinds(PROSE, *works) == [("reference", 2, 4)]
    assert kinds("Q: Why?", "A: Why not?", "Q: And then?", "A: Nothing.", PROSE) == [("speech", 1, 4)]
    assert kinds("Dear Sir,", PROSE, "Yours faithfully,", "E. Moar") == [
        ("salutation", 1, 1),
        ("closing", 3, 3),
    ]
    assert kinds("Keywords: lamps, oil", PROSE) == [("keywords", 1, 1)]


def test_what_ends_a_text() -> None:
    """Views, comments and a note on the author end it; a name amid the text does not."""
    lines = looks(
        ["By Ada Reed", "", PROSE, "", PROSE, "", "Ada Reed is a keeper of lamps in Northport.", "", PROSE]
    )
    assert hard_end(lines) == 3
    lines = looks([PROSE, "", PROSE, "", "Read 112 times Last modified on Monday", "", PROSE])
    assert hard_end(lines) == 2
    assert hard_end(looks([PROSE, "", "Comment was free then, and long.", "", PROSE])) == 3
    for end in ("12 thoughts on “Lamps”", "3 Responses to Lamps", "Share this:", "Комментарии (4)"):
        assert hard_end(looks([PROSE, "", PROSE, "", end, "", PROSE])) == 2, end
    assert is_last(look("Source: The Northport Review", 1, 0))
    assert is_last(look("08 ноября 2020", 1, 0))
    assert not is_last(look("In 2020 the last of them left.", 1, 0))


def test_damaged_words_are_candidates() -> None:
    """One change makes a word of it; names, and words that somebody knows, are left alone."""
    text = "a policy of lookingithe east, in rnodern times, said Kropotkin of the harbourmaster,which he knew"
    found = {one.find: one.replace for one in candidates([(1, text)], "en")}
    assert found["lookingithe"] == "looking the"
    assert found["rnodern"] == "modern"
    assert found["harbourmaster,which"] == "harbourmaster, which"
    assert "Kropotkin" not in found


def test_metadata() -> None:
    """Title, author, date and journal, from the lines around the text."""
    lines = looks(
        [
            "Of lamps and harbours | The Review",
            "Of lamps and harbours",
            "By Ada Reed",
            "12 March 2021",
            "Harbour Studies 2785-2598 Volume 13 Issue 8",
            PROSE,
        ]
    )
    about = metadata(lines, 5, 5, {})
    assert (about.title, about.author, about.date) == ("Of lamps and harbours", "Ada Reed", "2021-03-12")
    assert (about.venue, about.issn) == ("Harbour Studies", "2785-2598")
    assert metadata(lines, 5, 5, {"title": "Lamps"}).title == "Lamps"


def test_what_a_text_without_furniture_loses() -> None:
    """Nothing: a poem, a list of laws, one line, a script without spaces."""
    for text in (
        "O wild west wind\nThou breath of autumn\nThou from whose unseen presence\nThe leaves are driven",
        "Art. 1\n\nEverybody has the right to a lamp.\n\nArt. 2\n\nNobody is to put it out.",
        "One line without an end",
        "港は段階的に建設された。誰も最初のものを見ていない。",
        "ท่าเรือถูกสร้างขึ้นเป็นขั้นตอน",
    ):
        paragraphs, cut = read(text)
        assert cut == set(), text
        assert "".join("".join(paragraphs).split()) == "".join(text.split())


def test_a_text_begins_below_its_headline() -> None:
    """Where a page says its title again, prose above that is of other articles."""
    title = "The lamps of Northport are lit again"
    menu = ["Home", "News", "Latest headlines"]
    page = [title, *menu, *(f"{PROSE} The number {at} says more." for at in range(3)), "More", title]
    own = [
        PROSE,
        "A new lamp was brought over the sand, and it was as heavy as two men.",
        "So the keeper said to those who had come from the city that morning.",
    ]
    judged = body.judge(looks("\n\n".join([*page, *own, "Comments"]).split("\n")), weights().lines)
    assert [one.look.text for one in judged if one.is_text] == own


def test_an_advertisement_again_and_again_is_looked_past() -> None:
    """A text goes on behind it, however often it comes; a single one is weighed like any line."""
    prose = [f"{PROSE} It was the year {1900 + at}, and the harbour was full of ships." for at in range(30)]
    lines = [line for one in prose for line in (one, "Advertisement")]
    judged = body.judge(looks("\n\n".join(lines).split("\n")), weights().lines)
    assert [one.look.text for one in judged] == lines
    assert [one.look.text for one in judged if one.is_text] == prose
    none = body.judge(looks(["Advertisement", "", "Advertisement", "", "Advertisement"]), weights().lines)
    assert len(none) == 3


def test_prose_is_not_cut_in_silence() -> None:
    """Where more prose is cut than kept, as in the posts of a forum, an editor is asked to look."""
    posts = [
        ("by seadog » Mon Mar 3, 2014 9:12 am", "Does anybody know when the harbour was built? I do not."),
        ("by lampkeeper » Mon Mar 3, 2014 11:40 am", PROSE),
        ("by seadog » Tue Mar 4, 2014 8:01 am", "Thank you! That is what I wanted to know all along."),
    ]
    thread = ["Harbour forum", "Login", "Re: the harbour", *(line for one in posts for line in (*one, "Top"))]
    text = "\n\n".join(thread)
    made = taken(text.encode(), plain(text))
    unsure = {line for one in made.proposal.unsure for line in range(one.first, one.last + 1)}
    for number, line in enumerate(text.split("\n"), 1):
        if line in {said for _by, said in posts}:
            assert line in made.text or number in unsure, line


SENTENCES = {
    "th": "ประวัติศาสตร์ไทยเริ่มต้นตั้งแต่สมัยก่อน|ผู้คนอาศัยอยู่ตามแม่น้ำเจ้าพระยา|และค้าขายกับเมืองอื่นทางทะเล|"
    "ท่าเรือถูกสร้างขึ้นเป็นขั้นตอน|ชาวประมงออกเรือก่อนรุ่งสางและกลับมาในตอนเย็น|โรงเรียนตั้งอยู่บนเนินเขา",
    "ja": "潮汐は毎日二回上下する。|港は段階的に建設されたと本には書いてある。|誰も最初のものを"
    "見たことがない。|灯台守はその年の秋に去った。|船は夜明け前に出航し、夕方に戻った。|町の人々は市場で魚を売り、塩を買った。",
    "hi": "बंदरगाह चरणों में बनाया गया था, जैसा कि किताबें कहती हैं।|किसी ने पहला भाग नहीं देखा है।|"
    "दीपक का रखवाला उस वर्ष शरद ऋतु में चला गया।|नाव सुबह से पहले निकली और शाम को लौटी।",
}


@pytest.mark.parametrize("tongue", sorted(SENTENCES))
@pytest.mark.parametrize("seed", range(4))
def test_a_text_without_furniture_keeps_its_lines(tongue: str, seed: int) -> None:
    """Whatever its script: sentences may end without a sign, and words stand without spaces."""
    drawn = Random(seed)
    parts = SENTENCES[tongue].split("|")
    between = "" if tongue == "ja" else " "
    paragraphs = [between.join(drawn.sample(parts, drawn.randint(3, len(parts)))) for _ in range(12)]
    judged = body.judge(looks("\n\n".join(paragraphs).split("\n")), weights().lines)
    assert sum(one.is_text for one in judged) >= len(paragraphs) - 1  # the first may be its title
