"""The language of a text or of a stretch of it, by its script and its function words.

    "и в то же время"   ->   "ru"        "و در این باره"   ->   "fa"        "1999"   ->   ""

Function words are the ones no sentence does without; the language that most of them belong to is taken.
A language written in its own script needs none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

FUNCTION_WORDS: dict[str, str] = {
    "en": """
        the of and to in a that is was for on with as it at by from be are this had has have not
        but his her he she they their were which who would will an or its been more than we you
        there when what about""",
    "de": """
        der die das und den von zu mit ist des dem nicht ein eine auf für sich auch als im es
        wird werden einer einen sind oder bei nach aus wie durch noch nur""",
    "fr": """
        le la les de et des en un une du que qui est dans pour pas sur au ce il plus par avec
        son sont ne se cette aux mais ou nous vous""",
    "es": """
        el la los las de y del que en se por con no una su al lo como más para es un sus ha pero
        este esta fue sobre""",
    "pt": """
        o a os as de do da em um uma não com na dos mais ao e que para se por no das foi como
        são também pelo pela seu sua""",
    "it": """
        il i che di per non gli della nel è una un in con del dei le la si da alla sono anche
        come più delle dalla questo""",
    "nl": """
        de het een van en dat op te voor zijn is met niet aan er ook als door maar bij wordt
        deze naar uit""",
    "sv": "och att det som en på är av för med den till inte om ett men har de var från vid så",
    "pl": "w i z na nie się do że jest to o jak po za od przez dla ale już są był oraz tym",
    "tr": "ve bir bu için ile da de çok daha olarak olan gibi ne o kadar sonra ancak ise değil en",
    "ru": """
        и в не на что с по как это но из у за от для так к же о был его все они мы а то или быть
        только также которые""",
    "uk": "і в не на що з як це але до за від для та у про є він які або також бути",
    "fa": "و در به از را این با است برای آن می که یک های ها شد شده خود تا بر هم او ما",
    "ar": "في من على إلى أن عن التي هذا ما لا كان الذي هذه و أو بين مع كما بعد قد",
    "hy": "և է որ են համար այս մեջ իր ու հետ եւ",
    "az": "və bu ilə üçün da də bir olan ki o daha kimi edir",
}
SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", r"[\p{Hiragana}\p{Katakana}]"),
    ("zh", r"\p{Han}"),
    ("ko", r"\p{Hangul}"),
    ("th", r"\p{Thai}"),
    ("el", r"\p{Greek}"),
    ("he", r"\p{Hebrew}"),
    ("hi", r"\p{Devanagari}"),
    ("ka", r"\p{Georgian}"),
    ("hy", r"\p{Armenian}"),
)
OWN = tuple((language, regex.compile(script)) for language, script in SCRIPTS)
WORD = regex.compile(r"\w+")
LOOKED_AT = 20_000  # characters: the language of a text shows by then
KNOWN: dict[str, tuple[str, ...]] = {}
for _language, _words in FUNCTION_WORDS.items():
    for _word in _words.split():
        KNOWN[_word] = (*KNOWN.get(_word, ()), _language)
FUNCTION = frozenset(KNOWN)


def language(text: str) -> str:
    """Return the language of a text as a tag, or nothing where it does not show."""
    sample = text[:LOOKED_AT]
    letters = sum(map(str.isalpha, sample))
    for tag, script in OWN if not sample.isascii() else ():
        share = len(script.findall(sample)) / max(1, letters)
        if share > (0.05 if tag == "ja" else 0.3):
            return tag
    return by_words(word.lower() for word in WORD.findall(sample))


def by_words(words: Iterable[str]) -> str:
    """Return the language that most function words among some words belong to."""
    counted: Counter[str] = Counter()
    for word in words:
        for tag in KNOWN.get(word, ()):
            counted[tag] += 1
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] >= 2 else ""
