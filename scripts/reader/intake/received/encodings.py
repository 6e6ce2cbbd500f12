"""Read bytes as text: what encoding they are in is told by marks, by what is valid, and at last by likeness.

    b"\\xcf\\xf0\\xe8\\xe2\\xe5\\xf2"  ->  “Привет”, cp1251        b"caf\\xe9"  ->  “café”, cp1252

UTF-8 is all but impossible by chance, so it goes first. Of the encodings of one byte a letter, that one is
taken in which the letters beyond ASCII make words: letters of one script, small after small, the frequent
ones frequent.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from reader.intake.received.refusal import no_text

MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
WIDE = (("utf-16-le", 2, 1), ("utf-16-be", 2, 0), ("utf-32-le", 4, 3), ("utf-32-be", 4, 0))
NARROW = (
    "cp1252",
    "cp1251",
    "koi8-r",
    "cp866",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "mac-roman",
)
STRANGE = {"Cn", "Co", "Cc"}
MANY_BYTES = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
KANA = ("\u3041", "\u30ff")
COMMON = frozenset(
    "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发後后作里"
    "日本長三行見月分前間東四今金入学高円外気小話女北書先名千水男西電校語土木食車何南万毎白、。，・「」の"
    "가고기나는다도라로를리사서시아어에은을의이인자지하한해"
)
EASTERN = (
    ("\u4e00", "\u9fff"),
    ("\u3000", "\u30ff"),
    ("\uac00", "\ud7a3"),
    ("\uff00", "\uff5e"),
)
SAMPLE = 200_000  # bytes that are weighed
FREQUENT = frozenset(
    "оеаинтсрвлкмдпуяыьгзбчйхжОЕАИНТСРВЛКМДПУ"  # Russian
    "éèàêâîôûçùëïüöäßñáíóúåøæãõœÉÈÀÖÄÜÅØÇ"  # western Europe
    "ąćęłńśźżčšžřěůýőűţşăİığ"  # eastern Europe, Turkish
    "αειοντσρκλμηυπςάέήίόύώ"  # Greek
    "אבגדהולימנרשת"
    "ابتدرسعفقلمنهويیک"
    "“”‘’«»„–—…£€§°©·•№"
)
NO_TEXT = "the bytes of the file are no text"
SOME = 0.02  # of the bytes are controls: fewer leave it a text
NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
NAMED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
NAMED_WITHIN = 4096
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was in, and whether that was weighed and not known."""

    text: str  # signs that cannot be read are U+FFFD
    encoding: str  # as Python names it
    weighed: bool = False  # told by likeness, or mixed: an editor should look


def decode(data: bytes) -> Decoded:
    """Return the text that bytes are, or raise `Refused`."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return Decoded(data.decode(encoding, "replace"), encoding)
    if b"\x00" in data:
        return _wide(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if len(NOT_IN_TEXT.findall(data)) > SOME * len(data):
        raise no_text(NO_TEXT)
    return _mostly_utf8(data) or _weighed(data)


def decode_page(data: bytes) -> Decoded:
    """Return the text of a page of HTML: in the encoding that it names, unless its bytes contradict that."""
    for mark, _encoding in MARKS:
        if data.startswith(mark):
            return decode(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        named = NAMED.search(data[:NAMED_WITHIN])
        if named and b"\x00" not in data:
            try:
                encoding = codecs.lookup(named[1].decode("ascii")).name
                encoding = "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding  # as browsers take it
                return Decoded(data.decode(encoding), encoding)
            except (LookupError, UnicodeDecodeError, ValueError):
                pass
    return decode(data)


def _wide(data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a mark: bytes that say the script repeat at every second or fourth place."""
    candidates = []
    for encoding, width, at in WIDE:
        if len(data) % width:
            continue
        high = Counter(data[at::width])
        regular = sum(times for _byte, times in high.most_common(3)) / max(sum(high.values()), 1)
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:SAMPLE]
        letters = sum(sign.isalpha() or sign.isspace() for sign in sample)
        strange = sum(unicodedata.category(sign) in STRANGE and sign not in "\r\n\t" for sign in sample)
        if regular > 0.85 and letters * 2 > len(sample) and strange * 50 < len(sample):
            candidates.append((regular - strange, encoding, text))
    if not candidates:
        if data.count(b"\x00") <= SOME * len(data):
            return decode(data.replace(b"\x00", b"\x1b"))
        raise no_text(NO_TEXT)
    _score, encoding, text = max(candidates, key=lambda one: (one[0], one[1]))
    return Decoded(text, encoding)


def _mostly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bytes of another encoding in it, as pages that were put together have it."""
    text = data.decode("utf-8", "surrogateescape")
    bad = [sign for sign in text if "\udc80" <= sign <= "\udcff"]
    good = sum(sign > "\x7f" for sign in text) - len(bad)
    if len(bad) * 10 > good:
        return None
    mended = re.sub(
        "[\udc80-\udcff]+",
        lambda match: match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace"),
        text,
    )
    return Decoded(mended, "utf-8", weighed=True)


def _weighed(data: bytes) -> Decoded:
    sample = data[:SAMPLE]
    found: list[tuple[float, int, str]] = []
    for rank, encoding in enumerate((*NARROW, *MANY_BYTES)):
        try:
            text = _whole(sample, encoding)
        except UnicodeDecodeError:
            continue
        found.append((likeness(text, one_byte=encoding in NARROW), -rank, encoding))
    if not found:
        return Decoded(data.decode("latin-1"), "latin-1", weighed=True)
    encoding = max(found)[2]
    try:
        return Decoded(data.decode(encoding), encoding, weighed=True)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, weighed=True)


def _whole(sample: bytes, encoding: str) -> str:
    """The sample as text; a letter that the end of the sample cuts through is no fault."""
    try:
        return sample.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding in MANY_BYTES and error.start > len(sample) - 4:
            return sample[: error.start].decode(encoding)
        raise


def likeness(text: str, *, one_byte: bool = True) -> float:
    """Return how much the letters beyond ASCII look like words, from about -1 to 1."""
    beyond = [sign for sign in text if sign > "\x7f"]
    if not beyond:
        return 0.0
    if not one_byte:
        usual = sum(any(low <= sign <= high for low, high in EASTERN) for sign in beyond)
        known = sum(sign in COMMON or KANA[0] <= sign <= KANA[1] for sign in beyond)
        return usual / len(beyond) - 0.6 + 0.6 * known / len(beyond)
    good = sum(sign in FREQUENT for sign in beyond)
    odd = sum(_is_odd(sign) for sign in beyond)
    clashes = sum(_clashes(word) for word in WORD.findall(text))
    return (good - odd - 2 * clashes) / len(beyond)


def _is_odd(sign: str) -> bool:
    """Whether a sign is seldom in texts: parts of boxes, signs of money, controls, letters with odd marks."""
    if sign in FREQUENT:
        return False
    return unicodedata.category(sign) in {"Cc", "So", "Sm", "Sc", "Sk", "Cn", "Co", "Lo", "Pc"} and not (
        "\u0590" <= sign <= "\u06ff"
    )


def _clashes(word: str) -> int:
    """How often letters of a word do not go together: small before capital, or of two scripts."""
    return sum(_clash(one, other) for one, other in pairwise(word) if max(one, other) > "\x7f")


def _clash(one: str, other: str) -> bool:
    if one.islower() and other.isupper():
        return True
    return _script(one) != _script(other)


def _script(sign: str) -> str:
    return unicodedata.name(sign, "?").partition(" ")[0]
