"""The words that readers see on the pages, in one table.

Each is plain text without markup; a field in braces is filled by the page, which may put a link there. A
translation is another table of the same names. Buttons and messages that scripts make have their words in
`theme/assets/`.
"""

from __future__ import annotations

from reader.words.speech import Phrase, Plural

# On many pages
AND = Phrase(" and ")
# Counts on hand-written pages in English; in other languages they are figures
NUMBERS = tuple("no one two three four five six seven eight nine ten eleven twelve".split())
SOURCES = Phrase("Sources: {works}.")
LINE = Phrase("Line {first}")
LINES = Phrase("Lines {first}–{last}")
NUMBERED_LINE = Phrase("line {first}")
NUMBERED_LINES = Phrase("lines {first}–{last}")
FILE_OF = Phrase("{format} of {what}")
TEXTS = Phrase("Texts")

# The search
SEARCH = Phrase("Search")
KEPT = Phrase("Kept passages")
KEPT_TOLD = Phrase("The passages that you have kept, with your notes")
KEPT_WHERE = Phrase(
    "They are kept by this browser alone, on this device: nobody else sees them, and they are gone when you "
    "clear its data. Save them as a file to take them elsewhere."
)
KEPT_NEEDS = Phrase("Keeping passages needs JavaScript.")
COMPARE = Phrase("Two texts side by side")
COMPARE_TOLD = Phrase("Read two of the texts side by side")
COMPARE_NEEDS = Phrase("This page needs JavaScript. Without it, the texts can be opened one by one:")
TIMELINE = Phrase("Timeline")
TIMELINE_TOLD = Phrase("Days and months that the texts, the notes and the glossary name")
TIMELINE_INTRO = Phrase(
    "Every day and month that the texts, the editors’ notes and the definitions of terms name, with the "
    "sentence that names it. A row of the drawing is a year; each mark leads to its place."
)
TIMELINE_EMPTY = Phrase("No text, note or definition names a day or a month.")
TIMELINE_COLUMNS = (Phrase("Date"), Phrase("What is said"), Phrase("Where"))
TIMELINE_LINK = Phrase("What happened when: the {timeline}.")
SEARCH_TOLD = Phrase("Search the texts, notes, terms and references")
SEARCH_NEEDS = Phrase("The search needs JavaScript. Without it, the lists below lead everywhere.")
SEARCH_LISTS = Phrase("To look through: {lists}.")

# The list of the texts
TEXTS_TOLD = Phrase("The texts of this reader")
WORDS = Plural("{number:,} word", "{number:,} words")

# The page of a text
TEXT_TOLD = Phrase("{title}, as a reading text with notes")
LENGTH = Phrase("Length")
LENGTH_TOLD = Phrase("{words}, {minutes}")
MINUTES = Plural("{number} minute", "{number} minutes")
SOURCE = Phrase("Source")
EDITION = Phrase("Edition")
CITE = Phrase("Cite")
CITE_TOLD = Phrase("this text, or a passage of it")
TEXT = Phrase("Text")
TEXT_CLEANED = Phrase("cleaned and annotated: {apparatus}")
TEXT_CHANGES = Phrase("what was changed")
RIGHTS = Phrase("Rights")
PLAIN_TEXT = Phrase("Plain text")
WEB_ANNOTATIONS = Phrase("Web annotations")
RETIRED = Phrase("{name} is no longer in this text. {went}")
WORDS_WENT = Phrase("Its words went to {place}.")
STOOD_BETWEEN = Phrase("It stood between {first} and {second}.")
STOOD_BESIDE = Phrase("It stood beside {place}.")
NOTHING_NEAR = Phrase("Nothing near it has survived.")
CORRECTED = Phrase("The raw text has “{raw}”. {reason}")
SLIP = Phrase("So in the text: {reason}")
LINE_OF_VERSE = Phrase("Line {number}")
TABLE_NAMED = Phrase("Table, {passage}")
NOTE = Phrase("Note {number}")
FOOTNOTE = Phrase("Footnote {number} of the source")
FOOTNOTE_BACK = Phrase("Footnote {number}, back to the text")
PAGE = Phrase("Page {number}")
LINK_OF_SOURCE = Phrase("Link of the source: {address}")
PAGE_LEFT = Phrase("Page {number} of the print is not marked in this text any more.")
NOTE_BACK = Phrase("Note {number}, back to the text")

