"""The words by which boxes and headings of a page are known: in names of classes, and in headings.

    class="entry-share sd-block"  ->  "aside"          <h3>You may also like</h3>  ->  "aside"

A class is taken apart at hyphens, underscores and capitals, and each part, and each pair of parts, is looked
up. A page about sharing is not a share box: these words are only asked for boxes outside the text or with
little of it, which `areas` sees to.
"""

from __future__ import annotations

import re
from itertools import pairwise

AREAS = {
    "nav": """nav navbar navigation navbox menu menus submenu breadcrumb breadcrumbs crumbs crumb pagination
        pager paging sitemap toc tableofcontents skip skiplink prevnext nextprev navlinks catlinks toolbar
        langs languages megamenu""",
    "header": "masthead topbar logo branding siteheader",
    "footer": "sitefooter footer colophon copyright legal printfooter bottombar",
    "form": """search searchform searchbox login signin register subscribe subscription newsletter signup
        optin paywall respond""",
    "aside": """aside sidebar rail share sharing shares sharebar sharethis addthis social socials follow
        related recommended recommendations recirc recirculation readmore readnext upnext trending popular
        morelikethis outbrain taboola promo promos promoted promotion teaser teasers ad ads advert adverts
        advertisement advertising sponsor sponsored sponsors dfp cookie cookies consent gdpr privacy popup
        modal overlay lightbox comments comment commentlist disqus discussion replies widget widgets tags
        taglist categories rating ratings reactions likes authorbox authorbio aboutauthor donate donation
        utility utilities actions buttons editsection infobox portalbox sistersitebox noprint ambox tooltip
        screenreader visuallyhidden""",
}
TWO_PARTS = {  # what is said in two words
    "header": "site header",
    "footer": "site footer|page footer|global footer",
    "nav": "skip link|jump link|table contents|page numbers|post navigation|article nav",
    "form": "sign up|sign in|log in|opt in|mailing list|email alert",
    "aside": """author box|author bio|about author|author info|author card|read more|read next|also box|
        up next|most read|most popular|editors pick|screen reader|visually hidden|sr only|call action|
        back top|
        reading list|article tools|post tags|entry tags|mw editsection|related posts|related articles|
        social share|share buttons|further stories|also like|cookie bar|latest news|more news|
        more stories|print link""",
}
METADATA = {
    "author": "byline author authors byl contributor contributors writer vcard",
    "date": "date dateline published pubdate timestamp datetime posted updated entrydate",
    "title": "headline entrytitle posttitle articletitle",
    "figcaption": """caption captions wpcaption imagecaption photocredit credit credits gallerycaption
        thumbcaption""",
}
TEXT = frozenset(
    """articlebody entrycontent postcontent articlecontent storybody storycontent postbody mainarticle
    bodycopy contentbody articletext mwparseroutput pagecontent fieldnamebody richtext prose""".split()
)
MARKS = frozenset(
    """editsection headerlink anchorlink permalink headinganchor sronly visuallyhidden screenreader
    footnoteback backlink""".split()
)
ENGLISH = (
    r"(?:\d[\d,.]*\s+)?(?:comments?|responses?|replies|thoughts on\b.*|discussion)(?:\s*\(?\d[\d,.]*\)?)?",
    r"leave an? (?:reply|comment)|join the (?:discussion|conversation)|post a comment|add (?:a|your) comment",
    r"related(?: (?:articles?|stories|posts?|content|coverage|news|links|topics|reading|items))?",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested in)",
    r"more (?:from|on|in|stories|news|like this)\b.*",
    r"(?:recommended|suggested|popular|most (?:read|popular|viewed)|trending|latest|recent)"
    r"(?: (?:for you|now|articles?|stories|posts?|news|reading|comments?|videos?))?",
    r"(?:read|see|watch) (?:next|more|also)\b.{0,20}|up next|don.t miss|editor.?s.? picks?",
    r"share(?: (?:this|on|via|the|it)\b.*)?|follow us\b.*|stay (?:connected|informed|up to date)\b.*",
    r"subscribe\b.{0,60}|sign up\b.{0,60}|(?:our )?newsletters?\b.{0,30}",
    r"get (?:the|our)\b.{0,40}newsletter.*",
    r"about the authors?|tags?|filed under|categories|archives?|advertisement|sponsored(?: content)?",
)
OTHERS = (
    r"комментари[ий]\b.*|оставить комментарий.*|читайте (?:также|ещё|еще)\b.*|по теме|поделиться\b.*",
    r"похожие (?:статьи|материалы|записи)|другие (?:новости|материалы|статьи)\b.*|об авторе|теги|метки",
    r"подпис(?:ка|аться|ывайтесь)\b.*|популярное|самое читаемое|kommentare?\b.*|teilen|weiterlesen",
    r"ähnliche (?:artikel|beiträge)|mehr zum thema|das könnte sie auch interessieren|commentaires?\b.*",
    r"(?:à lire|lire) (?:aussi|également)|articles? (?:similaires|liés)|partager\b.*|sur le même sujet",
    r"comentarios?\b.*|artículos relacionados|noticias relacionadas|te puede interesar|compartir\b.*",
    r"نظرات\b.*|مطالب مرتبط|دیدگاه.*|اشتراک.*",
)
HEADING = re.compile(rf"(?:{'|'.join((*ENGLISH, *OTHERS))})\s*[:…»→›]?", re.IGNORECASE)
LONGEST_HEADING = 80
PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
KNOWN = {word: area for area, words in reversed(AREAS.items()) for word in words.split()}
PAIRS = {" ".join(pair.split()): area for area, words in TWO_PARTS.items() for pair in words.split("|")}
OF_METADATA = {word: kind for kind, words in METADATA.items() for word in words.split()}
DENIED = {"no", "has", "with", "without", "is"}  # “has-sidebar” is no sidebar


def parts(said: str) -> list[list[str]]:
    """Return the parts of each class or id in an attribute, in small letters."""
    return [[part.casefold() for part in PARTS.findall(one)] for one in said.split()[:24]]


def area(said: str) -> str:
    """Return the area that classes and ids name, or nothing."""
    for found in parts(said):
        if DENIED & set(found):
            continue
        for one, other in pairwise(found):
            named = PAIRS.get(f"{one} {other}") or KNOWN.get(one + other)
            if named:
                return named
        for part in ("".join(found), *found):
            if part in KNOWN:
                return KNOWN[part]
    return ""


def metadata(said: str) -> str:
    """Return what of the record classes and ids name: author, date, title; or figcaption; or nothing."""
    for found in parts(said):
        for part in (*found, "".join(found)):
            if part in OF_METADATA:
                return OF_METADATA[part]
    return ""


def is_mark(said: str) -> bool:
    """Whether a part of a line is there for editors and programs, and is no part of its words."""
    return bool(said) and any(pair in MARKS for found in parts(said) for pair in _pairs(found))


def _pairs(found: list[str]) -> list[str]:
    return [*found, *(one + other for one, other in pairwise(found))]


def is_text(said: str) -> bool:
    """Whether classes and ids name the box of the text."""
    for found in parts(said):
        if "".join(found) in TEXT or any(one + other in TEXT for one, other in pairwise(found)):
            return True
    return False


def is_of_another(words: str) -> bool:
    """Whether a heading opens what is no part of the text: “12 comments”, “Читайте также”."""
    return len(words) <= LONGEST_HEADING and bool(HEADING.fullmatch(words.strip()))
