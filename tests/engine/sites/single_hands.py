"""Pages that one hand keeps: WordPress, Blogger, newsletters, old pages, and pages in other scripts."""

from __future__ import annotations

from sites.parts import comments, cookies, footer, links, menu, newsletter, page, paragraphs, related, share
from sites.presses import Made
from sites.prose import Prose

RUSSIAN = (
    "Маяк в старой гавани не зажигали с прошлой зимы, и рыбаки возвращались по огням рынка.",
    "Совет города обещал починить лестницу, но денег в казне хватило только на краску.",
    "«Мы считали корабли до самого утра», — вспоминает смотритель, который живёт у моста.",
    "Весной железная дорога дошла до границы, и письма стали приходить на два дня раньше.",
    "В архиве нашли книгу, в которой записаны имена всех, кто платил за свет.",
    "Музей откроют осенью, если погода позволит перевезти стекло без потерь.",
)
PERSIAN = (
    "چراغ بندر از زمستان گذشته روشن نشده بود و ماهیگیران با نور بازار برمی‌گشتند.",
    "شورای شهر قول داده بود که پله‌ها را تعمیر کند، اما پول تنها برای رنگ کافی بود.",
    "در بهار راه‌آهن به مرز رسید و نامه‌ها دو روز زودتر می‌آمدند.",
    "در بایگانی کتابی پیدا شد که نام همهٔ پرداخت‌کنندگان در آن نوشته شده است.",
)


def wordpress(prose: Prose) -> Made:
    """A theme of ten years ago: share buttons and related posts below the text, comments, widgets."""
    title, text = prose.headline(), prose.paragraphs(8, 2, 5)
    text[3:3] = ["What the keeper wrote"]
    shown = [f"<p>{one}</p>" for one in text]
    shown[3] = f"<h3>{text[3]}</h3>"
    shown[5:5] = [
        '<div id="attachment_12" class="wp-caption aligncenter"><img src="l.jpg"><p class="wp-caption-text">The lamp in '
        "its house</p></div>"
    ]
    body = (
        f'<div id="page" class="hfeed site"><header id="masthead" class="site-header">{menu("main-navigation")}</header><div '
        f'id="main" class="wrapper"><div id="primary" class="site-content"><article id="post-7" class="post-7 post '
        f'type-post hentry category-news"><header class="entry-header"><h1 class="entry-title">{title}</h1><div '
        f'class="entry-meta">Posted on <time class="entry-date">May 4, 2021</time> by <span class="author vcard">ada</span>'
        f'</div></header><div class="entry-content">{"".join(shown)}<div class="sharedaddy sd-sharing-enabled"><h3>Share '
        f'this:</h3><ul>{links(["Twitter", "Facebook"])}</ul></div><div id="jp-relatedposts" class="jp-relatedposts">'
        f'<h3>Related</h3>{links(prose.headlines(3), "div")}</div></div><footer class="entry-meta">This entry was posted in '
        f'<a href="/n">News</a> and tagged <a href="/l">lamps</a>.</footer></article><nav class="nav-single">'
        f'{links(["← Older post", "Newer post →"], "span")}</nav>{comments(prose)}</div><div id="secondary" '
        f'class="widget-area"><aside class="widget"><h3>Recent Posts</h3><ul>{links(prose.headlines(5))}</ul></aside><aside '
        f'class="widget"><h3>Archives</h3><ul>{links(["May 2021", "April 2021"])}</ul></aside></div></div>'
        f'<footer id="colophon">Proudly powered by WordPress</footer></div>'
    )
    return page(f"{title} | Lamps and Tides", body, cls="single single-post has-sidebar"), text


