"""The languages that BibLaTeX names, as BCP 47 has them."""

from __future__ import annotations

import re

from reader.model import Reference

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
    said = reference.get("langid") or reference.get("language")
    first = re.split(r"\s+and\s+|[,;/]", said)[0].strip().casefold().removeprefix("lang")
    if re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", first) and first not in LANGUAGES:
        code, _, rest = first.partition("-")
        return f"{code}-{rest.upper() if len(rest) == 2 else rest}" if rest else code
    return LANGUAGES.get(first, "")
