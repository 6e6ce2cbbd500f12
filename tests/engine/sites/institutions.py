"""Pages of governments, journals, institutes and wikis."""

from __future__ import annotations

from sites.parts import cookies, footer, links, menu, newsletter, page, paragraphs, related, share
from sites.presses import Made
from sites.prose import Prose


def ministry(prose: Prose) -> Made:
    """A guide of a government: contents, a box of help, a form that asks whether the page was useful."""
    title, text = prose.headline(), prose.paragraphs(7, 1, 3)
    items = [prose.sentence() for _ in range(3)]
    heads = ["Overview", "Who can apply", "How to appeal"]
    expected = [heads[0], *text[:2], heads[1], text[2], *items, text[3], heads[2], *text[4:]]
    body = (
        '<a href="#content" class="govuk-skip-link">Skip to main content</a>'
        f'{cookies("gem-c-cookie-banner")}<header role="banner" class="gem-c-layout-super-navigation-header">'
        f'{menu("super-navigation")}</header><div class="govuk-width-container"><div class="gem-c-breadcrumbs '
        f'govuk-breadcrumbs"><ol>{links(["Home", "Business", "Ports"])}</ol></div><main id="content" role="main">'
        f'<h1 class="gem-c-title__text">{title}</h1><nav class="gem-c-contents-list" role="navigation"><h2>Contents'
        f'</h2><ol>{links(heads)}</ol></nav><div class="gem-c-govspeak govuk-govspeak">'
        f"<h2>{heads[0]}</h2>{paragraphs(text[:2])}<h2>{heads[1]}</h2><p>{text[2]}</p>"
        f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul><p>{text[3]}</p><h2>{heads[2]}</h2>"
        f'{paragraphs(text[4:])}</div><div class="gem-c-print-link"><button>Print this page</button></div></main>'
        f'<aside class="related-navigation"><h2>Related content</h2><ul>{links(prose.headlines(3))}</ul></aside></div>'
        '<div class="gem-c-feedback"><h2>Is this page useful?</h2><button>Yes</button><button>No</button></div>'
        f"{footer('Crown copyright')}"
    )
    return page(f"{title} - GOV.XX", body), expected


def authority(prose: Prose) -> Made:
    """A news item of an authority, made by Drupal: fields within fields."""
    title, text = prose.headline(), prose.paragraphs(6, 2, 4)
    body = (
        '<section class="usa-banner" aria-label="Official website"><p>An official website of the government. '
        "Secure sites use an encrypted connection and share information only on official pages.</p></section>"
        f'<header class="header">{menu("region-primary-menu")}</header><div class="layout-container"><main '
        f'role="main"><div class="region-content"><article class="node node--type-news node--view-mode-full"><div '
        f'class="node__content"><h1 class="page-title"><span class="field--name-title">{title}</span></h1><div '
        'class="field field--name-field-date field--type-datetime"><time datetime="2021-05-04">May 4, 2021</time>'
        f'</div><div class="clearfix text-formatted field field--name-body field--type-text-with-summary">'
        f'{paragraphs(text)}</div><div class="field field--name-field-tags"><div class="field__label">Tags</div>'
        f"{links(['ports', 'customs'], 'div')}</div></div></article></div></main></div>{footer('Harbour Authority')}"
    )
    return page(f"{title} | Harbour Authority", body), text


