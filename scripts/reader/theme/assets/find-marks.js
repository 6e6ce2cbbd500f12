// The words found, in a text: where they stand, and which lines of it are worth showing.
"use strict";

/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ keys: Set<string>, sequences: string[][] }} Marks */

const findMarks = (() => {
  const { keys } = findWords;
  const LENGTH = 210;   // letters of what is shown of a passage
  const BEFORE = 60;    // letters that are shown before the first words found

  /**
   * The sequences that begin at some part of a text, as spans of it.
   * @param {Part[]} parts
   * @param {string[]} sequence
   * @returns {Span[]}
   */
  const runs = (parts, sequence) => parts.flatMap((part, at) => {
    if (!sequence.length || !sequence.every((key, step) => parts[at + step]?.key === key)) return [];
    return [{ start: part.start, end: parts[at + sequence.length - 1]?.end ?? part.end }];
  });

  /**
   * Spans in their order, those that touch as one.
   * @param {Span[]} spans
   */
  const merged = (spans) => {
    /** @type {Span[]} */
    const found = [];
    for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
      const last = found[found.length - 1];
      if (last && start <= last.end) last.end = Math.max(last.end, end);
      else found.push({ start, end });
    }
    return found;
  };

  /**
   * Where the words found stand in a text.
   * @param {string} text
   * @param {Marks} marks
   * @returns {Span[]}
   */
  const spans = (text, marks) => {
    const { parts, wholes } = keys(text);
    return merged([
      ...parts.filter(({ key }) => marks.keys.has(key)),
      ...wholes.filter(({ key }) => marks.keys.has(key)).map(({ at, end }) => ({ start: parts[at]?.start ?? end, end })),
      ...marks.sequences.flatMap((sequence) => runs(parts, sequence)),
    ]);
  };

  /**
   * The names of a term, as sequences of keys.
   * @param {string[]} names
   */
  const sequences = (names) => names.map((name) => keys(name).parts.map(({ key }) => key)).filter((one) => one.length);

  /**
   * A line or two of a text round the words found, cut between words.
   * @param {string} text
   * @param {Span[]} found
   * @returns {{ text: string, spans: Span[] }}  with an ellipsis where something is left out
   */
  const snippet = (text, found) => {
    const room = LENGTH - BEFORE;
    const within = (/** @type {number} */ from) => found.filter(({ start, end }) => start >= from && end <= from + room);
    const first = found[0]?.start ?? 0;
    const best = found.reduce((most, { start }) => (within(start).length > within(most).length ? start : most), first);
    let from = text.length <= LENGTH ? 0 : Math.max(0, Math.min(best - BEFORE, text.length - LENGTH));
    if (from) {
      const ends = [...text.slice(from, best).matchAll(/[.!?…؟۔。]["”’»]?\s+/g)];
      const sentence = Math.max(-1, ...ends.map((end) => end.index + end[0].length));
      const word = text.slice(from, best).search(/\s/) + 1;
      from += sentence >= 0 ? sentence : word;
    }
    let to = Math.min(text.length, from + LENGTH);
    const lastSpace = text.lastIndexOf(" ", to);
    if (to < text.length && lastSpace > from + LENGTH / 2) to = lastSpace;
    const cut = found.filter(({ start, end }) => start >= from && end <= to);
    const before = from > 0 ? "… " : "";
    const shift = before.length - from;
    return {
      text: before + text.slice(from, to) + (to < text.length ? " …" : ""),
      spans: cut.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
    };
  };

  return Object.freeze({ spans, sequences, snippet });
})();
