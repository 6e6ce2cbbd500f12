"""Files of every kind that texts come in are read or refused: encodings, pages, manuscripts, what is none."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from random import Random
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from broken_formats import NAMES, RUSSIAN, broken, keeps_the_laws, manuscript, sound
from likeness import f1, shared, words
from reader.intake.received import sheet_of
from reader.intake.received.properties import properties
from reader.intake.sheet import Mended, Picture, Sheet
from sites.institutions import INSTITUTIONS
from sites.presses import PRESSES, Made
from sites.prose import Prose
from sites.single_hands import SINGLE_HANDS

TEXT = {
    "p",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "pre",
    "verse",
    "td",
    "th",
    "dt",
    "dd",
    "footnote",
}
SITES = (*PRESSES, *INSTITUTIONS, *SINGLE_HANDS)
WESTERN = "The café in Zürich was naïve, said Señor Ñandú of the façade: übergroß.\n"


def sheet(name: str, data: bytes) -> Sheet:
    """The sheet of a file that can be read."""
    found, problems = sheet_of(name, data)
    assert found, problems
    return found


def page(markup: str) -> Sheet:
    """The sheet of a page."""
    return sheet("a.html", markup.encode())


def tagged(found: Sheet) -> list[tuple[str, str]]:
    """The rows with their tags."""
    return [(row.tag, row.text) for row in found.rows]


# Encodings

ENCODED = [
    (WESTERN, "utf-8", ""),
    (WESTERN, "utf-8-sig", ""),
    (WESTERN, "utf-16", "utf-16"),
    (WESTERN, "utf-16-le", "utf-16-le"),
    (WESTERN, "utf-16-be", "utf-16-be"),
    (RUSSIAN, "utf-16-le", "utf-16-le"),
    (RUSSIAN, "utf-16-be", "utf-16-be"),
    (RUSSIAN, "utf-32", "utf-32"),
    (WESTERN, "latin-1", "cp1252"),
    (WESTERN + "It was the mayor’s — “his” — €5.\n", "cp1252", "cp1252"),
    (RUSSIAN, "cp1251", "cp1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "cp866", "cp866"),
    ("Zażółć gęślą jaźń, latarnia w porcie nie świeciła.\n", "cp1250", "cp1250"),
    ("Ο φάρος στο παλιό λιμάνι δεν άναψε από τον χειμώνα.\n", "cp1253", "cp1253"),
    ("灯塔在旧港口自去年冬天以来没有点亮，渔民们靠市场的灯光返回。\n", "gb18030", "gb18030"),
    ("灯台は去年の冬から灯されていない。漁師たちは市場の明かりで帰った。\n", "shift_jis", "shift_jis"),
]


@pytest.mark.parametrize(("text", "encoding", "said"), ENCODED)
def test_an_encoding_is_told(text: str, encoding: str, said: str) -> None:
    """Whatever a plain text is written in, its words come out, and the sheet says how it was read."""
    found = sheet("a.txt", text.encode(encoding))
    assert found.raw.lstrip("\ufeff") == text
    assert (found.extractor, found.version) == (("codec", f"{said}, layout 1") if said else ("", ""))
    assert bool(found.notes) == bool(said)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1))
def test_utf8_is_taken_as_it_is(text: str) -> None:
    """A text that is UTF-8 needs no extractor unless it is garbled, and loses nothing."""
    found, problems = sheet_of("a.txt", text.encode())
    if found and not found.extractor:
        assert found.raw.rstrip("\n") == text.rstrip("\n")
    assert problems or found


def test_garbled_letters_are_mended_and_told() -> None:
    """What was read in the wrong encoding before it came is mended, and each mending is on record."""
    found = sheet("a.txt", "Itâ€™s a cafÃ©, and a second cafÃ©.\nIt’s fine: é.\n".encode())
    assert found.raw == "It’s a café, and a second café.\nIt’s fine: é.\n"
    assert found.mended == (Mended("Ã©", "é", 2), Mended("â€™", "’", 1))
    assert found.version.startswith("utf-8, ftfy ")
    assert "3 places" in found.notes[0]


@pytest.mark.parametrize("text", ["“quoted” — and ﬁne…\n", "Ünï cödé\n", "naïve Ä. Öl\n", "ｆｕｌｌ width\n"])
def test_what_is_not_garbled_is_left_alone(text: str) -> None:
    """Curly quotation marks, ligatures and wide letters are none of ftfy’s business here."""
    assert sheet("a.txt", text.encode()).raw == text


def test_a_few_bytes_of_another_encoding() -> None:
    """A page that was put together from two encodings keeps the letters of both."""
    data = ("Ärger über Öl. " * 20).encode() + b"caf\xe9\n"
    assert sheet("a.txt", data).raw.endswith("Öl. café\n")


# What is refused

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(60)


def packed(members: dict[str, bytes]) -> bytes:
    """An archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(
                zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED
            )  # of no hour: the same each time
    return file.getvalue()


