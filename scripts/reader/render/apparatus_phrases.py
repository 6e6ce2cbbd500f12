"""The words that readers see in the apparatus of a text, in a table like `phrases.py`."""

from __future__ import annotations

from collections.abc import Mapping

from reader.words.plural import Plural

# The apparatus
APPARATUS = "Apparatus"
APPARATUS_TOLD = "What was changed in each text"
APPARATUS_LISTED = "What was changed in each text."
APPARATUS_OF = "Apparatus: {title}"
APPARATUS_OF_TOLD = "Every change made to the raw text of {title}"
APPARATUS_INTRO = (
    "Every difference between the raw text, as it was received, and the reading text of {text}. Undoing "
    "all of them gives the raw text back byte for byte. Line numbers are those of the raw text."
)
CORRECTIONS = "Corrections"
NO_CORRECTIONS = "No word of the raw text has been changed."
HEADINGS = "Headings"
HEADINGS_TOLD = (
    "Shown as headings are: in other capitals and signs than the raw text has, with the same letters."
)
HEADING_SHOWN = "{passage}, raw line {line}"
SUPPLIED = "Supplied by the editors"
KEPT = "Kept as it stands {sic}"
SIC = "sic"
NOTHING_KEPT = "Nothing that looks like a mistake has been noted."
CHANGE = "{passage}, raw line {line}: {reason}."
CUTS = "Cuts"
CUTS_WITHHELD = "The cuts are not listed, since not all words of this text are shown."
NO_CUTS = "No line of the raw text has been left out."
CUT = "Raw {lines}, {kind}: {reason}."
CUT_KINDS: Mapping[str, str] = {
    "boilerplate": "boilerplate",
    "furniture": "frame of the page",
    "metadata": "details of the text",
    "duplicate": "repetition",
}
OF_SOURCE = "What the source marks within its lines"
OF_SOURCE_TOLD = (
    "Signs of the raw text that were taken out of it and are shown beside it, and words that the source sets "
    "apart. The raw text below shows where each of these signs stood."
)
OF_SOURCE_WHAT = "What"
SET_APART = {
    "footnote": "markers of footnotes, shown as signs",
    "number": "numbers that footnotes begin with, shown beside them",
    "page": "signs of pages, shown as numbers in the margin",
    "line": "numbers of lines of verse, shown beside them",
    "notes": "footnotes, put behind the text",
    "pages": "pages of the print",
    "emphasis": "words with emphasis",
    "strong": "words with strong emphasis",
    "small-capitals": "words in small capitals",
    "superscript": "raised signs",
    "subscript": "lowered signs",
    "link": "links",
    "foreign": "words in another language",
}
SIGN_SHOWN = "Taken out of the text, and shown beside it: {label}"
REGULARISATIONS = "Regularisations"
NO_REGULARISATIONS = "Spaces, quotation marks and line ends stand as in the raw text."
BY_RULE = "Made by rule; none of them touches a letter or a digit."
RULE = "Rule"
TIMES = "Times"
CONTROLS = "Control characters of the raw text, shown as visible signs:"
CONTROL = "{name}, shown as {sign}: {times:,} times, raw lines {lines}"
AND_MORE = "{lines} …"

# The raw text beside the reading text
RAW = "Raw text beside the reading text"
RAW_TOLD = (
    "Each run of raw lines, with their numbers and without blank lines, beside what became of it. Struck "
    "through is what was cut or corrected, underlined what the editors put there, dotted what looks like a "
    "mistake and was kept. Differences of spaces and quotation marks are not marked."
)
RAW_LINE = "Line"
RAW_TEXT = "Raw text"
READING_TEXT = "Reading text"
NO_LINE = "No line"
EMPTIED = "Nothing of it is left in the reading text"
NOT_SHOWN = "Not shown"
NOT_IN_RAW = "Not in the raw text; supplied by the editors"
NO_LINE_OF_ITS_OWN = "No raw line of its own: it comes from a correction of the words above"
WHOLE_CUT = "Cut, {kind}"
LINE_CUT = "{lines} cut, {kind}"
FATE = "{what}."
FATE_REASON = "{what}: {reason}."
RULES_OFF = "Off for this text ({reason}): {rules}."
OWN_MARKS = "Quotation marks of its own ({reason}): {marks}"
ODD_SIGNS = "Characters that nobody sees, kept although no spelling needs them where they stand:"
ODD_SIGN = "{name}: {times}, raw lines {lines}"
TIMES_THERE = Plural("once", "{number:,} times")
