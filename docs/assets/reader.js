// What the scripts of the site share: making elements, floating boxes, the data of a text's page, and the
// logic of links and citations, which needs no page and is tested without one. It is a classic script, since
// modules do not load from a disk; it comes first and defines one name, `reader`.
"use strict";

/**
 * The data of a text's page, `data/texts/<slug>.js`: written by `exports/page_data.py`, loaded when somebody cites or
 * follows a link with a revision.
 * @typedef {object} PageData
 * @property {string} url  the published address of the text, up to the question mark
 * @property {Record<string, string>} styles  the names of the citation styles, by their ids
 * @property {Record<string, Record<string, string>>} templates  by style, `text` and `html`; under `formats`,
 *   `bibtex`, `ris` and `csl-json`
 * @property {Record<string, PassageData>} passages  by their ids
 * @property {EarlierWording[]} earlier
 * @property {Record<string, string>} retired  where the address of a passage that is gone lands
 */

/**
 * @typedef {object} PassageData
 * @property {string} revision  the beginning of the fingerprint of its wording
 * @property {string} number  as readers see it: `12`
 * @property {string} unit  what it is counted in: `para.`
 * @property {string} units  the same for several: `paras.`
 */

/**
 * @typedef {object} EarlierWording
 * @property {string} passage  the id
 * @property {string} revision
 * @property {string} edition  the last edition that had this wording
 * @property {["same" | "gone" | "new", string][]} changes  from that wording to the present one
 */

/**
 * A place that is cited: one passage, or all from a first to a last.
 * @typedef {object} Cited
 * @property {string} number  `12`, or `12–14`
 * @property {string} place  `para. 12`, or `paras. 12–14`
 * @property {string} link
 */