def journal(prose: Prose) -> Made:
    """An article of a journal: abstract, sections, a figure, a table of data, references, metrics beside it."""
    title = prose.headline()
    abstract, text = prose.paragraph(3, 5), prose.paragraphs(8, 3, 6)
    text[2] = text[2][:-1] + " (see Table 1)."
    rows = [("Year", "Lamps", "Ships"), ("1931", "12", "40"), ("1950", "18", "66"), ("1960", "23", "81")]
    references = [
        f"Marsh, A. (19{at}1). {prose.headline()}. Journal of Ports, {at}(2), 1–{at}0." for at in (3, 5, 7)
    ]
    heads = ["Abstract", "Introduction", "Methods", "Results", "References"]
    expected = [
        heads[0],
        abstract,
        heads[1],
        *text[:3],
        heads[2],
        *text[3:5],
        "\n".join(" ".join(r) for r in rows),
    ]
    expected += [heads[3], *text[5:], heads[4], *references]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = (
        f'<meta name="citation_title" content="{title}"><meta name="citation_author" content="Marsh, Ada">'
        '<meta name="citation_author" content="Reed, Joe"><meta name="citation_doi" content="10.1234/jp.2021.5">'
        '<meta name="citation_publication_date" content="2021/05/04">'
    )
    body = (
        f'<header class="c-header">{menu("c-header__menu")}</header><div class="c-article-container"><main><article '
        f'itemtype="http://schema.org/ScholarlyArticle"><div class="c-article-header"><ul class="c-article-identifiers">'
        f'<li>Open access</li><li>Published: <time>04 May 2021</time></li></ul><h1 class="c-article-title">{title}</h1>'
        '<ul class="c-article-author-list authors"><li>Ada Marsh</li><li>Joe Reed</li></ul></div>'
        f'<div class="c-article-body"><section><h2>{heads[0]}</h2><p>{abstract}</p></section><section><h2>{heads[1]}'
        f"</h2>{paragraphs(text[:3])}</section><section><h2>{heads[2]}</h2>{paragraphs(text[3:5])}<figure>"
        '<figcaption>Fig. 1: The lamps of the harbour by year.</figcaption><img src="1.png"></figure>'
        f"<table>{table}</table></section><section><h2>{heads[3]}</h2>{paragraphs(text[5:])}</section>"
        f"<section><h2>{heads[4]}</h2><ol>{''.join(f'<li>{one}</li>' for one in references)}</ol></section></div>"
        f'</article></main><aside class="c-article-extras"><h3>Metrics</h3><p>Accesses 431</p>'
        f'<a href="/pdf">Download PDF</a></aside></div>{footer("Ports Press")}'
    )
    return page(f"{title} | Journal of Ports", body, head), expected


def open_journal(prose: Prose) -> Made:
    """The page of an older journal, whose whole text stands in one box with headings in bold type."""
    title, text = prose.headline(), prose.paragraphs(9, 3, 5)
    heads = ["1. The question", "2. The harbour books"]
    expected = [heads[0], *text[:4], heads[1], *text[4:]]
    body = (
        f'<div id="container"><div id="header">{menu("navbar")}</div><div id="body"><div id="sidebar"><div class="block">'
        f'<span class="blockTitle">Journal Content</span><ul>{links(["By Issue", "By Author", "By Title"])}</ul></div>'
        f'</div><div id="main"><div id="breadcrumb">{links(["Home", "Vol 3", "Marsh"], "span")}</div><div id="content">'
        f'<h3>{title}</h3><div id="authorString"><em>Ada Marsh</em></div><div id="fulltext"><p><b>{heads[0]}</b></p>'
        f"{paragraphs(text[:4])}<p><b>{heads[1]}</b></p>{paragraphs(text[4:])}</div></div></div></div>"
        f"{footer('Northport Studies', 'pageFooter')}</div>"
    )
    return page(title, body), expected


