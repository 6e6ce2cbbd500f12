"""The words that readers see on the pages, in one table.

Each is plain text without markup; a field in braces is filled by the page, which may put a link there. A
translation is another table of the same names. Buttons and messages that scripts make have their words in
`theme/assets/`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.model import NoteKind, TermKind
from reader.words.plural import Plural

# On many pages
AND = " and "
NUMBERS = tuple("no one two three four five six seven eight nine ten eleven twelve".split())
SOURCES = "Sources: {works}."
LINE = "Line {first}"
LINES = "Lines {first}–{last}"
NUMBERED_LINE = "line {first}"
NUMBERED_LINES = "lines {first}–{last}"
FILE_OF = "{format} of {what}"
TEXTS = "Texts"

# The search
SEARCH = "Search"
KEPT = "Kept passages"
KEPT_TOLD = "The passages that you have kept, with your notes"
KEPT_WHERE = (
    "They are kept by this browser alone, on this device: nobody else sees them, and they are gone when you "
    "clear its data. Save them as a file to take them elsewhere."
)
KEPT_NEEDS = "Keeping passages needs JavaScript."
COMPARE = "Two texts side by side"
COMPARE_TOLD = "Read two of the texts side by side"
COMPARE_NEEDS = "This page needs JavaScript. Without it, the texts can be opened one by one:"
TIMELINE = "Timeline"
TIMELINE_TOLD = "Days and months that the texts, the notes and the glossary name"
TIMELINE_INTRO = (
    "Every day and month that the texts, the editors’ notes and the definitions of terms name, with the "
    "sentence that names it. A row of the drawing is a year; each mark leads to its place."
)
TIMELINE_EMPTY = "No text, note or definition names a day or a month."
TIMELINE_COLUMNS = ("Date", "What is said", "Where")
TIMELINE_LINK = "What happened when: the {timeline}."
SEARCH_TOLD = "Search the texts, notes, terms and references"
SEARCH_NEEDS = "The search needs JavaScript. Without it, the lists below lead everywhere."
SEARCH_LISTS = "To look through: {lists}."

# The list of the texts
TEXTS_TOLD = "The texts of this reader"
WORDS = "{number:,} words"

# The page of a text
TEXT_TOLD = "{title}, as a reading text with notes"
LENGTH = "Length"
LENGTH_TOLD = "{words:,} words, {minutes}"
MINUTES = Plural("{number} minute", "{number} minutes")
SOURCE = "Source"
EDITION = "Edition"
CITE = "Cite"
CITE_TOLD = "this text, or a passage of it"
TEXT = "Text"
TEXT_CLEANED = "cleaned and annotated: {apparatus}"
TEXT_CHANGES = "what was changed"
RIGHTS = "Rights"
PLAIN_TEXT = "Plain text"
WEB_ANNOTATIONS = "Web annotations"
RETIRED = "{name} is no longer in this text. {went}"
WORDS_WENT = "Its words went to {place}."
STOOD_BETWEEN = "It stood between {first} and {second}."
STOOD_BESIDE = "It stood beside {place}."
NOTHING_NEAR = "Nothing near it has survived."
CORRECTED = "The raw text has “{raw}”. {reason}"
SLIP = "So in the text: {reason}"
LINE_OF_VERSE = "Line {number}"
TABLE_NAMED = "Table, {passage}"
NOTE = "Note {number}"
FOOTNOTE = "Footnote {number} of the source"
FOOTNOTE_BACK = "Footnote {number}, back to the text"
PAGE = "Page {number}"
LINK_OF_SOURCE = "Link of the source: {address}"
PAGE_LEFT = "Page {number} of the print is not marked in this text any more."
NOTE_BACK = "Note {number}, back to the text"

# Below a text
FOOTNOTES = "Notes of the source"
NOTES = "Notes"
NOTE_KINDS: Mapping[NoteKind, str] = {
    "context": "Context",
    "since": "Since then",
    "correction": "Correction",
    "sic": "So in the text",
    "source": "Source",
}
WORKS_CITED = "Works cited"
TERMS_HERE = "Terms in this text"
ABOUT = "About this text"
DIFFERS = (
    "The reading text differs from the raw text by {corrections}, {cuts} and {regularisations}; {apparatus} "
    "lists them. {citing}."
)
FAINT_MARK = (
    "A faint wavy line under words marks a correction, or a slip that stands so in the text: point at it, or "
    "follow it, to see what the raw text has or what is meant."
)
THE_APPARATUS = "the apparatus"
HOW_TO_CITE = "How to cite"
REPORT = "Report an error in this text"
CORRECTIONS_MADE = Plural("{number:,} correction", "{number:,} corrections")
CUTS_MADE = Plural("{number:,} cut", "{number:,} cuts")
REGULARISATIONS_MADE = Plural("{number:,} regularisation", "{number:,} regularisations")
PREVIOUS = "← {title}"
NEXT = "{title} →"
PREVIOUS_FROM_THE_RIGHT = "→ {title}"
NEXT_FROM_THE_RIGHT = "{title} ←"

# Changes between editions
CHANGES = "Changes between editions"
CHANGES_TOLD = "Passages added, reworded and retired"
CHANGES_INTRO = (
    "This is edition {edition}. Each edition is listed with the passages that it added, reworded or "
    "retired, as the ledgers of anchors have recorded them."
)
EDITION_NAMED = "Edition {edition}"
FIRST_PUBLISHED = "First published here, in {number} passages and headings."
REGULARISED = "Only spaces, quotation marks or dashes were regularised in {passages}."
EVENTS = {"added": "{passage} added", "reworded": "{passage} reworded", "retired": "{passage} retired"}

# Citations of each passage
CITE_OF = "Cite: {title}"
CITE_OF_TOLD = "Citations of {title}, as a whole and of each passage"
CITE_THIS = "Cite this text"
CITE_INTRO = (
    "Citations of {text}, as a whole and of each passage, in several styles and for reference managers. The "
    "link to a passage carries its revision: should its words ever change, the page will say so."
)
WHOLE_TEXT = "The whole text"
ITS_PASSAGES = "Its passages"
ITS_PAGES = "Pages of the print"
CITATIONS = "Citations"

# The bibliography
BIBLIOGRAPHY_TOLD = "All works cited, with the passages that cite them"
BIBLIOGRAPHY_INTRO = (
    "The texts, the works they cite, and the sources that definitions and notes rest on, each with the "
    "places that cite it. References follow one citation style; a remark below an entry is ours."
)
WHOLE_BIBLIOGRAPHY = "The whole bibliography: {files}"
THE_TEXTS = "The texts"
THE_WORKS = "Works that the texts cite"
THE_SOURCES = "Sources of the glossary and the notes"
CITED_IN_ONE = "Works cited in one text: {texts}"
READ = "Read this text"
SOURCE_FOR = "Source for {places}."
NEVER_CITED = "Listed among the references of {text}, and not cited in its body."
PLACE = "{text}, {place}"

# The glossary
TERMS = "Terms"
TERMS_TOLD = "Every name and term that a reader may not know"
TERMS_INTRO = (
    "Every name and term of the texts that a reader may not know, with the number of its uses. A name in "
    "another language, or a variant that no text uses, is found by the search."
)
STRIPS_INTRO = (
    "The strips show who speaks of what: a part for each text, in the order {texts}, and a stroke for each"
    " use at its place. Persons and places are also in an {index}."
)
INDEX_OF_NAMES_LINK = "index of names"
TERM_KINDS: Mapping[TermKind, str] = {
    "organisation": "Organisation",
    "treaty": "Treaty, agreement or format",
    "corridor": "Corridor or pipeline",
    "place": "Place",
    "concept": "Concept",
    "conflict": "Conflict or event",
    "person": "Person",
}
GROUPS_OF_TERMS: Mapping[TermKind, str] = {  # in their order on the page
    "organisation": "Organisations",
    "treaty": "Treaties, agreements and formats",
    "corridor": "Corridors and pipelines",
    "place": "Places",
    "concept": "Concepts",
    "conflict": "Conflicts and events",
    "person": "Persons",
}
USED = "{uses} in {texts}"
USED_TIMES = Plural("{number} use", "{number} uses")
IN_TEXTS = Plural("{number} text", "{number} texts")
UNUSED = "background reading"
SINCE = "Since the texts were written"
NAMES = "Names"
IN_THE_TEXTS = "In the texts: {forms}."
QUOTED = "“{form}”"
ALSO = "Also: {names}."
SEE_ALSO = "See also {terms}."
USES = "Uses"
PASSAGES = "Passages"
STRIP_TOLD = "Uses of this term by text"
STRIP_COUNT = "{text}: {number}"

# The index of names
INDEX_OF_NAMES = "Index of names"
INDEX_OF_NAMES_TOLD = "Persons and places, with the passages that name them"
INDEX_OF_NAMES_INTRO = "Every use of a name. Other terms are in the {list}."
LIST_OF_TERMS = "list of terms"

# Problems explained, on their page and on the terminal; code stands between backticks
PROBLEMS = "Problems explained"
PROBLEMS_TOLD = "What each problem code means, with examples"
PROBLEMS_INTRO = (
    "Whatever is wrong with a source is told as `path:line: CODE message — hint`, all at once, and nothing"
    " is written. This page says what each code means; `annotated-reader explain B04` tells the "
    "same of one code, and `explain` alone lists them all. In a checkout of the engine that is not "
    "installed, `python3 scripts/build.py` stands for `annotated-reader`.",
    "The letter of a code says what it is about. The examples are from a small made-up edition of two texts, "
    "`marsh-1931` and `reed-1950`; each was tried, and gives the problem that it stands under.",
)
MORE = "More on one of them, with examples: annotated-reader explain CODE"
FOUND_BY = "`{verb}` finds it; `build` does not."
DOCUMENTED = "Documented in {place}."
COMES_WITH = "This gives {codes} too."
LABELLED = "{label} {text}"
ARISES = "How it comes about:"
MEND = "What to do:"
WRONG_IN = "{wrong} in {path}:"
WRONG = "Wrong,"
RIGHT = "Right:"
LEAVE_OUT = "{right} leave it out."

# Where else a passage lives, and what a term stands with
QUOTED_ON = "quoted in {page}"
REFERRED_TO = "referred to in {note} of {text}"
PASSAGE_OF = "{text}, {passage}"
NEAR_TO = "near to {passage}: {terms}"
STANDS_WITH = "Most often with {terms}."
BESIDE = "{name} ({number} passages)"

# Addresses that have left
MOVED = "Moved"
MOVED_TOLD = "What was published here is at {address} now"
PAGE_MOVED = "This page has moved"
MOVED_TO = "It has moved to {place}.{reason}"
BELONGED_TO = "It belonged to {place}.{reason}"
PART_MOVED = "{name} of this text is {place} there."
GONE_TOLD = "What was published here, and why it is gone"
GONE = "This was published here from edition {edition} on, and is no longer part of this reader. {reason}"
GONE_TOO = "{place}, which is no longer part of this reader"
PART_GONE = "{name} was a part of this text, which is no longer here."
STILL_RECORDED = "Its record is still in the {bibliography}."
BIBLIOGRAPHY_NAMED = "bibliography"
ENTRY_MOVED = "This entry has moved to {place}: {reason}"
ENTRY_GONE = "Here stood, from edition {edition} on: {what}. It is gone: {reason}"
ADDRESSES = "Addresses"
ADDRESSES_TOLD = "How many addresses were published, and what has moved"
ADDRESSES_INTRO = (
    "What has been published keeps its address: it still stands there, or the address leads on to where it "
    "is now, or a page says what was there and why it is gone. The register of all addresses is {register}; "
    "a build that would lose one of them stops."
)
ADDRESSES_COUNTED = "Published so far, each with an address of its own: {kinds}."
OF_TEXTS = Plural("{number:,} text", "{number:,} texts")
OF_PASSAGES = Plural("{number:,} passage, heading or note", "{number:,} passages, headings and notes")
OF_TERMS = Plural("{number:,} term", "{number:,} terms")
OF_REFERENCES = Plural("{number:,} reference", "{number:,} references")
NONE_LEFT = "None of them has moved, and none is gone."
GONE_ONES = "Gone"
ONE_MOVED = "{old} to {new}: {reason}"
ONE_GONE = "{old}: {what}. {reason}"
