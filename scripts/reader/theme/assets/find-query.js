// What a query asks for: its words, what is written as one, what stands in quotation marks, and the names in it.
"use strict";

/**
 * One part of a query: a word, words written as one, characters without spaces, or words in quotation marks.
 * @typedef {object} Item
 * @property {"word" | "compound" | "phrase"} kind
 * @property {string} typed
 * @property {number} index  of its first word among all words of the query
 * @property {string[]} parts
 * @property {{ key: string, at: number, count: number, signed: boolean }[]} wholes
 * @property {boolean} light  it says nothing of what is looked for
 * @property {boolean} last  it may be unfinished
 */

/** @typedef {{ doc: number, first: number, count: number, typed: string }} Via  a name that the query has, and whose */

const findQuery = (() => {
  const { keys, chunks, isLight } = findWords;
  const { stem } = findStems;
  const { posting } = findIndex;
  const { TIER, nothing, size, put, putKey, putNear, find } = findPlaces;
  const LONGEST_NAME = 8;  // words of a name
  const QUOTED = /["“”„«»]([^"“”„«»]+)["“”„«»]|(?:^|\s)['‘](\S[^'‘]*?\s[^'‘]*?\S)['’](?=\s|$)/gu;

  // Reading

  /**
   * @param {string} query
   * @returns {Item[]}
   */
  const parse = (query) => {
    /** @type {Item[]} */
    const items = [];
    let index = 0, from = 0;
    const add = (/** @type {Keys} */ { parts, wholes }, /** @type {Item["kind"]} */ kind, /** @type {string} */ typed) => {
      if (!parts.length) return;
      const light = parts.length === 1 && !wholes.length && isLight(parts[0]?.key ?? "");
      items.push({ kind, typed, index, parts: parts.map(({ key }) => key), wholes, light, last: false });
      index += parts.length;
    };
    const words = (/** @type {string} */ text) => {
      for (const one of chunks(text)) add(one, one.parts.length > 1 || one.wholes.length ? "compound" : "word", one.typed);
    };
    for (const quoted of query.matchAll(QUOTED)) {
      words(query.slice(from, quoted.index));
      add(keys(quoted[1] ?? quoted[2] ?? ""), "phrase", quoted[0]);
      from = quoted.index + quoted[0].length;
    }
    words(query.slice(from));
    const end = items[items.length - 1];
    if (end?.kind === "word" && /[\p{L}\p{N}\p{M}]$/u.test(query)) end.last = true;
    if (items.every(({ light }) => light)) items.forEach((one) => { one.light = false; });
    return items;
  };

  // Names

  /**
   * The terms and works that words of a query are the name of; of names within each other the longest.
   * @param {Item[]} items
   * @returns {Promise<Via[]>}
   */
  const names = async (items) => {
    const parts = items.flatMap(({ parts: own }, at) =>
      own.map((key, place) => ({ key: stem(key), at, first: !place, last: place === own.length - 1 })));
    const spans = parts.flatMap((_one, first) => {
      const longest = Math.min(LONGEST_NAME, parts.length - first);
      return Array.from({ length: longest }, (_none, less) => parts.slice(first, first + longest - less));
    });
    const whole = spans.filter((span) => span[0]?.first && span[span.length - 1]?.last);  // what is written as one stays so
    const places = await Promise.all(whole.map((span) => posting(`~${span.map(({ key }) => key).join(" ")}`)));
    /** @type {Via[]} */
    const found = [];
    let covered = -1;
    for (const [at, span] of whole.entries()) {
      const [from = 0, to = 0] = [span[0]?.at, span[span.length - 1]?.at];
      const docs = places[at]?.docs;
      if (!docs || to <= covered) continue;
      covered = to;
      const typed = items.slice(from, to + 1).map((one) => one.typed.trim().replace(/^["“„«'‘]|["”“»'’]$/g, "")).join(" ");
      for (const doc of docs) found.push({ doc, first: from, count: to - from + 1, typed });
    }
    return found;
  };

  /**
   * Each item of a query with the records that have it.
   * @param {Item[]} items
   */
  const findAll = async (items) => {
    const [found, vias] = await Promise.all([Promise.all(items.map(find)), names(items)]);
    const uses = await Promise.all(vias.map(({ doc }) => posting(`=${doc}`)));
    for (const [number, via] of vias.entries()) {
      const used = uses[number] ?? null;
      for (let at = via.first; at < via.first + via.count; at += 1) put(found[at] ?? nothing(), used, TIER.form, number);
    }
    await Promise.all(items.map(async (item, at) => {
      const [next, here, after] = [items[at + 1], found[at], found[at + 1]];
      if (item.kind !== "word" || next?.kind !== "word" || !here || !after) return;
      const together = `${item.parts[0]}${next.parts[0]}`;  // per cent, and percent
      await Promise.all([putKey(here, together, TIER.form), putKey(after, together, TIER.form)]);
    }));
    await Promise.all(items.map((item, at) => {
      const here = found[at];
      return here && !item.light && item.kind === "word" ? putNear(here, item.parts[0] ?? "", item.last) : undefined;
    }));
    return { found, vias };
  };

  /**
   * The items of a query, those that stand nowhere as they are written taken apart.
   * @param {string} query
   */
  const read = async (query) => {
    const first = parse(query);
    const tried = await findAll(first);
    const lost = first.filter((one, at) => one.kind !== "word" && !size(tried.found[at] ?? nothing())
      && one.parts.some((key) => [...key].length > 1 && (one.kind === "phrase" || !isLight(key))));  // of R&D or AT&T no part is meant by itself
    if (!lost.length) return { items: first, ...tried, apart: false };
    const items = first.flatMap((one) => (lost.includes(one)
      ? one.parts.map((key, at) => ({ ...one, kind: /** @type {const} */ ("word"), typed: key, index: one.index + at,
        parts: [key], wholes: [], light: isLight(key) }))
      : [one]));
    if (items.every(({ light }) => light)) items.forEach((one) => { one.light = false; });
    return { items, ...await findAll(items), apart: lost.some(({ kind }) => kind === "phrase") };
  };

  return Object.freeze({ TIER, read });
})();
