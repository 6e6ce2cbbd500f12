"""The words that readers see in the apparatus of a text, in a table like `phrases.py`."""

from __future__ import annotations

from collections.abc import Mapping

from reader.words.speech import Phrase, Plural

# The apparatus
APPARATUS = Phrase("Apparatus")
APPARATUS_TOLD = Phrase("What was changed in each text")
APPARATUS_LISTED = Phrase("What was changed in each text.")
APPARATUS_OF = Phrase("Apparatus: {title}")
APPARATUS_OF_TOLD = Phrase("Every change made to the raw text of {title}")
APPARATUS_INTRO = Phrase(
    "Every difference between the raw text, as it was received, and the reading text of {text}. Undoing "
    "all of them gives the raw text back byte for byte. Line numbers are those of the raw text."
)
CORRECTIONS = Phrase("Corrections")
NO_CORRECTIONS = Phrase("No word of the raw text has been changed.")
HEADINGS = Phrase("Headings")
HEADINGS_TOLD = Phrase(
    "Shown as headings are: in other capitals and signs than the raw text has, with the same letters."
)
HEADING_SHOWN = Phrase("{passage}, raw line {line}")
SUPPLIED = Phrase("Supplied by the editors")
KEPT = Phrase("Kept as it stands {sic}")
SIC = Phrase("sic")
NOTHING_KEPT = Phrase("Nothing that looks like a mistake has been noted.")
CHANGE = Phrase("{passage}, raw line {line}: {reason}.")
CUTS = Phrase("Cuts")
CUTS_WITHHELD = Phrase("The cuts are not listed, since not all words of this text are shown.")
NO_CUTS = Phrase("No line of the raw text has been left out.")
CUT = Phrase("Raw {lines}, {kind}: {reason}.")
CUT_KINDS: Mapping[str, Phrase] = {
    "boilerplate": Phrase("boilerplate"),
    "furniture": Phrase("frame of the page"),
    "metadata": Phrase("details of the text"),
    "duplicate": Phrase("repetition"),
}
OF_SOURCE = Phrase("What the source marks within its lines")
OF_SOURCE_TOLD = Phrase(
    "Signs of the raw text that were taken out of it and are shown beside it, and words that the source sets "
    "apart. The raw text below shows where each of these signs stood."
)
OF_SOURCE_WHAT = Phrase("What")
SET_APART = {
    "footnote": Phrase("markers of footnotes, shown as signs"),
    "number": Phrase("numbers that footnotes begin with, shown beside them"),
    "page": Phrase("signs of pages, shown as numbers in the margin"),
    "line": Phrase("numbers of lines of verse, shown beside them"),
    "notes": Phrase("footnotes, put behind the text"),
    "pages": Phrase("pages of the print"),
    "emphasis": Phrase("words with emphasis"),
    "strong": Phrase("words with strong emphasis"),
    "small-capitals": Phrase("words in small capitals"),
    "superscript": Phrase("raised signs"),
    "subscript": Phrase("lowered signs"),
    "link": Phrase("links"),
    "foreign": Phrase("words in another language"),
}
SIGN_SHOWN = Phrase("Taken out of the text, and shown beside it: {label}")
REGULARISATIONS = Phrase("Regularisations")
NO_REGULARISATIONS = Phrase("Spaces, quotation marks and line ends stand as in the raw text.")
BY_RULE = Phrase("Made by rule; none of them touches a letter or a digit.")
RULE = Phrase("Rule")
TIMES = Phrase("Times")
CONTROLS = Phrase("Control characters of the raw text, shown as visible signs:")
CONTROL = Phrase("{name}, shown as {sign}: {times}, raw lines {lines}")
AND_MORE = Phrase("{lines} …")

# The raw text beside the reading text
RAW = Phrase("Raw text beside the reading text")
RAW_TOLD = Phrase(
    "Each run of raw lines, with their numbers and without blank lines, beside what became of it. Struck "
    "through is what was cut or corrected, underlined what the editors put there, dotted what looks like a "
    "mistake and was kept. Differences of spaces and quotation marks are not marked."
)
RAW_LINE = Phrase("Line")
RAW_TEXT = Phrase("Raw text")
READING_TEXT = Phrase("Reading text")
NO_LINE = Phrase("No line")
EMPTIED = Phrase("Nothing of it is left in the reading text")
NOT_SHOWN = Phrase("Not shown")
NOT_IN_RAW = Phrase("Not in the raw text; supplied by the editors")
NO_LINE_OF_ITS_OWN = Phrase("No raw line of its own: it comes from a correction of the words above")
WHOLE_CUT = Phrase("Cut, {kind}")
LINE_CUT = Phrase("{lines} cut, {kind}")
FATE = Phrase("{what}.")
FATE_REASON = Phrase("{what}: {reason}.")
RULES_OFF = Phrase("Off for this text ({reason}): {rules}.")
OWN_MARKS = Phrase("Quotation marks of its own ({reason}): {marks}")
ODD_SIGNS = Phrase("Characters that nobody sees, kept although no spelling needs them where they stand:")
ODD_SIGN = Phrase("{name}: {times}, raw lines {lines}")
TIMES_THERE = Plural("once", "{number:,} times")
