// What was found, as a reader sees it: passages, the best three of a text first; then terms, references and the rest, each
// with its kind in a word, and with a line or two round the words found.
"use strict";

/** @typedef {{ query: string, filters: Filters }} Search */

const hits = (() => {
  const { element } = reader;
  const { phrase, counted } = speech;
  const { record } = findIndex;
  const NO_FILTERS = Object.freeze({ in: [], by: [], year: [], kind: [], term: [] });
  const PER_TEXT = 3, TEXTS = 6, OTHERS = 6;  // that are shown at first

  /** What each kind of hit is called, one of them and several. @type {Record<string, (count: number) => string>} */
  const KINDS = {
    passage: (count) => counted(count, "passage", "passages"),
    note: (count) => counted(count, "note", "notes"),
    term: (count) => counted(count, "term", "terms"),
    reference: (count) => counted(count, "reference", "references"),
    text: (count) => counted(count, "text", "texts"),
    theme: (count) => counted(count, "theme", "themes"),
    page: (count) => counted(count, "page", "pages"),
  };

  /** @param {string} kind @param {number} [count] */
  const kindOf = (kind, count = 1) => KINDS[kind]?.(count) ?? kind;

  /** @param {URLSearchParams} given @returns {Filters} */
  const filters = (given) => ({
    in: given.getAll("in"), by: given.getAll("by"), year: given.getAll("year"), kind: given.getAll("kind"), term: given.getAll("term"),
  });

  /**
   * The address of the search page for a query.
   * @param {Search} asked
   */
  const address = ({ query, filters: chosen }) => {
    const given = new URLSearchParams({ q: query });
    for (const [name, values] of Object.entries(chosen)) for (const value of values) given.append(name, value);
    return `${new URL("search/", search.root).href}?${given}`;
  };

  // A hit

  /**
   * Where a record stands, with the words that are to be marked there.
   * @param {Shown} shown
   * @param {string} query
   */
  const place = ({ kind, address: at, of }, query) => {
    const paths = new Map([["passage", `texts/${of?.[0]}/#${at}`], ["note", `texts/${of?.[0]}/#${at}`], ["text", `texts/${at}/`],
      ["term", `terms/${at}/`], ["reference", `bibliography/${at.endsWith("/") ? at : `#${at}`}`]]);
    const url = new URL(paths.get(kind) ?? at, search.root);
    url.searchParams.set("h", query);
    return url.href;
  };

  /**
   * A text with the words found in it marked.
   * @param {string} text
   * @param {Span[]} spans
   */
  const marked = (text, spans) => {
    /** @type {(Node | string)[]} */
    const nodes = [];
    let from = 0;
    for (const { start, end } of spans) {
      nodes.push(text.slice(from, start), element("mark", {}, text.slice(start, end)));
      from = end;
    }
    return [...nodes, text.slice(from)];
  };

  /**
   * The names through which a record was found: “Nagorno-Karabakh, for: Artsakh”.
   * @param {Hit} hit
   * @param {Hits} found
   */
  const through = async (hit, found) => {
    const named = hit.vias.flatMap((at) => found.vias[at] ?? []);
    const told = await Promise.all(named.map(async (via) => ({ via, of: await record(via.doc) })));
    const lines = told.map(({ via, of }) => (of.kind === "reference"
      ? phrase("cites {title}", { title: of.title }) : phrase("{title}, for: {words}", { title: of.title, words: via.typed })));
    return { line: lines.join("; "), sequences: told.flatMap(({ of }) => findMarks.sequences(of.forms)) };
  };

  /**
   * @param {Hit} hit
   * @param {Hits} found
   * @param {string} query
   */
  const item = async (hit, found, query) => {
    const [shown, via] = await Promise.all([record(hit.doc), through(hit, found)]);
    const marks = { keys: found.marks.keys, sequences: [...found.marks.sequences, ...via.sequences] };
    const cut = findMarks.snippet(shown.text, findMarks.spans(shown.text, marks));
    const numbered = /^[psnf]\d+[a-z]*$/.test(shown.kind === "passage" || shown.kind === "note" ? shown.address : "");
    const kind = numbered ? places.nameOf(shown.address) : kindOf(shown.kind);
    const title = shown.title ? [element("strong", { dir: "auto" }, ...marked(shown.title, findMarks.spans(shown.title, marks)))] : [];
    const label = shown.kind === "note" && shown.of ? [element("span", { class: "in" }, shown.of[1])] : [];
    const line = via.line ? [element("span", { class: "for" }, via.line)] : [];
    const words = element("span", { class: "words", dir: "auto" }, ...marked(cut.text, cut.spans));
    if (shown.of && shown.kind === "passage") words.lang = shown.of[3];
    const link = element("a", { class: "hit", href: place(shown, query) },
      element("span", { class: "kind" }, kind), ...title, ...label, ...line, words);
    return { link: element("li", {}, link), shown };
  };

  /**
   * A button that shows what is left, once.
   * @param {string} words
   * @param {() => Promise<Node[]>} rest
   */
  const more = (words, rest) => {
    const button = element("button", { type: "button", class: "more" }, words);
    button.addEventListener("click", async () => {
      const nodes = await rest();
      button.replaceWith(...nodes);
      const [first] = nodes;
      if (first instanceof Element) first.querySelector("a")?.focus();
    });
    return button;
  };

  // Groups of hits

  /**
   * The passages of one text: its title leads to the best of them.
   * @param {Hit[]} own
   * @param {Hits} found
   * @param {string} query
   */
  const ofText = async (own, found, query) => {
    const best = await Promise.all(own.slice(0, PER_TEXT).map((hit) => item(hit, found, query)));
    const [first] = best;
    if (!first) return [];
    const [, label = "", title = "", language = ""] = first.shown.of ?? [];
    const link = element("a", { href: place(first.shown, query), lang: language, dir: "auto" }, title);
    const list = element("ul", {}, ...best.map((one) => one.link));
    const rest = own.slice(PER_TEXT);
    const button = more(counted(rest.length, "{number} more in this text", "{number} more in this text"), async () => {
      const made = await Promise.all(rest.map((hit) => item(hit, found, query)));
      return [element("ul", {}, ...made.map((one) => one.link))];
    });
    const heading = element("h3", {}, link, " ", element("span", { class: "in" }, label));
    return [element("div", { class: "of-text" }, heading, list, ...rest.length ? [button] : [])];
  };

  /**
   * @param {Hits} found
   * @param {string} query
   */
  const passages = async (found, query) => {
    const { texts } = found;
    const shown = async (/** @type {Hit[][]} */ some) => (await Promise.all(some.map((own) => ofText(own, found, query)))).flat();
    /** @type {(from: number) => Promise<Node[]>} */
    const from = async (at) => {
      const nodes = await shown(texts.slice(at, at + TEXTS));
      const left = texts.length - at - TEXTS;
      return left > 0 ? [...nodes, more(counted(left, "{number} more text", "{number} more texts"), () => from(at + TEXTS))] : nodes;
    };
    return section(phrase("Passages"), await from(0));
  };

  /**
   * @param {Hits} found
   * @param {string} query
   */
  const others = async (found, query) => {
    /** @type {(from: number, size: number) => Promise<Node[]>} */
    const list = async (at, size) => {
      const made = await Promise.all(found.others.slice(at, at + size).map((hit) => item(hit, found, query)));
      const left = found.others.length - at - size;
      const button = more(counted(left, "{number} more", "{number} more"), () => list(at + size, 4 * OTHERS));
      return [element("ul", {}, ...made.map((one) => one.link)), ...left > 0 ? [button] : []];
    };
    return section(phrase("Terms, references and the rest"), await list(0, OTHERS));
  };

  /** @param {string} title @param {Node[]} content */
  const section = (title, content) => element("section", { "aria-label": title }, element("h2", {}, title), ...content);

  /**
   * What is said of a search: how much there is, and what there is not.
   * @param {Hits} found
   */
  const told = (found) => {
    const count = [
      ...found.passages.length ? [phrase("{passages} in {texts}", {
        passages: counted(found.passages.length, "{number} passage", "{number} passages"),
        texts: counted(found.texts.length, "{number} text", "{number} texts"),
      })] : [],
      ...found.others.length ? [counted(found.others.length, "{number} other place", "{number} other places")] : [],
    ].join(phrase(", ")) || phrase("Nothing found");
    const missing = found.missing.map((word) => phrase("“{word}”", { word })).join(phrase(", "));
    return [`${count}.`, ...missing ? [phrase("Nowhere: {words}.", { words: missing })] : [],
      ...found.apart ? [phrase("The words in quotation marks stand nowhere together; they were looked for one by one.")] : []].join(" ");
  };

  return Object.freeze({ NO_FILTERS, filters, address, kindOf, place, passages, others, told });
})();
