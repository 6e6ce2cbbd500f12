// Text directives, `:~:text=`: with one a link leads to the very words that were selected. A browser goes to the
// first place that fits, so that a directive carries as many words before and after as tell the place from all
// others on the page; where that cannot be done there is none, and the link leads to the passage.
"use strict";

/**
 * Selected words and what stands about them.
 * @typedef {object} Selected
 * @property {string} before  all that the page says before the block in which they begin
 * @property {string} head  the words of that block before them
 * @property {string[]} words  themselves, by blocks
 * @property {string} tail  the words after them of the block in which they end
 * @property {string} after  all that the page says after that block
 * @property {string} language
 */

const directives = (() => {
  const LONGEST = 300;  // letters of a selection that are repeated whole
  const ENDS = 6;       // words at the beginning and the end of a longer one
  const CONTEXT = 16;   // words on either side that are tried, at most
  const OWN = "script, style, noscript, template, .panel, .card, .cite-selection, .revised, dialog.search, .search-walk";

  /** @param {string} text */
  const collapsed = (text) => text.replace(/\s+/g, " ");

  /**
   * A text as browsers compare it: they make no difference between small and large letters, accents and quotation marks.
   * @param {string} text
   */
  const folded = (text) => collapsed(text).normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").toLowerCase()
    .replace(/[‘’‚‛′]/g, "'").replace(/[“”„‟«»″]/g, '"');

  /** @param {string} text */
  const pattern = (text) => folded(text).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

  /**
   * Where the parts are found one after another, spaces between them left aside: at most two of the places.
   * @param {string} page  folded
   * @param {string[]} parts
   * @param {number} [from]
   */
  const found = (page, parts, from = 0) => {
    const search = new RegExp(parts.filter(Boolean).map(pattern).join(" ?"), "g");
    /** @type {{ start: number, end: number }[]} */
    const places = [];
    search.lastIndex = from;
    for (let match = search.exec(page); match && places.length < 2; match = search.exec(page)) {
      places.push({ start: match.index, end: match.index + match[0].length });
      search.lastIndex = match.index + 1;
    }
    return places;
  };

  /**
   * Where the words of a text begin and end.
   * @param {string} text
   * @param {string} language
   */
  const bounds = (text, language) => [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)]
    .filter((one) => one.isWordLike)
    .map((one) => ({ start: one.index, end: one.index + one.segment.length }));

  /**
   * A block of the page with its words; `start` and `end` are those of what is selected in it, made whole words.
   * @param {string} head
   * @param {string} words
   * @param {string} tail
   * @param {string} language
   */
  const block = (head, words, tail, language) => {
    const text = head + words + tail;
    const all = bounds(text, language);
    const first = head.length + words.length - words.trimStart().length;
    const last = head.length + words.trimEnd().length;
    const start = all.find((one) => one.start < first && first < one.end)?.start ?? first;
    const end = all.find((one) => one.start < last && last < one.end)?.end ?? last;
    const inside = all.filter((one) => one.start >= start && one.end <= end);
    const earlier = all.filter((one) => one.end <= start);
    const later = all.filter((one) => one.start >= end);
    return {
      text: text.slice(start, end),
      words: inside.length,
      head: text.slice(0, start),
      tail: text.slice(end),
      beginning: text.slice(start, inside[ENDS - 1]?.end ?? end),
      ending: text.slice(inside[inside.length - ENDS]?.start ?? start, end),
      before: (/** @type {number} */ count) => (count ? text.slice(earlier[Math.max(0, earlier.length - count)]?.start ?? start, start).trim() : ""),
      after: (/** @type {number} */ count) => (count ? text.slice(end, later[Math.min(count, later.length) - 1]?.end ?? end).trim() : ""),
    };
  };

  /** @param {string} part */
  const encode = (part) => encodeURIComponent(part).replaceAll("-", "%2D");

  /**
   * The directive that leads to selected words and to nothing else; empty where there is none.
   * @param {Selected} selected
   */
  const made = ({ before, head, words, tail, after, language }) => {
    const parts = words.map(collapsed);
    const [opening = "", closing = ""] = [parts[0], parts[parts.length - 1]];
    const one = parts.length === 1;
    const first = block(collapsed(head), opening, one ? collapsed(tail) : "", language);
    const last = one ? first : block("", closing, collapsed(tail), language);
    const between = one ? "" : [first.text, ...parts.slice(1, -1), last.text].join(" ");
    const page = [before, first.head].join(" ") + (between || first.text) + [last.tail, after].join(" ");
    const text = folded(page);
    const start = folded([before, first.head].join(" ")).length;
    const end = start + folded(between || first.text).length;
    const whole = one && (first.text.length <= LONGEST || first.words <= 2 * ENDS);
    for (let count = 0; count <= CONTEXT; count += 1) {
      const [prefix, suffix] = [first.before(count), last.after(count)];
      const places = found(text, whole ? [prefix, first.text, suffix] : [prefix, first.beginning]);
      const place = places.length === 1 ? places[0] : undefined;
      const [lead, trail] = [prefix && `${encode(prefix)}-,`, suffix && `,-${encode(suffix)}`];
      if (!place || place.start > start || place.end < start) continue;
      if (whole) return `:~:text=${lead}${encode(first.text)}${trail}`;
      const stop = found(text, [last.ending, suffix], place.end)[0];
      if (stop && stop.start < end && stop.end >= end) return `:~:text=${lead}${encode(first.beginning)},${encode(last.ending)}${trail}`;
    }
    return "";
  };

  /**
   * The text of the page in pieces: before a range, in it and after it, each with the block that it stands in.
   * @param {Range} range
   */
  const pieces = (range) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    /** @type {{ side: number, block: Element | null, text: string }[]} */
    const all = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      if (node.parentElement?.closest(OWN)) continue;
      let holder = node.parentElement;
      while (holder && /^(?:inline$|ruby|contents)/.test(getComputedStyle(holder).display)) holder = holder.parentElement;
      const side = range.comparePoint(node, 0);
      const inside = range.intersectsNode(node);
      const start = node === range.startContainer ? range.startOffset : side < 0 ? text.length : 0;
      const end = node === range.endContainer ? range.endOffset : text.length;
      const cuts = inside ? [0, start, end, text.length] : side < 0 ? [0, text.length] : [0, 0, 0, text.length];
      cuts.slice(1).forEach((cut, index) => all.push({ side: index - 1, block: holder, text: text.slice(cuts[index], cut) }));
    }
    return all.filter((piece) => piece.text);
  };

  /**
   * Join pieces, with a space between blocks.
   * @param {{ block: Element | null, text: string }[]} all
   */
  const join = (all) => all.map(({ block: holder, text }, index) =>
    (index && holder !== all[index - 1]?.block ? ` ${text}` : text)).join("");

  /**
   * The directive for what is selected on this page; empty where its words cannot be told from others.
   * @param {Range} range
   */
  const of = (range) => {
    if (!("Segmenter" in Intl)) return "";
    const all = pieces(range);
    const inside = all.filter((piece) => piece.side === 0 && piece.text.trim());
    const [first, last] = [inside[0], inside[inside.length - 1]];
    if (!first || !last) return "";
    const holders = [...new Set(inside.map((piece) => piece.block))];
    const [earlier, later] = [all.filter((piece) => piece.side < 0), all.filter((piece) => piece.side > 0)];
    return made({
      before: join(earlier.filter((piece) => piece.block !== first.block)),
      head: join(earlier.filter((piece) => piece.block === first.block)),
      words: holders.map((holder) => join(inside.filter((piece) => piece.block === holder))),
      tail: join(later.filter((piece) => piece.block === last.block)),
      after: join(later.filter((piece) => piece.block !== last.block)),
      language: (first.block?.closest("[lang]")?.getAttribute("lang") ?? "") || "en",
    });
  };

  return Object.freeze({ made, of });
})();