const reader = (() => {
  const ROOM = 8;            // pixels between a floating box and the edge of the window
  const GAP = 6;             // pixels between a floating box and what it belongs to
  const LONGEST = 300;       // letters of a selection that a text fragment repeats whole
  const FIELDS = "input, textarea, select, [contenteditable]";

  // The page

  /**
   * Make an element with attributes and content.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, string>} [attributes]
   * @param {...(Node | string)} content
   * @returns {HTMLElementTagNameMap[Name]}
   */
  const element = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  /**
   * The element that fits a selector and that an event happened in.
   * @param {Event} event
   * @param {string} selector
   * @returns {HTMLElement | null}
   */
  const within = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);

  /** @returns {HTMLElement[]} the passages of this page that have an address, in order */
  const passages = () => [...document.querySelectorAll(".passage[id]")].filter((one) => one instanceof HTMLElement);

  /**
   * The link that carries the number of a passage.
   * @param {Element} passage
   * @returns {HTMLElement | null}
   */
  const numberOf = (passage) => passage.querySelector(".number");

  /**
   * Whether a key was pressed for the page: not in a field, and not together with Control, Alt or the like.
   * @param {KeyboardEvent} event
   */
  const forPage = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !within(event, FIELDS);

  /** @type {HTMLMetaElement | null} */
  const source = globalThis.document?.querySelector('meta[name="reader:data"]') ?? null;

  /** @returns {Promise<PageData>} */
  const load = () => new Promise((resolve, reject) => {
    const held = /** @type {Window & { readerText?: PageData }} */ (window);
    if (held.readerText) return resolve(held.readerText);
    const failed = () => { script.remove(); reject(new Error("the data of this page did not load")); };
    const script = element("script", { src: source?.content ?? "" });
    script.addEventListener("load", () => (held.readerText ? resolve(held.readerText) : failed()));
    script.addEventListener("error", failed);
    document.head.append(script);
    return undefined;
  });

  /** @type {Promise<PageData> | null} */
  let loading = null;

  /**
   * The data of this text's page, loaded once; after a failure the next call tries again.
   * @returns {Promise<PageData>}
   */
  const data = () => {
    loading ??= load().catch((error) => { loading = null; throw error; });
    return loading;
  };

  /**
   * Put a box above everything else on the page.
   * @param {HTMLElement} box
   */
  const float = (box) => {
    (document.querySelector(".md-typeset") ?? document.body).append(box);
    if (!box.showPopover) return;
    box.popover = "manual";
    box.showPopover();
  };

  /**
   * Where a box stands in the window: below what it belongs to, or, where there is no room, above it or as low
   * as the window allows.
   * @param {{ left: number, top: number, bottom: number }} near  what it belongs to
   * @param {{ width: number, height: number }} size  of the box
   * @param {{ width: number, height: number }} view  of the window
   * @param {"above" | "low"} otherwise
   * @returns {{ left: number, top: number }}
   */
  const spot = (near, size, view, otherwise) => {
    const rightmost = view.width - size.width - ROOM;
    const lowest = view.height - size.height - ROOM;
    const below = near.bottom + GAP;
    const instead = otherwise === "above" ? near.top - size.height - GAP : lowest;
    return {
      left: Math.min(Math.max(ROOM, near.left), rightmost),
      top: below <= lowest ? below : Math.max(ROOM, instead),
    };
  };

  /**
   * Place a fixed box at what it belongs to: see `spot`.
   * @param {HTMLElement} box
   * @param {{ left: number, top: number, bottom: number }} near
   * @param {"above" | "low"} otherwise
   */
  const place = (box, near, otherwise) => {
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const { left, top } = spot(near, size, { width: innerWidth, height: innerHeight }, otherwise);
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  };

  // Links and citations

  /**
   * The passages that a fragment names: one for `#p3`, all from the first to the last for `#p3-p5`.
   * @param {string} fragment
   * @param {string[]} ids  of all passages, in order
   * @returns {string[]}
   */
  const named = (fragment, ids) => {
    const match = /^#([a-z]+\d+[a-z]*)(?:-([a-z]+\d+[a-z]*))?$/.exec(fragment.replace(/:~:.*$/s, ""));
    if (!match) return [];
    const first = ids.indexOf(match[1] ?? "");
    const last = ids.indexOf(match[2] ?? match[1] ?? "");
    return first < 0 || last < first ? [] : ids.slice(first, last + 1);
  };

  /**
   * What a citation says of the passages that it cites.
   * @param {PageData} text
   * @param {string[]} ids  of the passages, in order; at least one
   * @returns {Cited}
   */
  const cited = (text, ids) => {
    const known = ids.flatMap((id) => text.passages[id] ?? []);
    const [first, last] = [known[0], known[known.length - 1]];
    if (!first || !last || known.length !== ids.length) throw new Error(`no such passages: ${ids.join(", ")}`);
    const several = ids.length > 1;
    const number = several ? `${first.number}–${last.number}` : first.number;
    const anchor = several ? `${ids[0]}-${ids[ids.length - 1]}` : ids[0];
    return {
      number,
      place: `${several ? first.units : first.unit} ${number}`,
      link: `${text.url}?rev=${known.map((one) => one.revision).join(".")}#${anchor}`,
    };
  };

  /**
   * Put what is cited into a template.
   * @param {string} template
   * @param {Cited} what
   */
  const fill = (template, what) => template
    .replaceAll("⟦Place⟧", () => what.place.charAt(0).toUpperCase() + what.place.slice(1))
    .replaceAll("⟦place⟧", () => what.place)
    .replaceAll("⟦number⟧", () => what.number)
    .replaceAll("⟦link⟧", () => what.link);

  /**
   * The text fragment with which a browser finds words on a page; of many words, the first and the last six.
   * @param {string} words
   */
  const fragment = (words) => {
    const encode = (/** @type {string[]} */ part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D");
    const all = words.split(" ");
    const parts = words.length <= LONGEST || all.length <= 12 ? [all] : [all.slice(0, 6), all.slice(-6)];
    return `:~:text=${parts.map(encode).join(",")}`;
  };

  /** @param {string} text */
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  return Object.freeze({
    element, within, passages, numberOf, forPage, source, data, float, spot, place, named, cited, fill, fragment, escape,
  });
})();