# Below a text
FOOTNOTES = Phrase("Notes of the source")
NOTES = Phrase("Notes")
WORKS_CITED = Phrase("Works cited")
TERMS_HERE = Phrase("Terms in this text")
ABOUT = Phrase("About this text")
DIFFERS = Phrase(
    "The reading text differs from the raw text by {corrections}, {cuts} and {regularisations}; {apparatus} "
    "lists them. {citing}."
)
FAINT_MARK = Phrase(
    "A faint wavy line under words marks a correction, or a slip that stands so in the text: point at it, or "
    "follow it, to see what the raw text has or what is meant."
)
THE_APPARATUS = Phrase("the apparatus")
HOW_TO_CITE = Phrase("How to cite")
REPORT = Phrase("Report an error in this text")
CORRECTIONS_MADE = Plural("{number:,} correction", "{number:,} corrections")
CUTS_MADE = Plural("{number:,} cut", "{number:,} cuts")
REGULARISATIONS_MADE = Plural("{number:,} regularisation", "{number:,} regularisations")
PREVIOUS = Phrase("← {title}")
NEXT = Phrase("{title} →")
PREVIOUS_FROM_THE_RIGHT = Phrase("→ {title}")
NEXT_FROM_THE_RIGHT = Phrase("{title} ←")

# Changes between editions
CHANGES = Phrase("Changes between editions")
CHANGES_TOLD = Phrase("Passages added, reworded and retired")
CHANGES_INTRO = Phrase(
    "This is edition {edition}. Each edition is listed with the passages that it added, reworded or "
    "retired, as the ledgers of anchors have recorded them."
)
EDITION_NAMED = Phrase("Edition {edition}")
FIRST_PUBLISHED = Plural(
    "First published here, in {number} passage or heading.",
    "First published here, in {number} passages and headings.",
)
REGULARISED = Phrase("Only spaces, quotation marks or dashes were regularised in {passages}.")
EVENTS = {
    "added": Phrase("{passage} added"),
    "reworded": Phrase("{passage} reworded"),
    "retired": Phrase("{passage} retired"),
}

# Citations of each passage
CITE_OF = Phrase("Cite: {title}")
CITE_OF_TOLD = Phrase("Citations of {title}, as a whole and of each passage")
CITE_THIS = Phrase("Cite this text")
CITE_INTRO = Phrase(
    "Citations of {text}, as a whole and of each passage, in several styles and for reference managers. The "
    "link to a passage carries its revision: should its words ever change, the page will say so."
)
WHOLE_TEXT = Phrase("The whole text")
ITS_PASSAGES = Phrase("Its passages")
ITS_PAGES = Phrase("Pages of the print")
CITATIONS = Phrase("Citations")

# The bibliography
BIBLIOGRAPHY_TOLD = Phrase("All works cited, with the passages that cite them")
BIBLIOGRAPHY_INTRO = Phrase(
    "The texts, the works they cite, and the sources that definitions and notes rest on, each with the "
    "places that cite it. References follow one citation style; a remark below an entry is ours."
)
WHOLE_BIBLIOGRAPHY = Phrase("The whole bibliography: {files}")
THE_TEXTS = Phrase("The texts")
THE_WORKS = Phrase("Works that the texts cite")
THE_SOURCES = Phrase("Sources of the glossary and the notes")
CITED_IN_ONE = Phrase("Works cited in one text: {texts}")
READ = Phrase("Read this text")
SOURCE_FOR = Phrase("Source for {places}.")
NEVER_CITED = Phrase("Listed among the references of {text}, and not cited in its body.")
PLACE = Phrase("{text}, {place}")
ARTICLE = Phrase("article", "kind of work")
BOOK = Phrase("book", "kind of work")
A_REPORT = Phrase("report", "kind of work")
WEB_PAGE = Phrase("web page", "kind of work")
DOCUMENT = Phrase("document", "kind of work")

