"""Pages of papers, agencies and magazines."""

from __future__ import annotations

import json

from sites.parts import comments, cookies, footer, links, menu, newsletter, page, paragraphs, related, share
from sites.prose import Prose

Made = tuple[str, list[str]]


def broadcaster(prose: Prose) -> Made:
    """Blocks named by data attributes and classes made by a program; related links amid the text."""
    title, text = prose.headline(), prose.paragraphs(9, 1, 2)
    block = '<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper">{}</div>'
    middle = '<div data-component="unordered-list-block"><ul>{}</ul></div>'
    parts = [block.format(f'<p class="ssrcss-1q0x1qg-Paragraph">{one}</p>') for one in text]
    parts.insert(4, middle.format(links(prose.headlines(3))))
    parts.insert(
        2,
        '<figure><img src="a.jpg" alt="x"><figcaption>The harbour, seen from the north</figcaption></figure>',
    )
    body = (
        f'<header role="banner">{menu("orbit-nav")}</header><div id="main-wrapper"><main id="main-content"><article>'
        f'<header><h1 id="main-heading">{title}</h1><time datetime="2021-05-04">4 May 2021</time>'
        f"{share()}</header>{''.join(parts)}"
        f'<section data-component="links-block"><h2>More on this story</h2><ul>{links(prose.headlines(3))}</ul>'
        f"</section></article></main>{related(prose, 'top-stories', 'Top stories')}</div>{footer()}"
    )
    return page(f"{title} - Gazette News", cookies() + body), text


def paper(prose: Prose) -> Made:
    """Hashed classes, data for search machines, advertisements and a newsletter box within the text."""
    title, text = prose.headline(), prose.paragraphs(12, 1, 4)
    text[5:5] = ["A harbour without a lamp"]
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "datePublished": "2021-05-04T08:00:00Z",
        "author": [{"@type": "Person", "name": "Ada Marsh"}],
    }
    parts = [f'<p class="css-at9mc1 evys1bk0">{one}</p>' for one in text]
    parts[5] = f'<h2 class="css-ow6j0y eoo0vm40">{text[5]}</h2>'
    parts[3:3] = ['<div class="ad-wrapper"><div class="ad">Advertisement</div></div>', newsletter()]
    parts[9:9] = [
        '<aside class="pullquote"><p>“Nobody has ever counted the lamps of this harbour.”</p></aside>'
    ]
    body = (
        f'<div id="app"><header class="css-1bymuyk">{menu("css-nav")}</header><main id="site-content"><article '
        f'id="story" class="css-1vxca1d"><header class="css-header"><h1 class="css-rsa88z">{title}</h1>'
        f'<p class="css-byline byline">By <a href="/a">Ada Marsh</a></p><time class="css-t">May 4, 2021</time>'
        f'</header><section name="articleBody" itemprop="articleBody" class="meteredContent css-1r7ky0e">'
        f'<div class="css-53u6y8">{"".join(parts)}</div></section><div class="bottom-of-article"><p>Ada Marsh is a '
        "correspondent who has written about ports and shipping for more than twenty years.</p></div></article>"
        f"{related(prose, 'css-recirc recirculation', 'More in Business')}</main>{footer(cls='css-footer')}</div>"
    )
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return page(f"{title} - The Northport Times", body, head), text


def tabloid(prose: Prose) -> Made:
    """Plain boxes, a link to another story between all paragraphs, a long list of comments."""
    title, text = prose.headline(), prose.paragraphs(10, 1, 2)
    parts: list[str] = []
    for at, one in enumerate(text):
        parts.append(f"<p>{one}</p>")
        if at % 3 == 1:
            parts.append(f'<p><strong>READ MORE: <a href="/m{at}">{prose.headline()}</a></strong></p>')
    body = (
        f'<div class="wrapper has-sidebar"><div class="header">{menu()}<div class="logo">THE DAILY LAMP</div></div>'
        f'<div class="content-left"><div class="article-head"><h1>{title}</h1><div class="author-line byline">By '
        f'Joe Reed, Reporter</div><div class="date">09:14, 4 MAY 2021</div></div>{share("social-links")}'
        f'<div class="article-text">{"".join(parts)}</div>{comments(prose, 14, "comments")}</div>'
        f'<div class="sidebar right-rail">{related(prose, "most-read", "Most read")}</div></div>'
        f"{footer(cls='footer-links')}"
    )
    return page(f"{title} | Daily Lamp", body + cookies("gdpr-banner")), text