def encyclopedia(prose: Prose) -> Made:
    """A page of a wiki: a box of facts, contents, links to edit, notes, boxes of links at the end."""
    title, text = "Northport Lamp", prose.paragraphs(8, 2, 5)
    heads = ["History", "Construction", "See also", "References"]
    see, notes = ["Harbour of Eastmere", "Calder Bridge"], ["Marsh 1931, p. 12.", "Reed 1950, pp. 3–9."]
    marked = [f'{one}<sup class="reference"><a href="#cite_note-1">[1]</a></sup>' for one in text]
    expected = [*text[:2], heads[0], *text[2:5], heads[1], *text[5:], heads[3], *notes]
    expected = [f"{one}[1]" if one in text else one for one in expected]

    def head(words: str) -> str:
        edit = '<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'
        return f'<h2><span class="mw-headline" id="{words}">{words}</span>{edit}</h2>'

    facts = "".join(
        f"<tr><th>{one}</th><td>{prose.thing()}</td></tr>" for one in ("Built", "Height", "Owner")
    )
    body = (
        f'<div id="mw-page-base"></div><div id="content" class="mw-body" role="main"><div id="siteNotice">Help us to '
        f'write about lamps.</div><h1 id="firstHeading">{title}</h1><div id="bodyContent"><div id="siteSub">From the Lamp '
        f'Encyclopedia</div><div id="mw-content-text"><div class="mw-parser-output"><table class="infobox"><tbody>'
        f'<tr><th colspan="2">{title}</th></tr>{facts}</tbody></table>{paragraphs(marked[:2])}<div id="toc" class="toc">'
        f"<h2>Contents</h2><ul>{links(heads)}</ul></div>{head(heads[0])}{paragraphs(marked[2:5])}{head(heads[1])}"
        f'{paragraphs(marked[5:])}{head(heads[2])}<ul>{links(see)}</ul>{head(heads[3])}<ol class="references">'
        f'{"".join(f"<li>{one}</li>" for one in notes)}</ol><div class="navbox"><table><tr><td>{links(prose.headlines(5))}'
        f'</td></tr></table></div></div><div class="printfooter">Retrieved from the Lamp Encyclopedia</div></div>'
        f'<div id="catlinks" class="catlinks"><ul>{links(["Lamps", "Ports"])}</ul></div></div></div><div id="mw-navigation">'
        f'{menu("vector-menu")}</div><footer id="footer"><ul><li>This page was last edited on 4 May 2021.</li></ul></footer>'
    )
    return page(f"{title} - Lamp Encyclopedia", body), expected


def institute(prose: Prose) -> Made:
    """A paper of an institute: experts beside it, a pulled quotation, notes with links back, a download."""
    title, text = prose.headline(), prose.paragraphs(10, 2, 5)
    notes = [f"[{at}] {prose.sentence()}" for at in (1, 2, 3)]
    shown = [f"<p>{one}</p>" for one in text]
    shown[3:3] = ['<aside class="pull-quote"><p>The lamps were lit by those who could not read.</p></aside>']
    shown += [f'<p id="ftn{at}"><a href="#r{at}">[{at}]</a>{one[3:]}</p>' for at, one in enumerate(notes, 1)]
    body = (
        f'<div class="page-wrapper no-js"><header class="site-header">{menu()}{newsletter()}</header><div class="hero">'
        f'<div class="article-type">Analysis</div><h1>{title}</h1><div class="published-date">May 4, 2021</div></div><div '
        f'class="row"><div class="col-8 post-content">{"".join(shown)}</div><div class="col-4 sidebar"><div class="expert">'
        "<h4>Ada Marsh</h4><p>Senior fellow in the programme on ports, where she works on lamps and tides, and the "
        f'author of three books.</p></div><a href="/p.pdf" class="download">Download the paper</a>{share()}</div></div>'
        f"{related(prose, 'more-analysis', 'More analysis')}</div>{footer('Institute of Ports')}"
    )
    return page(f"{title} | Institute of Ports", body), [*text, *notes]


def law(prose: Prose) -> Made:
    """An act: numbered sections as paragraphs and lists within one another."""
    title = "The Harbour Lamps Act 1931"
    sections = [f"{at}. {prose.sentence()}" for at in range(1, 5)]
    subs = [f"({sign}) {prose.sentence()}" for sign in "abc"]
    expected = [*sections[:2], *subs, *sections[2:]]
    body = (
        f'<div id="layout1"><div id="leg-nav">{menu("primaryNav")}</div><div id="content"><h1 class="pageTitle">{title}</h1>'
        f'<div id="viewLegContents"><div class="LegSnippet"><p class="LegText">{sections[0]}</p><p class="LegText">'
        f'{sections[1]}</p><ul>{"".join(f"<li>{one}</li>" for one in subs)}</ul><p class="LegText">{sections[2]}</p>'
        f'<p class="LegText">{sections[3]}</p></div></div><div class="prevNextNav">{links(["Previous", "Next"])}</div>'
        f"</div>{footer('Legislation')}</div>"
    )
    return page(title, body), expected


INSTITUTIONS = (ministry, authority, journal, open_journal, encyclopedia, institute, law)
