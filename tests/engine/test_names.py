"""Names of people and bodies, as BibTeX and BibLaTeX write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.names import Body, Person
from reader.project.bibtex import parse
from reader.project.bibtex_names import UnreadableName, names


def plainly(part: str) -> str:
    """Read a part of a name without TeX."""
    return part.replace("{", "").replace("}", "")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Doe, Jo", Person(family="Doe", given="Jo")),
        ("Jo Doe", Person(family="Doe", given="Jo")),
        ("Plato", Person(family="Plato")),
        ("van Gogh, Vincent", Person(family="Gogh", given="Vincent", particle="van")),
        ("Ludwig van Beethoven", Person(family="Beethoven", given="Ludwig", particle="van")),
        ("Charles de la Vallée Poussin",
         Person(family="Vallée Poussin", given="Charles", particle="de la")),
        ("King, Jr., Martin", Person(family="King", given="Martin", suffix="Jr.")),
        ("de Waal, III, Thomas", Person(family="Waal", given="Thomas", particle="de", suffix="III")),
        ("al-Assad, Bashar", Person(family="al-Assad", given="Bashar")),
        ("Bashar al-Assad", Person(family="al-Assad", given="Bashar")),
        ("{Barnes and Noble}", Body("Barnes and Noble")),
        ("{Institute of Steppe Studies, Tashkent}", Body("Institute of Steppe Studies, Tashkent")),
        ("{von Hippel}, Frank", Person(family="von Hippel", given="Frank")),
        ("family=Doe, given=Jo, prefix=von, useprefix=true",
         Person(family="Doe", given="Jo", particle="von", sorted_by_particle=True)),
        ("毛泽东", Person(family="毛泽东")),
        ("رضایی, مریم", Person(family="رضایی", given="مریم")),
    ],
)  # fmt: skip
def test_a_name(written: str, name: Person | Body) -> None:
    """Taken apart once, and for good."""
    assert names(written, plainly).names == (name,)


def test_a_list() -> None:
    """“and” divides outside braces alone; “others” is nobody."""
    found = names("{A and B} and Doe, Jo and Sandy Anderson and others", plainly)
    assert [one.in_full for one in found] == ["A and B", "Jo Doe", "Sandy Anderson"]
    assert found.more
    assert not names("Others, Ann", plainly).more


@pytest.mark.parametrize("written", ["A and and B", "and B", "a, b, c, d", ", Jo", "A and "])
def test_what_is_no_name(written: str) -> None:
    """Told with the line of the field."""
    with pytest.raises(UnreadableName):
        names(written, plainly)
    text = f"@misc{{a-2020,\n  title = {{A}},\n  author = {{{written}}},\n}}\n"
    assert [(one.line, one.code) for one in parse("references.bib", text)[1]] == [(3, "B02")]


@pytest.mark.parametrize(
    ("written", "family"),
    [(r"Carreira-Perpi\~n\'an, Miguel \'A.", "Carreira-Perpiñán"), (r"Kone\v cn\'y, Jan", "Konečný"),
     (r"{\O}ys Bu{\~n}o, W", "Øys Buño"), (r"W.~Bu\~{n}o", "Buño"), (r"Jan {\v C}apek", "Čapek"),
     (r"W \v{C}apek", "Čapek")],
)  # fmt: skip
def test_accents_in_names(written: str, family: str) -> None:
    """The sign of an accent is no blank, and the blank after its command is none either."""
    references, problems = parse("references.bib", f"@misc{{a-2020, title={{A}}, author={{{written}}}}}")
    assert problems == []
    [name] = references["a-2020"].names["author"]
    assert name.last == family


def test_how_a_name_is_written() -> None:
    """In a byline, in a list, before a year."""
    king = Person(family="King", given="Martin", suffix="Jr.")
    gogh = Person(family="Gogh", given="Vincent", particle="van")
    assert (king.in_full, king.inverted, king.last) == ("Martin King, Jr.", "King, Martin, Jr.", "King")
    assert (gogh.in_full, gogh.inverted, gogh.last) == ("Vincent van Gogh", "van Gogh, Vincent", "van Gogh")


@given(st.text(alphabet="ab A,{}=\\and ~é", max_size=40))
def test_any_list_is_read_or_refused(text: str) -> None:
    """There is no third way."""
    try:
        assert all(one.in_full.strip() for one in names(text, lambda part: part))
    except UnreadableName as error:
        assert str(error)


def test_a_list_of_three_thousand() -> None:
    """Collaborations are long."""
    assert len(names(" and ".join(f"Doe{number}, Jo" for number in range(3000)), plainly).names) == 3000