def block_theme(prose: Prose) -> Made:
    """A theme made of blocks, with a quotation and a list among them."""
    title, text = prose.headline(), prose.paragraphs(7, 2, 4)
    items = [prose.sentence() for _ in range(3)]
    shown = [f"<p>{one}</p>" for one in text]
    shown[2] = f'<blockquote class="wp-block-quote"><p>{text[2]}</p></blockquote>'
    shown[4:4] = [f'<ul class="wp-block-list">{"".join(f"<li>{one}</li>" for one in items)}</ul>']
    expected = [*text[:4], *items, *text[4:]]
    body = (
        f'<div class="wp-site-blocks"><header class="wp-block-template-part">{menu("wp-block-navigation")}</header><main '
        f'class="wp-block-group"><div class="wp-block-group has-global-padding"><h1 class="wp-block-post-title">{title}</h1>'
        f'<div class="wp-block-post-date"><time datetime="2021-05-04">May 4, 2021</time></div></div><div class="entry-content '
        f'wp-block-post-content">{"".join(shown)}</div><div class="wp-block-post-terms">Tags: <a href="/t">lamps</a></div>'
        f'</main>{newsletter("wp-block-jetpack-subscriptions")}<footer class="wp-block-template-part"><p>© Tides</p></footer>'
        "</div>"
    )
    return page(f"{title} – Tides", body), expected


def letter(prose: Prose) -> Made:
    """A newsletter: buttons to subscribe within the text, notes with numbers, a count of hearts."""
    title, text = prose.headline(), prose.paragraphs(9, 2, 4)
    text[2] = text[2] + "1"
    note = prose.sentence()
    shown = [f"<p>{one}</p>" for one in text]
    shown[2] = f'<p>{text[2][:-1]}<a class="footnote-anchor" href="#footnote-1">1</a></p>'
    ask = (
        '<div class="subscription-widget-wrap"><div class="subscription-widget"><p class="cta-caption">Tides is a letter '
        "for readers. To receive new posts and support my work, become a subscriber.</p><form><button>Subscribe</button>"
        "</form></div></div>"
    )
    shown[4:4] = [ask]
    body = (
        f'<div id="entry"><div class="main-menu">{menu("topbar")}</div><div class="single-post-container"><article '
        f'class="typography newsletter-post post"><div class="post-header"><h1 class="post-title">{title}</h1><h3 '
        f'class="subtitle">{text[0]}</h3><div class="byline-wrapper">Ada Marsh<div class="pencraft">May 04, 2021</div></div>'
        f'<div class="post-ufi"><a class="like-button">12</a><a>Share</a></div></div><div><div class="available-content">'
        f'<div class="body markup">{"".join(shown[1:])}<div class="footnote" data-component-name="Footnote"><a '
        f'href="#anchor-1">1</a><div class="footnote-content"><p>{note}</p></div></div></div></div></div></article>'
        f"{comments(prose, 3, 'comments-page')}</div>{footer('Tides')}</div>"
    )
    return page(f"{title} - by Ada Marsh - Tides", body), [*text, "1", note]


def blogger(prose: Prose) -> Made:
    """A page of Blogger: no paragraphs, but lines that breaks divide."""
    title, text = prose.headline(), prose.paragraphs(7, 2, 5)
    body = (
        f'<div class="body-fauxcolumns"></div><div class="content"><header><div class="header section"><h1 class="title">'
        f'<a href="/">Lamps of the North</a></h1></div></header><div class="tabs-outer">{menu("PageList")}</div><div '
        f'class="main-outer"><div class="column-center-outer"><div class="blog-posts hfeed"><div class="date-outer"><h2 '
        f'class="date-header"><span>Tuesday, 4 May 2021</span></h2><div class="post hentry"><h3 class="post-title '
        f'entry-title">{title}</h3><div class="post-body entry-content" itemprop="description articleBody"><div dir="ltr">'
        f'{"<br /><br />".join(text)}</div></div><div class="post-footer"><span class="post-author vcard">Posted by ada'
        f'</span><div class="post-share-buttons">{links(["Email This", "BlogThis!"], "span")}</div></div></div></div></div>'
        f'{comments(prose, 4, "comments")}</div><div class="column-right-outer"><div class="sidebar section"><div '
        f'class="widget BlogArchive"><h2>Blog Archive</h2><ul>{links(["2021", "2020"])}</ul></div></div></div></div></div>'
    )
    return page(f"Lamps of the North: {title}", body), text


