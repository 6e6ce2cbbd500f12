// Arriving by a link: a range of passages is marked and scrolled to; an address that somebody has typed, or that a
// full stop has stuck to, opens where it was meant; and what is not there is said at the top of the page, since a
// browser would only stay there in silence.
"use strict";
(() => {
  const ANCHOR = /^[psnf]\d+[a-z]*$/;
  const LINE = /^[ps]\d+[a-z]*\.\d+$/;
  const article = document.querySelector(".md-content__inner");

  /** All that has an anchor on this page, in its order; what is gone stands where it stood. */
  const anchored = () => {
    const all = [...document.querySelectorAll("[id]")].filter((one) => one instanceof HTMLElement)
      .filter((one) => ANCHOR.test(one.id));
    const [gone, found] = [all.filter((one) => one.matches(".retired")), all.filter((one) => !one.matches(".retired"))];
    for (const one of gone.reverse()) found.splice(found.findIndex(({ id }) => id === one.dataset.after) + 1, 0, one);
    return found;
  };

  /**
   * Mark passages as what the address names.
   * @param {HTMLElement[]} elements
   */
  const mark = (elements) => {
    elements.forEach((one) => one.classList.add("in-range"));
    elements[0]?.scrollIntoView();
  };

  /**
   * Say what was not found, before what was, else at the top of the page.
   * @param {string} text
   * @param {HTMLElement | undefined} [found]
   */
  const say = (text, found) => {
    const notice = revisions.notice(speech.phrase("What the link asks for"), reader.element("p", {}, text));
    if (found) found.before(notice);
    else article?.prepend(notice);
    notice.scrollIntoView();
  };

  /**
   * Go to a proper address in place of the one that was followed.
   * @param {string} id
   */
  const goTo = (id) => location.replace(`#${id}`);

  /**
   * The id that a fragment means which names no passage: letters may be large, and signs may stick to it.
   * @param {string} fragment
   */
  const meant = (fragment) => {
    const plain = places.tidy(fragment);
    return [...document.querySelectorAll("[id]")].find((one) => plain && one.id.toLowerCase() === plain)?.id ?? "";
  };

  /**
   * An address in which the number sign was encoded, put right; empty where it is none.
   * @param {Location} at
   */
  const mended = ({ pathname, search, hash }) => {
    const path = /^(.*?)\/?%23([^/]*)$/i.exec(pathname);
    if (path?.[1]) return `${path[1]}${path[1].endsWith(".html") ? "" : "/"}${search}#${path[2]}`;
    const query = hash ? null : /^(\?.*?)%23(.+)$/i.exec(search);
    return query ? `${pathname}${query[1]}#${query[2]}` : "";
  };

  /**
   * The lines of a stanza, or the rows of a table.
   * @param {string} id
   */
  const linesOf = (id) => [...document.getElementById(id)?.querySelectorAll(".line, tr") ?? []].filter((one) => one instanceof HTMLElement);

  /**
   * The lines from a first to a last; of the passages between, and of those named without a line, all of it.
   * @param {HTMLElement[]} passages
   * @param {[first: number, last: number]} lines
   */
  const marked = (passages, [first, last]) => passages.flatMap((passage, at) => {
    const all = linesOf(passage.id);
    const [from, to] = [at === 0 ? first : 0, at === passages.length - 1 ? last : 0];
    return from || to ? all.slice(from ? from - 1 : 0, to || all.length) : [passage];
  });

  /**
   * Go to the page of a work, which has no place in the bibliography any more where that is too long for one page. That
   * there is such a work is known by its data.
   * @param {string} key
   * @param {() => void} absent  what is done where there is none
   */
  const openWork = (key, absent) => {
    const at = (/** @type {string} */ address) => new URL(address, location.href).href;
    const page = location.protocol === "file:" ? `${key}/index.html` : `${key}/`;
    return reader.entry(at(`../data/references/${key}.js`)).then(() => location.replace(at(page)), absent);
  };

  /** @param {Asked} asked */
  const open = ({ ids, missing, anchor, lines }) => {
    if (!missing.length && location.hash !== `#${anchor}`) return goTo(anchor);
    const ends = anchor.split("-").map((end) => end.replace(/\.\d+$/, ""));
    const elements = anchored().filter(({ id, classList }) =>
      (classList.contains("retired") ? ends.includes(id) : ids.includes(id)));
    if (lines) mark(marked(elements, lines));
    else if (elements.length > 1 || missing.length) mark(elements);
    if (missing.length) say(places.absent(missing, anchored().map((one) => one.id)), elements[0]);
    return revisions.show(elements.filter((one) => one.matches(".passage, .retired")));
  };

  /**
   * What stands on pages of the print, from a first to a last; notes stand elsewhere, and are cited by themselves.
   * @param {[first: string, last: string]} pages
   * @param {HTMLElement[]} breaks  where pages begin, in the order of the page
   */
  const standingOn = ([first, last], breaks) => {
    const all = [...document.querySelectorAll(".passage:not(.footnote)")].filter((one) => one instanceof HTMLElement);
    const next = breaks[breaks.findIndex(({ id }) => id === last) + 1];
    /** @param {HTMLElement | undefined} at */
    const passageOf = (at) => all.find((one) => at && one.contains(at));
    const from = passageOf(breaks.find(({ id }) => id === first));
    const to = passageOf(next);
    if (!from) return [];
    const before = document.createRange();
    if (to && next) {
      before.setStart(to, 0);
      before.setEndBefore(next);
    }
    const end = to ? all.indexOf(to) + (before.toString().trim() ? 1 : 0) : all.length;
    return all.slice(all.indexOf(from), end);
  };

  /**
   * Come to pages of the print: several are marked; of one the browser has found where it begins.
   * @param {[first: string, last: string]} pages
   * @param {HTMLElement[]} breaks
   */
  const openPages = (pages, breaks) => {
    const proper = [...new Set(pages)].join("-");
    if (location.hash !== `#${proper}`) return goTo(proper);
    const found = standingOn(pages, breaks);
    if (pages[0] !== pages[1]) mark(found);
    return revisions.show(found);
  };

  const arrive = () => {
    document.querySelectorAll(".revised").forEach((one) => one.remove());
    document.querySelectorAll(".in-range").forEach((one) => one.classList.remove("in-range"));
    const proper = mended(location);
    if (proper) return location.replace(proper);
    const { hash } = location;
    if (/^#?(?:top)?$/i.test(hash) || document.querySelector(".compare-page")) return undefined;  // which has places of two texts
    const breaks = [...document.querySelectorAll(".page-break")].filter((one) => one instanceof HTMLElement);
    const pages = places.printed(hash, breaks.map(({ id }) => id));
    if (pages) return openPages(pages, breaks);
    const there = document.getElementById(hash.slice(1));
    const asked = places.asked(hash, anchored().map((one) => one.id), (id) => linesOf(id).length);
    if (there && !ANCHOR.test(there.id) && !LINE.test(there.id)) return undefined;
    if (asked) return open(asked);
    const id = meant(hash);
    if (id) return id === hash.slice(1) ? undefined : goTo(id);
    const absent = () => say(speech.phrase("The link names a place that this page does not have. The page stands here from its beginning."));
    return /\/bibliography\/(?:index\.html)?$/.test(location.pathname) ? openWork(places.tidy(hash), absent) : absent();
  };

  addEventListener("hashchange", arrive);
  arrive();
})();
