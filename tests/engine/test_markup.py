"""Markup is safe by construction: whatever plain text is put into a template is read as that text.

What comes out is read by html5lib, and by the Markdown of the site before it: neither is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2 import Environment

import site_markdown
from hostile import texts
from reader.model.markup import HTML, Safe
from reader.render.markup import Markdown, boxed, code, document, fenced, section, stacked, title, with_code
from reader.words.signs import visible

HOSTILE = "\"><img src=x onerror=alert(1)>' *a* [b](c) `d` {#e} <b>f</b> \\ &lt; | # !"
words = st.one_of(texts(), st.sampled_from([HOSTILE, "1. one", "# two", "> three", "- four", "five!"]))
NAMES = ("a b", "a>b", "a=b", '"', "", "{", "a}b", "é<", "a/b")


def body(html: str) -> Element:
    """What a browser makes of HTML."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    (found,) = tree.iter("body")
    assert isinstance(found, Element)
    return found


def page(markdown: Markdown) -> Element:
    """What a browser makes of a page of Markdown."""
    return body(site_markdown.markdown().reset().convert(str(markdown)))


def tags(element: Element) -> list[str]:
    """The elements within an element, in their order."""
    return [str(one.tag) for one in element.iter() if one is not element]


def spaced(text: str) -> str:
    """A text with single spaces, as lines are read."""
    return " ".join(text.split())


def read(element: Element) -> str:
    """The words of an element."""
    return spaced("".join(element.itertext()))


@given(words, words)
def test_plain_text_in_html_is_read_as_it_is(text: str, other: str) -> None:
    made = HTML('<p title="{title}">a {text}<b>{other}</b></p>').format(title=text, text=text, other=other)
    found = body(str(made))
    assert tags(found) == ["p", "b"]
    assert spaced(found[0].get("title", "")) == spaced(visible(text))
    assert read(found) == spaced(f"a {visible(text)}{visible(other)}")


@given(words)
@example(HOSTILE)
def test_plain_text_in_markdown_is_read_as_it_is(text: str) -> None:
    """Within a line, in a link, in attributes of a tag and of Markdown."""
    template = Markdown(
        'a {text} b [c {text}](#d){{.e title="{text}"}} <span title="{text}">f {text}</span> g'
    )
    found = page(template.format(text=text))
    link, span = found.find(".//a"), found.find(".//span")
    assert tags(found) == ["p", "a", "span"]
    assert link is not None
    assert span is not None
    seen = spaced(visible(text))
    assert read(found) == spaced(f"a {seen} b c {seen} f {seen} g")
    assert spaced(link.get("title", "")) == spaced(span.get("title", "")) == seen
    assert link.get("href") == "#d"


@given(words.filter(lambda text: bool(visible(text).strip())))
@example("1. one")
@example("# two")
@example("***")
def test_plain_text_that_begins_a_block_begins_nothing(text: str) -> None:
    """Neither at the head of a template, nor of a quotation, an item, or a row of parts."""
    plain = spaced(visible(text))
    for made, expected in (
        (Markdown("{}\n{{: .x}}").format(plain), ["p"]),
        (Markdown("> {}").format(plain), ["blockquote", "p"]),
        (Markdown("- {}").format(plain), ["ul", "li"]),
        (Markdown(" · ").join([plain, "b"]), ["p"]),
        (Markdown("\n\n").join(["a", plain]), ["p", "p"]),
        (title(plain), ["h1"]),
        (section(plain, "x"), ["h2"]),
    ):
        found = page(made)
        assert tags(found) == expected, made
        assert plain in read(found)


@given(st.text("ab-()[]<>\"'\\` *_{}!|#?&=%/.:é\n", max_size=20))
def test_an_address_ends_where_the_link_does(address: str) -> None:
    found = page(Markdown("a [b]({}) c").format(f"x{address}"))
    assert tags(found) == ["p", "a"]
    assert read(found) == "a b c"
    assert set(found[0][0].attrib) == {"href"}


@given(texts().map(lambda text: spaced(visible(text))).filter(bool))
@example("a`b``c`")
@example("`")
def test_code_is_read_as_it_is(text: str) -> None:
    found = page(Markdown("a {} b").format(code(text)))
    assert tags(found) == ["p", "code"]
    assert read(found[0][0]) == text
    found = page(fenced(f"a\n{text}\n```\nb"))
    assert read(found) == spaced(f"a {text} ``` b")
    assert "pre" in tags(found)
    assert "pre" in tags(page(fenced("*a*")))


