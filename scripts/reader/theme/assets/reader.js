// What the scripts of the site share: making elements, floating boxes, the data of a text's page. It is a
// classic script, since modules do not load from a disk; it comes first and defines one name, `reader`.
"use strict";

/**
 * What citing needs, `data/texts/<slug>.js`: written by `exports/page_data.py`, loaded when somebody cites.
 * @typedef {object} PageData
 * @property {string} url  the published address of the text, up to the question mark
 * @property {Record<string, string>} styles  the names of the citation styles, by their ids
 * @property {Record<string, string>} forms  the names of the forms of a citation: `bibliography`, `note`, `in-text`
 * @property {Record<string, Record<string, Record<string, {text: string, html: string}>>>} templates  by style,
 *   form and kind of place: empty for the whole, else `paragraph`, `section` or `page`, their plurals, or `place`
 * @property {Record<string, Record<string, string>>} formats  by manager, `bibtex`, `ris` or `csl-json`: empty
 *   for the whole, else `place`
 * @property {Record<string, PassageData>} passages  by their ids
 * @property {string} report  where errors are reported, with `{place}` and `{link}` for what is filled in; may be empty
 * @property {Record<string, ConnectionData[]>} connections  where else passages live, by their ids
 * @property {Record<string, PrintPageData>} [pages]  of the print, by their ids, where it has some
 */

/** @typedef {Omit<PageData, "passages" | "pages" | "connections" | "report">} CitingData  what citing any work needs */

/**
 * What citing an entry of the bibliography needs, `data/references/<key>.js`: the same, without passages.
 * @typedef {CitingData & { name: string }} EntryData
 */

/**
 * @typedef {object} ConnectionData
 * @property {"quoted" | "noted" | "near"} kind
 * @property {string} href
 * @property {string} name  of the page or the text
 * @property {string[]} [terms]  the names of those that a near passage shares
 */

/**
 * @typedef {object} PassageData
 * @property {string} revision  the one that a new link carries
 * @property {string} number  as readers see it: `12`; as the source has it, where it counts itself: `1(2)(b)`
 * @property {string} [last]  the last number of a passage that has several: of the lines of a stanza, of pages
 * @property {string} unit  what it is counted in: `para.`
 * @property {string} units  the same for several: `paras.`
 * @property {string} label  the same as CSL has it: `paragraph`
 * @property {string} [kind]  `place` where the source counts: a style has no words for that
 * @property {LinesData} [lines]  how its lines are counted, where it has some
 * @property {ParagraphData} [paragraph]  which of an article that has several without numbers
 */

/**
 * Which of the paragraphs of an article it is.
 * @typedef {{ unit: string, units: string, number: number }} ParagraphData
 */

/**
 * A page of the print: how it is counted, and the revisions of what stands on it.
 * @typedef {{ number: string, unit: string, label: string, revision: string }} PrintPageData
 */

/**
 * How the lines of a stanza or the rows of a table are counted.
 * @typedef {object} LinesData
 * @property {string} unit  `line`, or `row`
 * @property {string} units  the same for several
 * @property {string} label  the same as CSL has it
 * @property {number} first  the number that the source gives to the first of them, or 0
 */

const reader = (() => {
  const ROOM = 8;            // pixels between a floating box and the edge of the window
  const GAP = 6;             // pixels between a floating box and what it belongs to
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

  // What the browser remembers from one visit to the next

  /** @param {string} name */
  const remembered = (name) => {
    try { return localStorage.getItem(name); } catch { return null; }  // no storage, no memory
  };

  /**
   * @param {string} name
   * @param {string} value  nothing is remembered where it is empty
   */
  const remember = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
      return true;
    } catch { return false; }
  };

  // Keys of a single sign, which can be turned off

  const keysAreOn = () => remembered("reader.keys") !== "off";

  /** @param {boolean} on */
  const turnKeys = (on) => remember("reader.keys", on ? "" : "off");

  /**
   * Whether a key was pressed for the page: not in a field, not together with Control, Alt or the like, and not
   * where the reader has turned keys of a single sign off.
   * @param {KeyboardEvent} event
   */
  const forPage = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !within(event, FIELDS) && keysAreOn();

  /** @type {HTMLMetaElement | null} */
  const source = globalThis.document?.querySelector('meta[name="reader:data"]') ?? null;

  /**
   * A function that loads a script of data once; after a failure the next call tries again.
   * @template Data
   * @param {() => string} address
   * @param {() => Data | undefined} held  what the script has left
   * @returns {() => Promise<Data>}
   */
  const loader = (address, held) => {
    /** @type {Promise<Data> | null} */
    let loading = null;
    /** @returns {Promise<Data>} */
    const load = () => new Promise((resolve, reject) => {
      const script = element("script", { src: address() });
      const done = () => {
        const data = held();
        if (data) return resolve(data);
        script.remove();
        return reject(new Error(`${address()} did not load`));
      };
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      document.head.append(script);
    });
    return () => {
      loading ??= load().catch((error) => { loading = null; throw error; });
      return loading;
    };
  };

  /** @type {() => Window & { readerText?: PageData, readerEntry?: EntryData, readerHistory?: TextHistory }} */
  const kept = () => window;

  /** What citing needs. */
  const data = loader(() => source?.content ?? "", () => kept().readerText);

  /**
   * What citing another text than that of this page needs. One is to be loaded after the other.
   * @param {string} address  of its script
   */
  const textAt = (address) => loader(() => address, () => {
    const found = kept().readerText;
    return found && address.endsWith(`/${found.url.split("/").at(-2)}.js`) ? found : undefined;
  })();

  /**
   * What citing an entry of the bibliography needs.
   * @param {string} address  of its script
   */
  const entry = (address) => loader(() => address, () => kept().readerEntry)();

  /** What the passages of this text said before: see wordings.js. */
  const history = loader(() => (source?.content ?? "").replace(/\.js$/, ".history.js"), () => kept().readerHistory);

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
   * Where a box stands in the window: below what it belongs to, or as low as the window allows.
   * @param {{ left: number, top: number, bottom: number }} near  what it belongs to
   * @param {{ width: number, height: number }} size  of the box
   * @param {{ width: number, height: number }} view  of the window
   * @returns {{ left: number, top: number }}
   */
  const spot = (near, size, view) => {
    const rightmost = view.width - size.width - ROOM;
    const lowest = view.height - size.height - ROOM;
    const below = near.bottom + GAP;
    return {
      left: Math.min(Math.max(ROOM, near.left), rightmost),
      top: Math.max(ROOM, Math.min(below, lowest)),
    };
  };

  /**
   * Place a fixed box at what it belongs to: see `spot`.
   * @param {HTMLElement} box
   * @param {{ left: number, top: number, bottom: number }} near
   */
  const place = (box, near) => {
    const size = { width: box.offsetWidth, height: box.offsetHeight };
    const { left, top } = spot(near, size, { width: innerWidth, height: innerHeight });
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  };

  /** @param {string} text */
  const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  return Object.freeze({
    element, within, passages, numberOf, remembered, remember, keysAreOn, turnKeys, forPage,
    source, data, textAt, entry, history, float, spot, place, escape,
  });
})();