def old_page(prose: Prose) -> Made:
    """A page of 1998: tables that place things, font elements, no classes at all."""
    title, text = prose.headline(), prose.paragraphs(8, 3, 5)
    body = (
        '<table width="100%" border="0"><tr><td colspan="2" bgcolor="#003366"><font color="white" size="5">NORTHPORT '
        f'HISTORY PAGES</font></td></tr><tr><td width="150" valign="top"><font size="2">{links(["Home", "Lamps", "Ships"], "p")}'
        f'</font></td><td valign="top"><h2>{title}</h2><i>by Ada Marsh</i><p><font face="Times">{"<p>".join(text)}</font>'
        '<hr><center><font size="1">This page was last updated 4 May 1998. Send mail to the webmaster.</font></center>'
        "</td></tr></table>"
    )
    return page(title, body), text


def story(prose: Prose) -> Made:
    """A platform for stories: hashed classes, claps, a bar to follow the author."""
    title, text = prose.headline(), prose.paragraphs(9, 2, 4)
    text[4:4] = ["The keeper and the tide"]
    shown = [f'<p class="pw-post-body-paragraph mj mk gq">{one}</p>' for one in text]
    shown[4] = f'<h2 class="nd ne gq">{text[4]}</h2>'
    body = (
        f'<div id="root"><div class="a b c">{links(["Open in app", "Sign up", "Sign in"], "span")}</div><div class="l"><article>'
        f'<div class="gn go"><section><div><h1 class="pw-post-title">{title}</h1><div class="speechify-ignore ab">'
        f'<a href="/@a">Ada Marsh</a><span>Follow</span><span>6 min read</span><span>May 4, 2021</span></div>'
        f'{"".join(shown)}</div></section></div></article><div class="tags ab">{links(["Lamps", "Ports"], "span")}</div>'
        f"<footer><button>Clap</button><div>Written by Ada Marsh</div><p>I write about lamps, tides and the people who "
        f"keep both of them in order, mostly at night.</p></footer>{related(prose, 'recirc', 'Recommended from Stories')}"
        "</div></div>"
    )
    return page(f"{title} | by Ada Marsh | Stories", body), text


def russian(prose: Prose) -> Made:
    """A Russian paper: its words for share, related and comments."""
    title = "Маяк в старой гавани снова зажгут"
    text = [" ".join(prose.random.sample(RUSSIAN, 3)) for _ in range(6)]
    body = (
        f'<header class="header">{links(["Новости", "Политика", "Экономика", "Спорт"], "span")}</header><div class="article">'
        f'<h1 class="article__header">{title}</h1><div class="article__date">04.05.2021, 10:15</div><div '
        f'class="article__text">{paragraphs(text)}<div class="article__inline"><p>Читайте также: <a href="/x">Мост через '
        f'залив откроют осенью</a></p></div></div><div class="article__authors">Анна Маркова</div><div>Поделиться</div>'
        f'<h3>Читайте также</h3><div><a href="/y">Рынок переедет на остров</a><p>{RUSSIAN[1]}</p></div><h3>Комментарии</h3>'
        f"<div><p>{RUSSIAN[3]} {RUSSIAN[0]}</p></div></div><footer>© Газета «Маяк», 2021. Все права защищены.</footer>"
    )
    return page(f"{title} — Газета «Маяк»", body, attributes='lang="ru"'), text


def persian(prose: Prose) -> Made:
    """A Persian page, written from the right."""
    title = "چراغ بندر دوباره روشن می‌شود"
    text = [" ".join(prose.random.sample(PERSIAN, 3)) for _ in range(5)]
    body = (
        f"<nav>{links(['خانه', 'سیاست', 'اقتصاد'], 'span')}</nav><main><article><h1>{title}</h1><time>۱۴ اردیبهشت ۱۴۰۰</time>"
        f'<div class="body">{paragraphs(text)}</div><div class="share">اشتراک‌گذاری</div></article><section class="comments">'
        f"<h2>نظرات</h2><p>{PERSIAN[0]} {PERSIAN[2]}</p></section></main><footer>همهٔ حقوق محفوظ است.</footer>"
    )
    return page(title, body, attributes='lang="fa" dir="rtl"'), text


SINGLE_HANDS = (wordpress, block_theme, letter, blogger, old_page, story, russian, persian)
__all__ = ["SINGLE_HANDS", "cookies", "share"]
