// Landing from a search: the words found are marked on the page, those found by another name too; n and p, and two buttons,
// lead to the next and the previous place.
"use strict";

const landing = (() => {
  const { element, forPage } = reader;
  const { phrase } = speech;
  const BLOCKS = "p, li, dd, dt, td, th, h1, h2, h3, h4, figcaption, blockquote";
  const UNMARKED = "script, style, nav, form, .number, .search-page, .search-walk, .card";
  const MOST = 300;  // hits on one page whose places are looked for

  /** @param {Element} block @returns {Text[]}  its words, but for those of blocks within it */
  const textsOf = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement?.closest(BLOCKS) === block && !node.parentElement.closest(UNMARKED);
      if (own) found.push(/** @type {Text} */ (node));
    }
    return found;
  };

  /**
   * Wrap a stretch of a text node in a mark.
   * @param {Text} node
   * @param {number} start
   * @param {number} end
   */
  const wrap = (node, start, end) => {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(element("mark", { class: "found" }));
  };

  /**
   * Mark the words found in a block; a word may stand in several nodes. Whether there were any.
   * @param {Element} block
   * @param {Marks} marks
   */
  const mark = (block, marks) => {
    const nodes = textsOf(block);
    const spans = findMarks.spans(nodes.map(({ data }) => data).join(""), marks);
    let end = nodes.reduce((sum, { length }) => sum + length, 0);
    for (const node of nodes.reverse()) {  // from behind, so that what is before stays where it is
      const start = end - node.length;
      for (const span of [...spans].reverse()) {
        const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
        if (from < to) wrap(node, from - start, to - start);
      }
      end = start;
    }
    return spans.length > 0;
  };

  /**
   * The elements of this page that were found, in its order; of a page without any, the whole of it.
   * @param {Shown[]} shown
   */
  const elements = (shown) => {
    const here = new URL("./", location.href).href.slice(search.root.href.length);
    const ids = shown.flatMap(({ kind, address, of }) => {
      if (kind === "passage" || kind === "note") return here === `texts/${of?.[0]}/` ? [address] : [];
      if (kind !== "reference") return [];
      const page = address.endsWith("/") ? `bibliography/${address}` : "bibliography/";  // its own, or that of all
      return here === page ? [address.replace("/", "")] : [];
    });
    const known = new Set(ids);
    const all = [...document.querySelectorAll(".md-content__inner [id]")].filter(({ id }) => known.has(id));
    const article = document.querySelector(".md-content__inner");
    return all.length || !article ? all : [article];
  };

  /** @param {HTMLElement} stop */
  const show = (stop) => {
    const named = stop.closest("[id]");
    if (named && /^[psn]\d/.test(named.id)) location.replace(`#${named.id}`);
    else stop.scrollIntoView({ block: "center" });
    stop.focus({ preventScroll: true });
  };

  /**
   * The bar with the two buttons, and the keys that do the same.
   * @param {HTMLElement[]} stops  the blocks with words found
   */
  const walk = (stops) => {
    let at = Math.max(0, stops.findIndex((one) => one.closest(":target")));
    const count = element("span", { role: "status" });
    const say = () => { count.textContent = phrase("{at} of {all}", { at: at + 1, all: stops.length }); };
    const go = (/** @type {number} */ step) => {
      at = (at + step + stops.length) % stops.length;
      say();
      const stop = stops[at];
      if (stop) show(stop);
    };
    const button = (/** @type {string} */ words, /** @type {string} */ name, /** @type {() => void} */ does) => {
      const made = element("button", { type: "button", "aria-label": name, title: name }, words);
      made.addEventListener("click", does);
      return made;
    };
    const end = () => {
      document.removeEventListener("keydown", keys, true);
      document.querySelectorAll("mark.found").forEach((one) => one.replaceWith(...one.childNodes));
      bar.remove();
      const url = new URL(location.href);
      url.searchParams.delete("h");
      history.replaceState(history.state, "", url);
    };
    const keys = (/** @type {KeyboardEvent} */ event) => {
      if (!forPage(event) || event.shiftKey || document.querySelector("dialog[open]") || !["n", "p"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();  // the theme has other uses for them
      go(event.key === "n" ? 1 : -1);
    };
    const bar = element("div", { class: "search-walk", role: "group", "aria-label": phrase("Words found on this page") },
      button("‹", phrase("Previous place (p)"), () => go(-1)), count, button("›", phrase("Next place (n)"), () => go(1)),
      button("×", phrase("Take the marks away"), end));
    document.addEventListener("keydown", keys, true);
    (document.querySelector(".md-content") ?? document.body).append(bar);
    say();
  };

  /**
   * Mark what was searched for.
   * @param {string} query
   */
  const arrive = async (query) => {
    const found = await findRanking.search(query, hits.NO_FILTERS);
    const here = await hereOf(found);
    const own = await Promise.all(here.map(({ doc }) => findIndex.record(doc)));
    const vias = [...new Set(here.flatMap((hit) => hit.vias))].flatMap((at) => found.vias[at] ?? []);
    const names = await Promise.all(vias.map(({ doc }) => findIndex.record(doc)));
    const sequences = names.flatMap(({ forms }) => findMarks.sequences(forms));
    const marks = { keys: found.marks.keys, sequences: [...found.marks.sequences, ...sequences] };
    const blocks = elements(own).flatMap((one) => (one.matches(BLOCKS) ? [one] : [...one.querySelectorAll(BLOCKS)]));
    const stops = blocks.filter((one) => mark(one, marks)).filter((one) => one instanceof HTMLElement);
    if (!stops.length) return;
    for (const one of stops) if (!one.hasAttribute("tabindex")) one.tabIndex = -1;
    walk(stops);
    if (location.hash) document.querySelector(":target")?.scrollIntoView();
    else stops[0]?.scrollIntoView({ block: "center" });
  };

  /**
   * The hits that may stand on this page.
   * @param {Hits} found
   */
  const hereOf = async (found) => {
    const [, slug] = /\/texts\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname) ?? [];
    const number = slug ? await findIndex.numberOf(slug) : -1;
    const fits = (/** @type {Hit} */ { text, kind }) => (slug ? text === number : kind === "reference");
    return [...found.passages, ...found.others].filter(fits).slice(0, MOST);
  };

  return Object.freeze({ arrive });
})();
