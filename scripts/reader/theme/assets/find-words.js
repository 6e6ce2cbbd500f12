// Words as the search compares them: folded and cut as the build did it. The tables come with the index
// (search/core.js, from scripts/reader/words/), so the two cannot differ in them; a test holds them to the same steps.
"use strict";

/** @typedef {[ending: string, instead: string, least: number]} Rule */

/**
 * @typedef {object} Tables
 * @property {Record<string, string>} letters
 * @property {string} dropped
 * @property {string} chunk
 * @property {string} part
 * @property {string} piece
 * @property {string} unspaced
 * @property {string} apostrophes
 * @property {string} signs
 * @property {number} longest
 * @property {number} shortestStem
 * @property {Rule[]} plurals
 * @property {Rule[]} spellings
 * @property {Rule[][]} suffixes
 * @property {[letters: string, rest: number, endings: string[], beginnings: string[]][]} scripts
 * @property {string} light
 */

/** @typedef {{ key: string, start: number, end: number }} Part  a word, and where it stands */
/** @typedef {{ key: string, at: number, count: number, signed: boolean, end: number }} Whole  what parts are together */
/** @typedef {{ parts: Part[], wholes: Whole[] }} Keys */
/** @typedef {Part & { before: string, unspaced: boolean }} Piece */

const findWords = (() => {
  /** @type {Tables} */
  let tables;
  /** @type {Record<"dropped" | "chunk" | "part" | "piece" | "unspaced", RegExp>} */
  let patterns;
  /** @type {Set<string>} */
  let light;

  /** @param {Tables} given  of this index */
  const use = (given) => {
    tables = given;
    findStems.use(given);
    patterns = {
      dropped: new RegExp(given.dropped, "gu"),
      chunk: new RegExp(given.chunk, "gu"),
      part: new RegExp(given.part, "gu"),
      piece: new RegExp(given.piece, "gsu"),
      unspaced: new RegExp(`^[${given.unspaced}]`, "u"),
    };
    light = new Set(given.light.split(" "));
  };

  /** @param {string} word */
  const fold = (word) => {
    const bare = word.normalize("NFKD").toLowerCase().normalize("NFKD").replace(patterns.dropped, "");
    return [...bare].map((letter) => tables.letters[letter] ?? letter).join("").normalize("NFKC");
  };

  // Keys

  /**
   * The words of one chunk; characters of scripts without spaces are words of their own.
   * @param {string} chunk
   * @param {number} offset
   * @returns {{ pieces: Piece[], trailing: string }}
   */
  const piecesOf = (chunk, offset) => {
    /** @type {Piece[]} */
    const pieces = [];
    let last = 0;
    for (const part of chunk.matchAll(patterns.part)) {
      let before = chunk.slice(last, part.index);
      for (const piece of part[0].matchAll(patterns.piece)) {
        const key = fold(piece[0]);
        const start = offset + part.index + piece.index;
        if (!key) continue;
        pieces.push({ key, start, end: start + piece[0].length, before, unspaced: patterns.unspaced.test(piece[0]) });
        before = "";
      }
      last = part.index + part[0].length;
    }
    const end = pieces[pieces.length - 1];
    if (pieces.length > 1 && end?.key === "s" && end.before && tables.apostrophes.includes(end.before)) pieces.pop();
    return { pieces, trailing: chunk.slice(last) };
  };

  /** @param {Piece[]} pieces */
  const signed = (pieces) =>
    pieces.map(({ key, before }, index) => (index && tables.signs.includes(before) ? before : "") + key).join("");

  /**
   * The value of a number, what stands before its point, and a row of digits that points only divide.
   * @param {Piece[]} pieces
   * @param {number} at
   * @returns {Omit<Whole, "end">[]}
   */
  const ofNumber = (pieces, at) => {
    const count = pieces.length;
    const value = pieces.map(({ key, before }, index) => (index && before === "." ? "." : "") + key).join("");
    const point = pieces.findIndex(({ before }, index) => index && before === ".");
    const found = [{ key: value, at, count, signed: point > 0 }];
    if (point > 1) found.push({ key: value.split(".")[0] ?? "", at, count: point, signed: false });
    if (point > 0 && pieces.slice(1).every(({ key }) => [...key].length === 3)) {
      found.push({ key: pieces.map(({ key }) => key).join(""), at, count, signed: false });
    }
    return found;
  };

  /**
   * What the pieces of one chunk are together.
   * @param {Piece[]} pieces
   * @param {string} trailing  the signs after the last of them
   * @param {number} at
   * @returns {Omit<Whole, "end">[]}
   */
  const wholesOf = (pieces, trailing, at) => {
    const count = pieces.length;
    if (pieces.some((one) => one.unspaced)) {
      return pieces.slice(1).flatMap((one, index) => {
        const first = pieces[index];
        const together = first?.unspaced && one.unspaced && !one.before;
        return together ? [{ key: first.key + one.key, at: at + index, count: 2, signed: false }] : [];
      });
    }
    const found = trailing ? [{ key: signed(pieces) + trailing, at, count, signed: true }] : [];
    const between = pieces.slice(1).map((one) => one.before);
    if (count === 1 || count > tables.longest) return found;
    if (pieces.every(({ key }) => /^\p{Nd}+$/u.test(key)) && between.every((sign) => ".,".includes(sign) && sign)) {
      return [...found, ...ofNumber(pieces, at)];
    }
    if (!between.every((sign) => sign && "/+,".includes(sign))) {
      found.push({ key: pieces.map(({ key }) => key).join(""), at, count, signed: false });
    }
    if (!trailing && between.some((sign) => sign && tables.signs.includes(sign))) {
      found.push({ key: signed(pieces), at, count, signed: true });
    }
    return found;
  };

  /**
   * What a text is found by, in its order.
   * @param {string} text
   * @returns {Keys}
   */
  const keys = (text) => {
    /** @type {Keys} */
    const found = { parts: [], wholes: [] };
    for (const chunk of text.matchAll(patterns.chunk)) {
      const { pieces, trailing } = piecesOf(chunk[0], chunk.index);
      if (!pieces.length) continue;
      const at = found.parts.length;
      for (const { key, start, end } of pieces) found.parts.push({ key, start, end });
      for (const whole of wholesOf(pieces, trailing, at)) {
        const end = (found.parts[whole.at + whole.count - 1]?.end ?? 0) + (whole.signed ? trailing.length : 0);
        found.wholes.push({ ...whole, end });
      }
    }
    return found;
  };

  /** The keys of each run of signs without a space. @param {string} text */
  const chunks = (text) => [...text.matchAll(patterns.chunk)].map(([typed]) => ({ ...keys(typed), typed }));

  /** Whether a word says nothing of what is looked for. @param {string} key */
  const isLight = (key) => light.has(key);

  return Object.freeze({ use, fold, keys, chunks, isLight });
})();