def test_code_in_plain_text_stands_between_backticks() -> None:
    found = page(with_code("*a* `<b> *c*`\n d"))
    assert tags(found) == ["p", "code"]
    assert read(found) == "*a* <b> *c* d"
    assert read(found[0][0]) == "<b> *c*"


@pytest.mark.parametrize("kind", [HTML, Markdown])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_name_cannot_stand_in_a_tag(kind: type[Safe], name: str) -> None:
    """Outside quotation marks nothing can be escaped."""
    for template in ("<p {}>", "<{}>", "</{}>"):
        with pytest.raises(ValueError, match="is no name"):
            kind(template).format(name)
    with pytest.raises(ValueError, match="is no name"):
        Markdown("a {{#{}}}").format(name)


def test_markup_of_the_same_kind_goes_in_as_it_is() -> None:
    assert HTML("<p{}>{}</p>").format(HTML(' id="a"'), HTML("<b>c</b>")) == '<p id="a"><b>c</b></p>'
    assert Markdown("# {} {}").format(Markdown("*a*"), "*b*") == "# *a* \\*b\\*"
    assert HTML(", ").join([HTML("<i>"), "<i>"]) == "<i>, &lt;i&gt;"
    assert HTML("<i>") + "<i>" == "<i>&lt;i&gt;"
    assert "*" + Markdown("*") == "\\**"
    assert HTML("a\nb").replace("\n", HTML("<br>")) == "a<br>b"


def test_the_kinds_do_not_mix() -> None:
    """HTML within a paragraph of Markdown would be read as Markdown again, and Markdown is no HTML."""
    mixed: list[Callable[[], object]] = [
        lambda: HTML("{}").format(Markdown("*a*")),
        lambda: Markdown("a {}").format(HTML("<b>*a*</b>")),
        lambda: Markdown("").join([HTML("<b>")]),
        lambda: HTML("") + Markdown("*"),
        lambda: Environment(autoescape=True).from_string("{{ it }}").render(it=Markdown("*a*")),
    ]
    for mix in mixed:
        with pytest.raises(TypeError):
            mix()
    assert tags(page(document([HTML("<div>*a*</div>"), Markdown("*b*")]))) == ["div", "p", "em"]
    assert tags(page(stacked([boxed("c", Markdown("*a*")), HTML("<p>*b*</p>")]))) == ["div", "p", "em", "p"]


def test_a_block_of_plain_text_begins_nothing() -> None:
    """The types say that there is none; where they are not heeded, it is escaped."""
    assert tags(page(stacked(cast(list[HTML], ["# *a*", "- <b>"])))) == ["p", "p"]


def test_an_exclamation_mark_before_a_link() -> None:
    """Together they are an image to Markdown."""
    assert tags(page(Markdown("{}[b](#c)").format("a!"))) == ["p", "a"]


def test_an_attribute_holds_no_markup() -> None:
    with pytest.raises(TypeError):
        HTML('<p title="{}">').format(HTML("<b>"))
    with pytest.raises(TypeError):
        Markdown('<p title="{}">').format(Markdown("*a*"))


@pytest.mark.parametrize("kind", [HTML, Markdown])
def test_no_way_round_the_places(kind: type[Safe]) -> None:
    """What `%` puts in would be escaped without a look at where it stands."""
    with pytest.raises(TypeError):
        kind('<a href="%s">') % "x"
    assert kind("<p {a}>").format_map({"a": kind("b")}) == "<p b>"


def test_markup_in_an_f_string_is_plain_text_again() -> None:
    """So that what was put together without escapes is seen on the page, and does nothing."""
    assert HTML("{}").format(f"{HTML('<b>')}") == "&lt;b&gt;"
    assert Markdown("a {}").format("".join([Markdown("*b*")])) == "a \\*b\\*"


@given(words)
def test_a_phrase_is_words(text: str) -> None:
    """Of a phrase and of the plain text in its fields nothing acts; a link that is put there does."""
    phrase = "*a* <b> {place}: {number:,} [{text}]"
    link = HTML('<a href="#">c</a>')
    found = body(str(HTML.say(phrase, place=link, number=1234, text=text)))
    assert tags(found) == ["a"]
    assert read(found) == spaced(f"*a* <b> c: 1,234 [{visible(text)}]")
    shown = page(Markdown.say(phrase, place=Markdown("[c](#)"), number=1234, text=text))
    assert tags(shown) == ["p", "a"]
    assert read(shown) == read(found)
