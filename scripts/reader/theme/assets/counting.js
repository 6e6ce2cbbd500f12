// How a citation counts a passage, or a line of one: by the number that the source has for it, else by ours. It
// needs no page; the command line does the same, `references/places.py`.
"use strict";

/**
 * A passage, or a line of one, as it is counted.
 * @typedef {object} Counted
 * @property {string} unit
 * @property {string} units
 * @property {string} label
 * @property {string} kind  its label, or `place` where a style has no words for it
 * @property {string} first  its number
 * @property {string} last  the same, or the last of several that it has
 * @property {string} whole  `12`, `5–8`, or `3, para. 2`: without a line
 * @property {string} number  the same, or `3, line 2`
 * @property {string} place  the same with its unit
 * @property {LinesData} [lines]  set where the line alone is not enough
 * @property {number} line
 * @property {ParagraphData} [paragraph]  which of an article that has several without numbers
 */

const counting = (() => {
  const comma = speech.phrase(", ");

  /**
   * How a passage is counted, or one of its lines: what `references/places.py` does.
   * @param {PassageData} passage
   * @param {number} line  0 for the whole passage
   * @returns {Counted}
   */
  const counted = (passage, line) => {
    const lines = line ? passage.lines : undefined;
    const bySource = lines?.first ? { ...lines, number: `${lines.first + line - 1}`, last: undefined } : null;
    const { unit, units, label, number: first, last = first } = bySource ?? passage;
    const inner = bySource ? undefined : lines;
    const paragraph = bySource ? undefined : passage.paragraph;
    const numbers = first === last ? first : `${first}–${last}`;
    const whole = paragraph ? `${numbers}${comma}${paragraph.unit} ${paragraph.number}` : numbers;
    const number = inner ? `${whole}${comma}${inner.unit} ${line}` : whole;
    const place = `${first === last ? unit : units} ${number}`;
    const kind = line ? "place" : passage.kind ?? label;
    const known = { unit, units, label, kind, first, last, whole, number, place, line };
    return { ...known, ...(inner ? { lines: inner } : {}), ...(paragraph ? { paragraph } : {}) };
  };

  /**
   * The place of all from one to another, its number without the word for the unit, and what templates call it.
   * @param {Counted} from
   * @param {Counted} to
   * @returns {{ place: string, number: string, kind: string }}
   */
  const joined = (from, to) => {
    const same = from.unit === to.unit && from.first === to.first && from.last === to.last;
    const [one, other] = [from.paragraph, to.paragraph];
    const alike = same && one?.number === other?.number;
    if (alike && from.line === to.line) return { place: from.place, number: from.number, kind: from.kind };
    const kind = from.kind === "place" || to.kind === "place" ? "place" : from.kind;
    if (alike && from.lines && to.lines) {
      const number = `${from.whole}${comma}${from.lines.units} ${from.line}–${to.line}`;
      return { number, place: `${from.unit} ${number}`, kind };
    }
    if (from.unit === to.unit && !from.lines && !to.lines && !one && !other) {
      const number = `${from.first}–${to.last}`;
      return { number, place: `${from.units} ${number}`, kind: kind === "place" ? kind : `${kind.replace(/s$/, "")}s` };
    }
    if (same && one && other && !from.lines && !to.lines) {
      const number = `${from.first}${comma}${one.units} ${one.number}–${other.number}`;
      return { number, place: `${from.unit} ${number}`, kind };
    }
    return { number: `${from.number}–${to.place}`, place: `${from.place}–${to.place}`, kind };
  };

  return Object.freeze({ counted, joined });
})();
