"""The languages that BibLaTeX names, as BCP 47 has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.model import Reference
from reader.model.problems import Problem
from reader.words.languages import named, named_in_english, standard, unfit

TITLE = "titlelangid"  # a field of ours: a title in another language than the work

LANGUAGES = {
    "acadian": "fr", "afrikaans": "af", "american": "en-US", "arabic": "ar", "armenian": "hy",
    "australian": "en-AU", "austrian": "de-AT", "azerbaijani": "az", "basque": "eu", "belarusian": "be",
    "bengali": "bn", "brazil": "pt-BR", "brazilian": "pt-BR", "british": "en-GB", "bulgarian": "bg",
    "canadian": "en-CA", "catalan": "ca", "chinese": "zh", "croatian": "hr", "czech": "cs", "danish": "da",
    "dutch": "nl", "english": "en", "estonian": "et", "farsi": "fa", "finnish": "fi", "francais": "fr",
    "french": "fr", "galician": "gl", "georgian": "ka", "german": "de", "germanb": "de", "greek": "el",
    "hebrew": "he", "hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "korean": "ko", "kurdish": "ku", "kyrgyz": "ky",
    "latin": "la", "latvian": "lv", "lithuanian": "lt", "macedonian": "mk", "magyar": "hu", "malay": "ms",
    "marathi": "mr", "mexican": "es-MX", "mongolian": "mn", "naustrian": "de-AT", "newzealand": "en-NZ",
    "ngerman": "de", "norsk": "nb", "norwegian": "no", "nswissgerman": "de-CH", "nynorsk": "nn",
    "pashto": "ps", "persian": "fa", "polish": "pl", "portuges": "pt", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "sanskrit": "sa", "serbian": "sr", "slovak": "sk", "slovene": "sl", "slovenian": "sl",
    "spanish": "es", "swedish": "sv", "swissgerman": "de-CH", "tajik": "tg", "tamil": "ta", "thai": "th",
    "turkish": "tr", "turkmen": "tk", "ukenglish": "en-GB", "ukrainian": "uk", "urdu": "ur",
    "usenglish": "en-US", "uzbek": "uz", "vietnamese": "vi", "welsh": "cy",
}  # fmt: skip


def language(reference: Reference) -> str:
    """Return the language of a reference as BCP 47 has it, or nothing where none is said or known."""
    return _tag(reference.get("langid") or reference.get("language"))


def of_title(reference: Reference, text: str = "") -> str:
    """Return the language of the title: its own, that of the work, or that of the `text` that it is.

    A title that is the editors’ description is in the language of the pages.
    """
    own = _tag(reference.get(TITLE))
    return own or ("en" if reference.described else language(reference) or text)


def check_languages(references: Iterable[Reference]) -> Iterator[Problem]:
    """Yield the languages that are neither names of BibLaTeX nor tags of BCP 47.

    What `language` says is printed by some styles and may be any words; only the two others are names.
    """
    for reference in references:
        for field in ("langid", TITLE):
            said = reference.get(field)
            if said and not _tag(said):
                hint = "write a name of BibLaTeX, like “persian”, or a tag of BCP 47, like “fa”"
                message = f"{field} “{said}” of “{reference.key}” is no language"
                yield Problem(reference.at.path, reference.at.line, "S15", message, unfit(said) or hint)


@cache
def _tag(said: str) -> str:
    first = re.split(r"\s+and\s+|[,;/]", said)[0].strip().removeprefix("lang")
    if not first:
        return ""
    if known := LANGUAGES.get(first.casefold()) or named_in_english(first):
        return known
    return named(first) if unfit(first) else standard(first)