def understated(data: bytes) -> bytes:
    """The same archive, whose list says that each member is small."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 24] + (100).to_bytes(4, "little") + data[at + 28 :]


def encrypted(data: bytes) -> bytes:
    """The same archive, whose list says that its first member is encrypted."""
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + b"\x01\x00" + data[at + 10 :]


DOCX = packed({"word/document.xml": b"<w/>" * 50})
BOMB = packed({"word/document.xml": bytes(300_000_000)})


def refused(code: str, name: str, data: bytes) -> None:
    """Hold that a file is refused in a sentence that says what to do."""
    found, problems = sheet_of(name, data)
    assert found is None
    assert [(problem.code, problem.path) for problem in problems] == [(code, name)]
    assert problems[0].hint


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\x00" * 9], ids=repr)
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx"])
def test_a_file_that_is_empty(name: str, data: bytes) -> None:
    """Nothing, or nothing but blank space, is no text of any kind."""
    refused("W01", name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", PICTURE),
        ("a.docx", PICTURE),
        ("a.pdf", b"\xff\xd8\xff\xe0" + bytes(40)),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40)),
        ("a.html", b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(40)),
        ("a.docx", packed({"xl/workbook.xml": b"<x/>"})),
        ("a.docx", packed({"a.txt": b"words"})),
        ("a.txt", bytes(range(256)) * 20),
        ("a.md", bytes(range(256)) * 20),
        ("a.txt", b"\x00\x01\x02\x03" * 99),
    ],
)
def test_a_file_that_is_no_text(name: str, data: bytes) -> None:
    """What a file is stands in its bytes, whatever its name says."""
    refused("W02", name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", DOCX[:60]),
        ("a.docx", DOCX[:-30]),
        ("a.docx", DOCX),
        ("a.epub", packed({"META-INF/container.xml": b"<c/>"})),
    ],
)
def test_an_archive_that_is_damaged(name: str, data: bytes) -> None:
    """Nothing is taken from a file of which a part is missing."""
    refused("W05", name, data)


def test_an_archive_that_is_locked() -> None:
    """No password is asked for."""
    refused("W04", "a.docx", encrypted(DOCX))


@pytest.mark.parametrize(
    "data", [BOMB, understated(BOMB), packed({f"word/document{at}": b"" for at in range(10_001)})]
)
def test_an_archive_that_unpacks_without_end(data: bytes) -> None:
    """What an archive says of its sizes is not believed."""
    refused("W06", "a.docx", data)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "... --- ...\n"),
        ("a.html", "<html><body><div id='root'></div><script>run('words')</script></body></html>"),
        ("a.md", "* * *\n"),
    ],
)
def test_a_page_without_words(name: str, text: str) -> None:
    """A page that scripts fill is empty without them."""
    refused("W07", name, text.encode())


# Pages


@pytest.mark.parametrize("make", SITES, ids=lambda make: make.__name__)
def test_the_text_of_a_page(make: object) -> None:
    """In the structures of real sites the text is told from what stands round it."""
    assert callable(make)
    for seed in (1, 2):
        made: Made = make(Prose(seed))
        found = page(made[0])
        text = "\n\n".join(row.text for row in found.rows if row.tag in TEXT)
        assert f1(*shared("\n\n".join(made[1]), text)) >= 0.97


def test_the_pages_of_all_sites_together() -> None:
    """Recall counts more than precision, since a lost line is a lie."""
    made: list[Made] = [make(Prose(5)) for make in SITES]
    scores = [
        shared("\n\n".join(text), "\n\n".join(row.text for row in page(markup).rows if row.tag in TEXT))
        for markup, text in made
    ]
    precision, recall = (mean(score[at] for score in scores) for at in (0, 1))
    assert recall >= 0.99
    assert f1(precision, recall) >= 0.98


def test_nothing_that_a_browser_shows_is_lost() -> None:
    """All words are rows; what is no part of the text only has another tag."""
    for make in SITES:
        markup = make(Prose(3))[0].replace("><", "> <")
        tree = html.document_fromstring(markup)
        shown: Counter[str] = Counter()
        for one in tree.iter():
            own = "" if one.tag in {"head", "title", "script", "style"} else one.text or ""
            shown.update(words(f"{own} {one.tail or ''}"))
        assert shown - Counter(words(" ".join(row.text for row in page(markup).rows))) == Counter()


def test_what_a_page_says_of_itself() -> None:
    """What is written for citing is believed before what is written for shares."""
    data = {"@graph": [{"@type": "NewsArticle", "headline": "Other", "author": [{"name": "A. Marsh"}]}]}
    found = page(
        '<html lang="de"><head><title>Die Lampe | Hafen</title><meta property="og:title" content="Lampe!">'
        '<meta name="citation_title" content="Die Lampe"><meta name="citation_doi" content="doi:10.1234/a.5">'
        '<meta property="article:published_time" content="2021-05-04T10:00:00Z">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body><p>Worte.</body></html>'
    )
    assert found.meta == {
        "author": "A. Marsh",
        "date": "2021-05-04",
        "doi": "10.1234/a.5",
        "language": "de",
        "title": "Die Lampe",
    }


def test_pictures_of_a_page() -> None:
    """A figure is told with its caption and what follows it; a stray image, a sign of a page, is none."""
    found = page(
        '<html><head><link rel="canonical" href="https://example.org/lamps/1"></head><body><article><h1>Lamps</h1>'
        f'<p>{WESTERN}</p><img src="logo.png">'
        '<figure><img src="data:image/gif;base64,R0" data-src="../a/lamp.png?w=3" alt="An old  lamp">'
        "<figcaption>The lamp of <em>1901</em></figcaption></figure>"
        f'<figure><figure><img src="https://[x/b.jpg"></figure></figure><p>{WESTERN}</p></article>'
        '<figure><img src="last.png"></figure>'
    )
    after = len(found.rows)
    assert found.pictures == (
        Picture(after, "https://example.org/a/lamp.png?w=3", "An old lamp", "The lamp of 1901"),
        Picture(after, "https://[x/b.jpg"),
    )


def test_what_is_set_apart_in_a_block() -> None:
    """Emphasis, links and raised marks keep their places when white space is made as browsers make it."""
    (row,) = page("<p>The  <em>old\n lamp</em> <a href='/x'>was <b>lit</b></a><sup>2</sup>.</p>").rows
    assert row.text == "The old lamp was lit2."
    assert [(span.kind, span.target, row.text[span.start : span.end]) for span in row.spans] == [
        ("emphasis", "", "old lamp"),
        ("strong", "", "lit"),
        ("link", "/x", "was lit"),
        ("superscript", "", "2"),
    ]


def test_lists_tables_and_verse() -> None:
    """Items have their markers and depths, rows of tables their cells, lines of verse their ends."""
    found = page(
        "<ol start=3><li>three<ul><li>within</li></ul></li><li>four</li></ol>"
        "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
        "<p>The lamp<br>the tide<br>the night</p><pre>a\n  b</pre>"
    )
    assert tagged(found) == [
        ("li", "three"),
        ("li", "within"),
        ("li", "four"),
        ("th", "a\tb"),
        ("td", "1\t2"),
        ("verse", "The lamp"),
        ("verse", "the tide"),
        ("verse", "the night"),
        ("pre", "a"),
        ("pre", "  b"),
    ]
    assert [(row.marker, row.depth) for row in found.rows[:3]] == [("3.", 1), ("•", 2), ("4.", 1)]
    assert [row.begins for row in found.rows[5:]] == [True, False, False, True, False]


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-16"])
def test_a_page_in_the_encoding_that_it_names(encoding: str) -> None:
    """A page may say its encoding; marks and valid UTF-8 are believed before it."""
    markup = f'<html><head><meta charset="{encoding}"></head><body><p>{RUSSIAN}</p></body></html>'
    assert sheet("a.html", markup.encode(encoding)).rows[0].text == RUSSIAN.strip()


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 30_000 + "words",
        "<p>words" * 3000,
        "<b>" * 5000 + "words",
        "<table><tr><td>" * 900 + "words",
    ],
)
def test_a_page_that_is_nested_without_end(markup: str) -> None:
    """It is read to its end, in a time that grows with its length."""
    found = page(f"<html><body>{markup}<p>The end.").rows
    assert any("words" in row.text for row in found)
    assert found[-1].text.endswith("The end.")


# Manuscripts


@pytest.mark.parametrize("ending", ["md", "docx", "odt", "rtf", "epub"])
def test_a_manuscript(ending: str) -> None:
    """Headings, emphasis, quotations and notes come through, whatever it was written with."""
    found = sheet(f"a.{ending}", manuscript(ending))
    assert found.extractor == "pandoc"
    texts = [row.text for row in found.rows]
    assert 'The old lamp was lit.1 It cost $5 and $6, "all told".' in texts
    assert texts[-1] == "1. By nobody."
    assert found.rows[-1].tag == "footnote"
    assert ("h1", "Of lamps") in tagged(found)
    (row,) = [row for row in found.rows if row.text.startswith("The old")]
    kinds = {span.kind: row.text[span.start : span.end] for span in row.spans}
    assert kinds == {"emphasis": "old", "strong": "lit", "superscript": "1", "note": "1"}
    if ending != "rtf":  # which pandoc writes without its table of what the file says of itself
        assert (found.meta["title"], found.meta["author"]) == ("The Lamp", "Ada Marsh")
    if ending in {"md", "docx", "epub"}:
        assert tagged(found)[:2] == [("title", "The Lamp"), ("author", "Ada Marsh")]


def test_what_a_manuscript_in_rtf_says_of_itself() -> None:
    """Its table of information is read."""
    written = rb"{\rtf1\ansi{\info{\title The Lamp}{\author Ada Marsh}}\pard It was lit.\par}"
    found = sheet("a.rtf", written)
    assert (found.meta["title"], found.meta["author"]) == ("The Lamp", "Ada Marsh")


CORE = b"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%b</dc:title><dc:creator>%b</dc:creator>
 <dc:language>en-GB</dc:language></cp:coreProperties>"""


