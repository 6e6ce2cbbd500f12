"""The words that readers meet in the data files, in one table: plain text with named fields."""

from __future__ import annotations

from collections.abc import Mapping

from reader.model import Layout
from reader.words.plural import Plural

READER = "An annotated reader"
GONE = "This text is no longer part of this reader: {reason}"

# The plain text
EDITION_OF = "edition {edition} of {address}"
RIGHTS_LINE = "rights: {rights}"
EXCERPT_LINE = "only an excerpt of this text is shown here; see the rights above, and the source"
WITHHELD_LINE = "the words of this text are not shown here; see the rights above, and the source"
PICTURE = "[Picture: {alt}]"
NOTE = "{name} ({passage}, “{lemma}”): {body}"

# The book
EDITION = "Edition {edition}"
BOOK_RIGHTS = "The texts keep their own rights, stated at the head of each."
SOURCE = "Source: "
RIGHTS = "Rights: {rights}"
TERMS = "Terms"
IN_THE_TEXTS = "In the texts: "

# TEI
WITHHELD_PASSAGES = "Not shown: {number} passages that the rights do not cover."
NOT_ESTABLISHED = "The {what} is not established."
AND_OTHERS = "{name} et al."
HYPHENATION: Mapping[Layout, str] = {
    "line-per-paragraph": "A line of the raw text is a paragraph: no word is divided at the end of a line.",
    "hard-wrapped": "Words divided at the ends of raw lines are joined. Whether the hyphen stays was decided "
    "for each of them.",
}
CUT_LINE = "Cut, raw line {first} ({kind}): {reason}"
CUT_LINES = "Cut, raw lines {first}–{last} ({kind}): {reason}"
CORRECTIONS = (
    "Words are changed by the editor alone, and each change is marked: choice holds the raw and the mended "
    "reading. What looks like a mistake and is kept is marked sic; what the source must once have had is "
    "marked supplied."
)
CORRECTED = ", raw line {line}, corrected: {reason}"
SUPPLIED = ", before raw line {line}, supplied: {reason}"
KEPT = ", raw line {line}, kept: {reason}"
RULES = "By rules that are the same for all texts, and that change no letter or digit:"
RULE = "{rule}: {does} ({times})"
TIMES = Plural("once", "{number} times")

# Web annotations
NOTES_AND_TERMS = (
    "{text}: notes and terms. A TextPositionSelector that refines a fragment counts the code points of the "
    "passage; any other counts those of the passages joined by two line feeds."
)
