"""TeX in the bibliography: the subset that is read, and that all else is refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.rich_text import plain
from reader.project import tex
from reader.project.bibtex import parse
from reader.references.item import printed


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (r"Erd{\"o}s, P{\'a}l", "Erdös, Pál"),
        (r"Erd\H{o}s \v{C}apek \c{S}ahin \'{\i} \k a \r{u} \=a \.I \d{t}", "Erdős Čapek Şahin í ą ů ā İ ṭ"),
        (r"{\ss}{\o}{\AA}{\L}\ae\dh\oe{}", "ßøÅŁæðœ"),
        (r"{\`E}t{\^e}", "Ètê"),
        (r"``So'' `he' said", "“So” ‘he’ said"),
        ("\"So\" 'he' said, Iran's", "“So” ‘he’ said, Iran’s"),
        (r"\enquote{A \enquote{b} c}", "“A ‘b’ c”"),
        ("1990--95 --- and so-so", "1990–95 — and so-so"),
        (r"\textendash\textemdash\ldots", "–—…"),
        (r"Fig.~2\ a\,b\/c\-d", "Fig.\u00a02 a\u202fbcd"),
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        ("100% & #1 a_b ^ <i> $5", "100% & #1 a_b ^ <i> $5"),
        ("from $5 to $9 a head", "from $5 to $9 a head"),
        (r"{\em So} {\bf it} {\sc Is}", "So it Is"),
        (r"\url{https://example.org/a_b}", "https://example.org/a_b"),
        (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
        (r"25\textdegree{}C $\alpha$-decay $\times$", "25°C α-decay ×"),
        ("of $n = 1$ and $p$-adic", "of n = 1 and p-adic"),
        (r"{\cyrchar\CYRA}", "А"),
        (r"{\vphantom{\}}}a", "a"),
        ("one\n   two", "one two"),
    ],
)
def test_what_is_read(written: str, words: str) -> None:
    """Accents, letters, quotation marks, dashes, spaces, signs."""
    phrase, refused = tex.read(written)
    assert (plain(phrase), refused) == (words, [])


@pytest.mark.parametrize(
    ("written", "markup"),
    [
        (r"\emph{So} \textbf{it} \textit{is}", "<i>So</i> <b>it</b> <i>is</i>"),
        (r"H\textsubscript{2}O, 5\textsuperscript{th}", "H<sub>2</sub>O, 5<sup>th</sup>"),
        ("$H_2O$ and $x^{2n}$", "H<sub>2</sub>O and x<sup>2n</sup>"),
        (r"\textsc{Nato}", '<span style="font-variant:small-caps;">Nato</span>'),
        (r"\emph{a \textbf{b} c}", "<i>a <b>b</b> c</i>"),
        (r"a {\em b} c", "a <i>b</i> c"),
        ("<i>a</i> < b", "<\u2060i>a<\u2060/i> < b"),
    ],
)
def test_emphasis(written: str, markup: str) -> None:
    """It becomes that of CSL; a tag that an editor wrote stays words."""
    phrase, refused = tex.read(written)
    assert (printed(phrase), refused) == (markup, [])


@pytest.mark.parametrize(
    "command",
    [r"\href{javascript:alert(1)}{x}", r"\includegraphics{http://example.org/x.png}", r"\input{/etc/passwd}",
     r"\write18{x}", r"\def\a{b}", r"\foo", r"\cite{x}", r"\footnote{x}", r"\hyperlink{a}{b}", r"\csname x",
     r"\verb|x|", r"\noopsort{a}", r"{\color{red} x}", r"$\frac{1}{2}$"],
)  # fmt: skip
def test_every_other_command_is_refused_where_it_is_printed(command: str) -> None:
    """With its line; what is not printed is passed on."""
    note, abstract = f"note = {{One\n    {command}}}", f"abstract = {{{command}}}"
    text = f"@misc{{a-2020,\n  title = {{A}},\n  {note},\n  {abstract},\n}}\n"
    references, problems = parse("references.bib", text)
    assert {(one.line, one.code) for one in problems} == {(4, "B08")}
    assert command.replace("\n", " ") in references["a-2020"].get("abstract")


@given(st.text(alphabet="ab \\{}$^_~`'\"-%&#emph<>é\n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No letter is lost that no command took: what is not refused keeps all its plain words."""
    phrase, refused = tex.read(text)
    assert all(one.command for one in refused)
    if "\\" not in text:
        assert [sign for sign in plain(phrase) if sign.isalnum()] == [sign for sign in text if sign.isalnum()]


def test_a_lone_backslash() -> None:
    """At the very end of a field it begins nothing."""
    phrase, refused = tex.read("a \\")
    assert (plain(phrase), [one.command for one in refused]) == ("a", ["\\"])


def test_deep_braces() -> None:
    """A thousand braces are refused, and do not end in a traceback."""
    _phrase, refused = tex.read("{" * 1000 + "a" + "}" * 1000)
    assert len(refused) == 1
    tex.read("\\emph" * 2000)


@given(st.text(alphabet='@{}(),=#"%\\ \nabcmisc{title}stringcomment012-é', max_size=120))
def test_any_file_is_read_or_refused(text: str) -> None:
    """Whatever a file holds, there are problems with a line, or references."""
    references, problems = parse("references.bib", text)
    assert all(1 <= one.line <= text.count("\n") + 1 for one in problems)
    assert all(key == one.key for key, one in references.items())