@pytest.mark.parametrize(
    ("core", "said"),
    [
        (
            CORE % (b"The \n Lamp", b"Ada Marsh"),
            {"title": "The Lamp", "author": "Ada Marsh", "language": "en-GB"},
        ),
        (CORE % (b"Untitled", b"Microsoft Office User"), {"language": "en-GB"}),
        (CORE % (b"", b"python-docx"), {"language": "en-GB"}),
        (b"<a><b>", {}),
        (b"", {}),
        (b"no XML", {}),
        (b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a xmlns:dc="http://purl.org/dc/elements/1.1/">'
         b"<dc:title>&e;</dc:title></a>", {}),
    ],
)  # fmt: skip
def test_what_an_archive_says_of_a_manuscript(core: bytes, said: dict[str, str]) -> None:
    """Only what somebody has entered counts, and what cannot be read says nothing."""
    assert properties(packed({"docProps/core.xml": core})) == said


# All of them


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_broken_files_never_raise(name: str, drawn: Random) -> None:
    """A file with bytes changed, lost or doubled is read or refused; what is proposed can be undone."""
    keeps_the_laws(name, broken(sound(name), drawn))


def test_sound_files_are_read() -> None:
    """What is broken at random is sound before."""
    assert all(keeps_the_laws(name, sound(name)) for name in NAMES)