def agency(prose: Prose) -> Made:
    """A wire report: a place and a date begin the text, boiler plate ends the page."""
    title, text = prose.headline(), prose.paragraphs(8, 1, 2)
    text[0] = "NORTHPORT, May 4 (Lamp) - " + text[0]
    body = (
        f'<div id="fusion-app"><div class="site-header"><div class="nav">{links("World Markets Legal".split(), "span")}'
        f'</div></div><div class="article__main"><article data-testid="Article"><header><span>World</span><h1>{title}'
        f'</h1><div class="author-date"><a rel="author" href="/a">Ada Marsh</a><time>May 4, 2021</time></div></header>'
        f'<div class="article-body__content">{"".join(f"<p>{one}</p>" for one in text)}</div>'
        '<div class="article-body__sign-off"><p class="sign-off">Our Standards: The Lamp Trust Principles.</p></div>'
        f"</article>{newsletter()}{related(prose, 'read-next', 'Read Next')}</div>{footer('Lamp Wire')}</div>"
    )
    return page(f"{title} | Lamp", body), text


def magazine(prose: Prose) -> Made:
    """A long read: an initial in a span, sections, block quotations, notes at the end, cards beside it."""
    title, text = prose.headline(), prose.paragraphs(14, 3, 6)
    first = f'<p class="has-dropcap"><span class="dropcap">{text[0][0]}</span>{text[0][1:]}</p>'
    shown = [first, *(f"<p>{one}</p>" for one in text[1:])]
    shown[4] = f"<blockquote><p>{text[4]}</p></blockquote>"
    shown[7] = f"<h2>{prose.headline()}</h2>"
    text[7] = shown[7][4:-5]
    shown[9:9] = [
        '<div class="caption-wrap"><img src="b.jpg"><p class="caption">The tower in 1931. Photograph: R. Reed</p></div>'
    ]
    body = (
        f'<header class="masthead">{menu("masthead-menu")}</header><main><div class="hero"><p class="rubric">Letter from '
        f'Calder</p><h1>{title}</h1><p class="byline">By Ada Marsh</p><p class="date">May 4, 2021</p></div><div '
        f'class="body-copy"><div class="grid">{"".join(shown)}</div></div><div class="author-bio"><p>Ada Marsh is a '
        f"staff writer who has contributed to the magazine since 1999 and lives by the sea.</p></div></main>"
        f'<section class="recommended">{related(prose, "cards", "Recommended")}</section>{footer("Calder Review")}'
    )
    return page(f"{title} | Calder Review", body), text


def press_release(prose: Prose) -> Made:
    """A release: what it says of the company and whom to call are part of it."""
    title, text = prose.headline(), prose.paragraphs(6, 2, 4)
    text[0] = "EASTMERE, May 4, 2021 /Lampwire/ -- " + text[0]
    items = [prose.sentence() for _ in range(4)]
    text[4:4] = items
    text += ["About Lamp Works", prose.paragraph(2, 3)]
    shown = [f"<p>{one}</p>" for one in text]
    shown[4:8] = [f"<ul>{''.join(f'<li>{one}</li>' for one in items)}</ul>"]
    shown[-2] = f"<p><b>{text[-2]}</b></p>"
    body = (
        f'<header class="container-fluid">{menu("nav-collapse")}</header><article class="news-release inline-gallery">'
        f'<header class="release-header"><h1>{title}</h1><p class="mb-no">NEWS PROVIDED BY <a href="/l">Lamp Works</a>'
        f'</p>{share("social-share-side")}</header><section class="release-body container">{"".join(shown)}</section>'
        f'</article><section class="also-from">{related(prose, "more-by", "Also from this source")}</section>'
        f"{footer('Lampwire')}"
    )
    return page(title, body), text


PRESSES = (broadcaster, paper, tabloid, agency, magazine, press_release)
__all__ = ["PRESSES", "Made", "paragraphs"]
