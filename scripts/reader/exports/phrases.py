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
BOOK_TOLD = "Annotated texts, each with its notes, the terms that they use and a bibliography: {titles}"
BOOK_RIGHTS = "The texts keep their own rights, stated at the head of each."
SOURCE = "Source: "
RIGHTS = "Rights: {rights}"
TERMS = "Terms"
IN_THE_TEXTS = "In the texts: "
FOOTNOTES = "Notes of the source"
BACK = "↩"
LINK_SIGN = "↗"

# TEI
RESPONSIBILITY = "cleaned, annotated and provided with references by"
EDITORS_OF = "the editors of {site}"
PUBLISHED_ON = ", published on "
CORPUS_SOURCE = "The texts of this reader; the header of each says where it was published."
EDITION_TOLD = "Edition {edition}: {changes}"
PASSAGES_ADDED = "Added: "
PASSAGES_REWORDED = "Reworded: "
PASSAGES_GONE = "No longer in the text: "
WITHHELD_PASSAGES = "Not shown: {number} passages that the rights do not cover."
NOT_ESTABLISHED = "The {what} is not established."
AND_OTHERS = "{name} et al."
HYPHENATION: Mapping[Layout, str] = {
    "line-per-paragraph": "A line of the raw text is a paragraph: no word is divided at the end of a line.",
    "hard-wrapped": "Words divided at the ends of raw lines are joined. Whether the hyphen stays was decided "
    "for each of them.",
}
SIGNS = (
    "A note of the source stands where the text calls it, and n is its number; where a page of the print "
    "begins stands pb. The signs that the raw text has for them were taken out of it."
)
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
ASKED = "Other in this text: {what}. {reason}"
TIMES = Plural("once", "{number} times")

# Web annotations
NOTES_AND_TERMS = (
    "{text}: notes and terms. A TextPositionSelector counts the code points of the body of the page as it is "
    "served, before any script has run; one that refines a fragment counts those of the passage."
)

# The feed
EDITION_ENTRY = "Edition {edition}"
TEXT = "{title}"
NEW_TEXT = "New: {title}"
CHANGED_TEXT = "{title}: {changes}"
IN_THIS_EDITION = "In this edition:"
NO_CHANGES = "No text has changed."
ADDED = Plural("1 passage added", "{number} passages added")
REWORDED = Plural("1 reworded", "{number} reworded")
RETIRED = Plural("1 removed", "{number} removed")
PASSAGES = Plural("1 passage", "{number} passages")
NOTES = Plural("1 note", "{number} notes")
NOTES_CHANGED = Plural("1 note new or reworded", "{number} notes new or reworded")
NEW_TERMS = Plural("1 new term", "{number} new terms")
NEW_WORKS = Plural("1 new work in the bibliography", "{number} new works in the bibliography")
ONLY_SIGNS = "spaces and quotation marks alone"

# The search, for browsers
SEARCH_TOLD = "Passages, terms and references of {site}"

# The tables
TABLE_TEXTS = "The texts, a row each."
TABLE_PASSAGES = "The passages of all texts in their order, as far as the rights allow them to be shown."
TABLE_USES = "Every use of every term in the texts, linked or not."
TABLE_CITATIONS = "Every place at which a text cites a work."
TABLE_TERMS = "The glossary, a row a term."
TABLE_REFERENCES = "The bibliography, a row a work."
COLUMN_TEXT = "The name of the text in addresses, and its key in the bibliography."
COLUMN_PASSAGE = "The anchor of the passage: p7 for a passage, s2 for a heading. Never renumbered."
COLUMN_TERM = "The id of the term, and the last part of its address."
COLUMN_KEY = "The key of the work in the bibliography."
COLUMN_START = "The offset of the first code point, in the words of the passage."
COLUMN_END = "The offset after the last code point."
COLUMN_TITLE = "The title."
COLUMN_AUTHORS = "The authors as they are shown; empty where none is established."
COLUMN_VENUE = "The journal, book, site or body that published it."
COLUMN_DATE = "When it was published, as exactly as it is known: 2023-06-15, 2023-06 or 2023."
COLUMN_LANGUAGE = "The language, as a BCP 47 tag."
COLUMN_SOURCE = "The address at which it was published."
COLUMN_RIGHTS = "What is known of the rights in it."
COLUMN_LICENCE = "The address of its licence, where it has one."
COLUMN_PUBLICATION = "How much of it is shown: full, excerpt or record."
COLUMN_WORDS = "The number of words shown."
COLUMN_PASSAGES = "The number of passages and headings shown."
COLUMN_EDITION = "The edition of the reader."
COLUMN_ORDER = "The place of the passage among those shown, from 1."
COLUMN_KIND = "What the passage is in the text: paragraph, heading and others."
COLUMN_READING = "The reading text of the passage, without markup."
COLUMN_REVISION = "Names the wording: it changes when what a reader sees does."
COLUMN_RAW_FIRST = "The first line of the raw text that it comes from."
COLUMN_RAW_LAST = "The last line of the raw text that it comes from."
COLUMN_USED = "The words by which the text names the term."
COLUMN_SENTENCE = "The sentence, or sentences, in which they stand."
COLUMN_CITING = "The words by which the text cites the work."
COLUMN_LOCATOR = "The place within the work."
COLUMN_NAME = "The name of the term."
COLUMN_SHORT = "Its short name."
COLUMN_TERM_KIND = "What the term names: an organisation, a place, a concept and so on."
COLUMN_DEFINITION = "Its definition."
COLUMN_FORMS = "The words by which texts name it, a list."
COLUMN_NATIVE = "Its names in other languages, a list."
COLUMN_REFERENCES = "The keys of the works that the definition rests on, a list."
COLUMN_SEE = "The ids of related terms, a list."
COLUMN_USES = "The number of its uses."
COLUMN_TEXTS = "The number of texts that use it."
COLUMN_TYPE = "The type of the work, by CSL."
COLUMN_NAMES = "Its authors, or its editors where it has none, a list."
COLUMN_CONTAINER = "The journal, book or site in which it stands."
COLUMN_PUBLISHER = "Its publisher."
COLUMN_VOLUME = "Its volume."
COLUMN_ISSUE = "Its issue."
COLUMN_PAGES = "Its pages."
COLUMN_DOI = "Its DOI."
COLUMN_ISSN = "The ISSN of the journal."
COLUMN_ISBN = "Its ISBN."
COLUMN_URL = "Its address."
COLUMN_ENTRY = "The entry as the bibliography shows it."
COLUMN_CITED = "The number of places at which texts cite it."
PACKAGE_TOLD = (
    "{site}, edition {edition}: the texts with their passages, the terms and where they are used, the works "
    "and where they are cited. Tables join by columns of one name."
)
DATASET = "Data Package"
