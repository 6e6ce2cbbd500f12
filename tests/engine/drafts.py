"""Random texts of paragraphs, and an editor who goes on changing them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

LATIN = """
abandon absence academy accord actor advisor affair agency agreement airport alliance ambassador ancient
annex archive armament army arrival article assembly asset attack autumn balance bargain barrier basin
battle border bridge broker budget buffer bureau cabinet campaign canal candidate capital cargo caucus
century chamber channel charter chief citizen claim climate coalition coast colony column command
committee common compact complex concern conduct congress consul contract convoy corridor council crisis
culture currency custom damage deadline debate decade decree defence delegate demand deputy desert detail
diplomat dispute district doctrine domain drought economy edition election embargo embassy emerge empire
enclave energy envoy estate evidence exile expert export faction famine federal ferry finance fleet
forecast forest formula fortress forum fraction freight frontier garrison general glacier governor grain
gravel guard harbour harvest headline highway horizon hostile hunger idea identity illness impact import
income industry inquiry island journal judge junction justice kingdom labour language lawyer leader
legacy lesson letter liberal limit logistics loyalty manager margin maritime market measure meeting
memory merchant militia mineral minister mission model monarch mountain municipal museum mystery narrow
navy neutral notion nuclear oasis object observer office opinion orchard order outpost oxygen parade
parliament partner passage patrol payment peasant pension pilot pipeline planet plateau pledge policy
port poverty prairie premier pressure price prison profit project promise protocol province publish
purpose quarter question quota railway ransom reactor reason rebel recovery refugee regime region relief
report rescue reserve retreat revenue rhythm rival river route rumour sanction satellite scholar science
season secret sector senate session shadow shelter signal silence soldier sovereign speaker spring
station statute steppe strait strike student summit supply surplus survey symbol tariff temple tension
terminal territory theory threat timber title tourist trade tradition transit treasury treaty tribute
tunnel turbine union upheaval urban usage vacuum valley venture verdict vessel veteran victory village
violence vision vote voyage wagon warning weapon weather welfare winter witness worker workshop yard
yield zenith zone
""".split()
CYRILLIC = """
авария автор агент адрес армия архив атака база баланс берег битва блокада боец буфер бюджет вагон
ведомство век вершина весна ветер визит власть вода война вокзал восток вывод газета глава год голос
город граница груз дело день деревня договор долина дом дорога доступ единство житель завод задача закон
запад зима знание игра идея интерес искусство история итог канал карта книга комитет конец корабль край
кризис культура лагерь лето линия лицо лодка
""".split()
PERSIAN = """
آب آزادی آسمان آینده ابر اتحاد اخبار ارتش استان اقتصاد امنیت انقلاب ایران باران بازار بحران برنامه بندر
پایان پیمان تاریخ تجارت تهران جاده جنگ جهان خاک خبر خلیج دریا دولت دیدار راه رود روسیه زبان زمستان زمین
سازمان سفر سیاست شرق شمال شهر صلح طرح غرب قانون قرارداد کتاب کشور کوه گفتگو مجلس مرز مردم منطقه نامه نفت
وزیر همکاری
""".split()
SHARED = (
    "the views that are stated here are those of the author and need not be those of the institute".split(),
    "in the framework of the regional security complex theory this is said of both countries".split(),
)
Paragraph = tuple[str, ...]
Draft = list[Paragraph]
EDITS = (
    "typo",
    "reword",
    "extend",
    "insert",
    "append",
    "delete",
    "split",
    "merge",
    "swap",
    "move",
    "repeat",
    "restore",
)


def words(script: Sequence[str], shortest: int, longest: int) -> st.SearchStrategy[Paragraph]:
    """Return some words of a script; a paragraph of real prose seldom repeats one."""
    return st.lists(st.sampled_from(script), min_size=shortest, max_size=longest, unique=True).map(tuple)


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Return a paragraph: a few words or many, in one script, some with a sentence that others share."""
    script = draw(st.sampled_from([LATIN, LATIN, LATIN, CYRILLIC, PERSIAN]))
    longest = draw(st.sampled_from([3, 8, 20, 40]))
    own = draw(words(script, max(1, longest // 2), longest))
    shared = draw(st.sampled_from([(), (), (), *SHARED]))
    return (*own, *shared) if draw(st.booleans()) else (*shared, *own)


def drafts() -> st.SearchStrategy[Draft]:
    """Return the paragraphs of a first draft."""
    return st.lists(paragraphs(), min_size=1, max_size=7)


@st.composite
def edit(draw: st.DrawFn, draft: Draft, earlier: Sequence[Paragraph]) -> Draft:
    """Return the draft after one change; `earlier` are paragraphs that may be put back."""
    new = list(draft)
    what = draw(st.sampled_from(EDITS))
    if not new or what == "insert":
        new.insert(draw(st.integers(0, len(new))), draw(paragraphs()))
        return new
    at = draw(st.integers(0, len(new) - 1))
    one = new[at]
    place = draw(st.integers(0, len(one) - 1))
    if what == "typo":
        new[at] = (*one[:place], typo(draw, one[place]), *one[place + 1 :])
    elif what == "reword":
        new[at] = (*one[:place], *draw(words(LATIN, 1, 3)), *one[place + draw(st.integers(0, 2)) :])
    elif what == "extend":
        new[at] = (*one[:place], *draw(words(LATIN, 3, 8)), *one[place:])
    elif what == "append":
        new.append(draw(paragraphs()))
    elif what == "delete":
        del new[at]
    elif what == "split" and place:
        new[at : at + 1] = [one[:place], one[place:]]
    elif what == "merge" and at + 1 < len(new):
        new[at : at + 2] = [(*one, *new[at + 1])]
    elif what == "swap" and at + 1 < len(new):
        new[at], new[at + 1] = new[at + 1], one
    elif what == "move":
        new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
    elif what == "repeat":
        new.insert(draw(st.integers(0, len(new))), one)
    elif what == "restore" and earlier:
        new.insert(at, draw(st.sampled_from(earlier)))
    return new


def typo(draw: st.DrawFn, word: str) -> str:
    """Return a word with one letter wrong, missing or doubled."""
    at = draw(st.integers(0, len(word) - 1))
    return (
        draw(
            st.sampled_from(
                [
                    word[:at] + "x" + word[at + 1 :],
                    word[:at] + word[at:] + word[at],
                    word[:at] + word[at + 1 :],
                ]
            )
        )
        or word
    )


@st.composite
def histories(draw: st.DrawFn, generations: int = 4, most_edits: int = 5) -> list[Draft]:
    """Return the generations of a text, each some edits after the one before."""
    found = [draw(drafts())]
    for _ in range(draw(st.integers(1, generations))):
        draft = found[-1]
        for _ in range(draw(st.integers(0, most_edits))):
            draft = draw(edit(draft, [one for old in found for one in old]))
        found.append(draft)
    return found