# The glossary
TERMS = Phrase("Terms")
TERMS_TOLD = Phrase("Every name and term that a reader may not know")
TERMS_INTRO = Phrase(
    "Every name and term of the texts that a reader may not know, with the number of its uses. A name in "
    "another language, or a variant that no text uses, is found by the search."
)
STRIPS_INTRO = Phrase(
    "The strips show who speaks of what: a part for each text, in the order {texts}, and a stroke for each"
    " use at its place. Persons and places are also in an {index}."
)
INDEX_OF_NAMES_LINK = Phrase("index of names")
USED = Phrase("{uses} in {texts}")
USED_TIMES = Plural("{number} use", "{number} uses")
IN_TEXTS = Plural("{number} text", "{number} texts")
UNUSED = Phrase("background reading")
SINCE = Phrase("Since the texts were written")
NAMES = Phrase("Names")
IN_THE_TEXTS = Phrase("In the texts: {forms}.")
QUOTED = Phrase("“{form}”")
ALSO = Phrase("Also: {names}.")
SEE_ALSO = Phrase("See also {terms}.")
USES = Phrase("Uses")
PASSAGES = Phrase("Passages")
STRIP_TOLD = Phrase("Uses of this term by text")
STRIP_COUNT = Phrase("{text}: {number}")

# The index of names
INDEX_OF_NAMES = Phrase("Index of names")
INDEX_OF_NAMES_TOLD = Phrase("Persons and places, with the passages that name them")
INDEX_OF_NAMES_INTRO = Phrase("Every use of a name. Other terms are in the {list}.")
LIST_OF_TERMS = Phrase("list of terms")

# Where else a passage lives, and what a term stands with
QUOTED_ON = Phrase("quoted in {page}")
REFERRED_TO = Phrase("referred to in {note} of {text}")
PASSAGE_OF = Phrase("{text}, {passage}")
NEAR_TO = Phrase("near to {passage}: {terms}")
STANDS_WITH = Phrase("Most often with {terms}.")
BESIDE = Plural("{name} ({number} passage)", "{name} ({number} passages)")

# Addresses that have left
MOVED = Phrase("Moved")
MOVED_TOLD = Phrase("What was published here is at {address} now")
PAGE_MOVED = Phrase("This page has moved")
MOVED_TO = Phrase("It has moved to {place}.{reason}")
BELONGED_TO = Phrase("It belonged to {place}.{reason}")
PART_MOVED = Phrase("{name} of this text is {place} there.")
GONE_TOLD = Phrase("What was published here, and why it is gone")
GONE = Phrase(
    "This was published here from edition {edition} on, and is no longer part of this reader. {reason}"
)
FOR_NOW = Phrase(
    "It is left out for the time being, since a mistake has been found in its source, and comes back when "
    "that is mended."
)
GONE_TOO = Phrase("{place}, which is no longer part of this reader")
PART_GONE = Phrase("{name} was a part of this text, which is no longer here.")
STILL_RECORDED = Phrase("Its record is still in the {bibliography}.")
BIBLIOGRAPHY_NAMED = Phrase("bibliography")
ENTRY_MOVED = Phrase("This entry has moved to {place}: {reason}")
ENTRY_GONE = Phrase("Here stood, from edition {edition} on: {what}. It is gone: {reason}")
ADDRESSES = Phrase("Addresses")
ADDRESSES_TOLD = Phrase("How many addresses were published, and what has moved")
ADDRESSES_INTRO = Phrase(
    "What has been published keeps its address: it still stands there, or the address leads on to where it "
    "is now, or a page says what was there and why it is gone. The register of all addresses is {register}; "
    "a build that would lose one of them stops."
)
ADDRESSES_COUNTED = Phrase("Published so far, each with an address of its own: {kinds}.")
OF_TEXTS = Plural("{number:,} text", "{number:,} texts")
OF_PASSAGES = Plural("{number:,} passage, heading or note", "{number:,} passages, headings and notes")
OF_TERMS = Plural("{number:,} term", "{number:,} terms")
OF_REFERENCES = Plural("{number:,} reference", "{number:,} references")
NONE_LEFT = Phrase("None of them has moved, and none is gone.")
GONE_ONES = Phrase("Gone")
ONE_MOVED = Phrase("{old} to {new}: {reason}")
ONE_GONE = Phrase("{old}: {what}. {reason}")
