// Places: what a fragment means, also one that somebody has typed or that a full stop has stuck to, and what a
// citation says of the passages that it cites. It needs no page, and is tested without one.
"use strict";

/**
 * What a fragment asks for.
 * @typedef {object} Asked
 * @property {string[]} ids  the anchors that are there, all from the first to the last
 * @property {string[]} missing  the ends of what is asked for that are not there
 * @property {string} anchor  how the fragment is written properly: `p7`, `p7-p9`, or `p3.2-p3.4`
 * @property {[first: number, last: number]} [lines]  the line of the first passage and that of the last; 0 for all of it
 */

/**
 * What is cited: one passage, all from a first to a last, or a whole work, which has no place.
 * @typedef {object} Cited
 * @property {string} number  `12`, or `12–14`; `7–sec. 2` from a passage to a section
 * @property {string} place  `para. 12`, or `paras. 12–14`; `para. 7–sec. 2`
 * @property {string} name  as readers call it: `Passage 12`, or `Passages 12–14`
 * @property {string} label  what CSL calls it: `paragraph`
 * @property {string} kind  what templates call it: `paragraph`, `paragraphs`, `section`, `sections`, or `place`
 * @property {string} link
 */

const places = (() => {
  const { phrase, capital, numbered } = speech;

  /** What readers call one of a series, by its number. @type {Record<string, (number: string) => string>} */
  const NAMES = {
    p: (number) => phrase("passage {number}", { number }),
    s: (number) => phrase("section {number}", { number }),
    n: (number) => phrase("note {number}", { number }),
    f: (number) => phrase("footnote {number}", { number }),
  };

  /** And all from one to another. @type {Record<string, (from: string, to: string) => string>} */
  const RANGES = {
    p: (from, to) => phrase("Passages {from}–{to}", { from, to }),
    s: (from, to) => phrase("Sections {from}–{to}", { from, to }),
    n: (from, to) => phrase("Notes {from}–{to}", { from, to }),
    f: (from, to) => phrase("Footnotes {from}–{to}", { from, to }),
  };

  /** What there is of a series. @type {Record<string, [none: string, only: string, all: string]>} */
  const THERE = {
    p: [phrase("It has no passages with numbers."), phrase("Its only passage is {least}."), phrase("Its passages are numbered from {least} to {most}.")],
    s: [phrase("It has no sections with numbers."), phrase("Its only section is {least}."), phrase("Its sections are numbered from {least} to {most}.")],
    n: [phrase("It has no notes with numbers."), phrase("Its only note is {least}."), phrase("Its notes are numbered from {least} to {most}.")],
    f: [phrase("It has no footnotes with numbers."), phrase("Its only footnote is {least}."), phrase("Its footnotes are numbered from {least} to {most}.")],
  };
  const ONE = String.raw`(?:(p|paras?|paragraphs?|passages?|¶+|s|secs?|sections?|§+|n|nn|notes?|f|fn|footnotes?)[\s._+-]*)?(\d{1,9})([a-z]*)(?:\.(\d{1,6}))?`;
  const DASH = String.raw`\s*(?:[-‐-―−〜~]|\.{2,3})\s*#?`;
  const PLACE = new RegExp(`^[^\\p{L}\\p{N}§¶]*${ONE}(?:${DASH}${ONE})?[^\\p{L}\\p{N}]*$`, "u");

  /**
   * A fragment as it was meant: decoded, without its number sign and without what a message has added to it.
   * @param {string} fragment
   */
  const tidy = (fragment) => {
    let text = fragment.replace(/:~:.*$/s, "");
    for (let before = ""; before !== text;) {  // a link that was encoded twice is decoded twice
      before = text;
      text = text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
        try { return decodeURIComponent(signs); } catch { return ""; }
      });
    }
    text = text.replace(/%[0-9a-f]?$/i, "").normalize("NFKC").replace(/\p{Cf}/gu, "").toLowerCase();
    return text.replace(/^[^\p{L}\p{N}§¶]+/u, "").replace(/[?&].*$/s, "").replace(/[^\p{L}\p{N}]+$/u, "");
  };

  /**
   * The sign of a series of anchors, from the name that somebody gives it.
   * @param {string} name  `p`, `para`, `§`
   */
  const sign = (name) => ({ "¶": "p", "§": "s" })[name.charAt(0)] ?? name.charAt(0);

  /**
   * One end of what a fragment names: an anchor, and the line of it, or 0.
   * @typedef {{ id: string, line: number }} End
   */

  /**
   * The two ends that a fragment names, `p7` and `p9` for `#P7–9.`; of one passage both are the same.
   * @param {string} fragment
   * @returns {[first: End, last: End] | null}
   */
  const ends = (fragment) => {
    const match = PLACE.exec(tidy(fragment));
    if (!match) return null;
    const [, name = "p", number = "", insertion = "", line, lastName, lastNumber, lastInsertion = "", lastLine] = match;
    const first = { id: `${sign(name)}${Number(number)}${insertion}`, line: Number(line ?? 0) };
    if (!lastNumber) return [first, first];
    if (line && !lastName && !lastInsertion && !lastLine) return [first, { id: first.id, line: Number(lastNumber) }];  // p3.2-4
    const short = !lastName && lastNumber.length < number.length && Number(lastNumber) < Number(number);
    const whole = short ? number.slice(0, -lastNumber.length) + lastNumber : lastNumber;  // 112–14 ends at 114
    return [first, { id: `${sign(lastName ?? name)}${Number(whole)}${lastInsertion}`, line: Number(lastLine ?? 0) }];
  };

  /**
   * The pages of the print that a fragment names, `#page-114` or `#page-114-page-116`; a number may have hyphens.
   * @param {string} fragment
   * @param {string[]} all  the ids of the pages, in their order
   * @returns {[first: string, last: string] | null}
   */
  const printed = (fragment, all) => {
    const plain = tidy(fragment);
    for (const [at, first] of all.entries()) {
      const end = plain === first ? first : plain.startsWith(`${first}-`) ? plain.slice(first.length + 1) : "";
      const last = all.slice(at).find((one) => end && (one === end || one === `page-${end}`));
      if (last) return [first, last];
    }
    return null;
  };

  /** @param {End} end */
  const written = ({ id, line }) => (line ? `${id}.${line}` : id);

  /**
   * What a fragment asks for; nothing where it names no passage, section or note.
   * @param {string} fragment
   * @param {string[]} all  the anchors of the page, in its order
   * @param {(id: string) => number} [count]  how many lines a passage has
   * @returns {Asked | null}
   */
  const asked = (fragment, all, count = () => 0) => {
    const named = ends(fragment);
    if (!named) return null;
    const lost = named.filter(({ id, line }) => all.includes(id) && line > count(id));
    const missing = [...new Set(named.filter((end) => lost.includes(end) || !all.includes(end.id)).map(written))];
    const found = named.map((end) => ({ at: all.indexOf(end.id), line: lost.includes(end) ? 0 : end.line }));
    const there = found.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at || one.line - other.line);
    const [first, last = first] = there;
    if (!first || !last) return { ids: [], missing, anchor: "" };
    const notes = all[first.at]?.startsWith("n");
    const ids = all.slice(first.at, last.at + 1).filter((id) => id.startsWith("n") === notes);
    const [from, to] = [first, last].map(({ at, line }) => written({ id: `${all[at]}`, line }));
    const known = { ids, missing, anchor: from === to ? `${from}` : `${from}-${to}` };
    return first.line || last.line ? { ...known, lines: [first.line, last.line] } : known;
  };

  /**
   * What readers call an anchor: `passage 7`, or `line 2 of passage 3`.
   * @param {string} anchor
   */
  const nameOf = (anchor) => {
    const [id = "", line] = anchor.split(".");
    const name = NAMES[id.charAt(0)]?.(numbered(id.slice(1))) ?? id;
    return line ? phrase("line {line} of {place}", { line: numbered(line), place: name }) : name;
  };

  /**
   * A sentence on what is not there, with what is: of the address it repeats nothing but numbers.
   * @param {string[]} missing
   * @param {string[]} all  the anchors of the page
   */
  const absent = (missing, all) => {
    const series = [...new Set(missing.filter((id) => !id.includes(".")).map((id) => id.charAt(0)))];
    const there = series.map((one) => {
      const numbers = all.filter((id) => id.startsWith(one)).map((id) => parseInt(id.slice(1), 10));
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      const [none = "", only = "", some = ""] = THERE[one] ?? [];
      if (!numbers.length) return none;
      return (least === most ? only : some).replace("{least}", numbered(least)).replace("{most}", numbered(most));
    });
    const lost = missing.map(nameOf).join(phrase(" and "));
    return [phrase("The link asks for {places}, which this page does not have.", { places: lost }), ...there].join(" ");
  };

  /**
   * What readers call all from one anchor to another: `Passages 12–14`, `Lines 2–4 of passage 3`.
   * @param {End} from
   * @param {End} to
   */
  const named = (from, to) => {
    const [first, last] = [written(from), written(to)];
    if (first === last) return capital(nameOf(first));
    if (from.id === to.id) return phrase("Lines {from}–{to} of {place}", { from: from.line, to: to.line, place: nameOf(from.id) });
    const plain = !from.line && !to.line && from.id.charAt(0) === to.id.charAt(0);
    if (plain) return RANGES[from.id.charAt(0)]?.(numbered(from.id.slice(1)), numbered(to.id.slice(1))) ?? "";
    return phrase("{first} to {last}", { first: capital(nameOf(first)), last: nameOf(last) });
  };

  /**
   * What a citation says of the passages that it cites.
   * @param {PageData} text
   * @param {string[]} ids  of the passages, in order; at least one
   * @param {[first: number, last: number]} [lines]  the line of the first and that of the last, or 0
   * @returns {Cited}
   */
  const cited = (text, ids, lines = [0, 0]) => {
    const known = ids.flatMap((id) => text.passages[id] ?? []);
    const [first, last] = [known[0], known[known.length - 1]];
    const [from, to] = [{ id: ids[0] ?? "", line: lines[0] }, { id: ids[ids.length - 1] ?? "", line: lines[1] }];
    if (!first || !last || known.length !== ids.length) throw new Error(`no such passages: ${ids.join(", ")}`);
    const anchor = [...new Set([written(from), written(to)])].join("-");
    const link = `${text.url}?rev=${known.map((one) => one.revision).join(".")}#${anchor}`;
    const start = counting.counted(first, lines[0]);
    const { place, number, kind } = counting.joined(start, counting.counted(last, lines[1]));
    return { place: numbered(place), number: numbered(number), kind, name: named(from, to), label: start.label, link };
  };

  /**
   * What a citation says of a page of the print.
   * @param {PageData} text
   * @param {string} id  of the page: `page-114`
   * @returns {Cited | null}
   */
  const page = (text, id) => {
    const one = text.pages?.[id];
    if (!one) return null;
    const { number, unit, label } = one;
    const link = `${text.url}${one.revision ? `?rev=${one.revision}` : ""}#${id}`;
    return { number: numbered(number), place: numbered(`${unit} ${number}`), name: phrase("Page {number}", { number: numbered(number) }), label, kind: label, link };
  };

  /**
   * What a citation says of a whole work.
   * @param {string} name  as readers call it
   * @param {string} link  empty where it is none of this site’s texts
   * @returns {Cited}
   */
  const whole = (name, link) => ({ number: "", place: "", name, label: "", kind: "", link });

  /**
   * Put what is cited into a template.
   * @param {string} template
   * @param {Cited} what
   */
  const fill = (template, what) => template
    .replaceAll("⟦Place⟧", () => what.place.charAt(0).toUpperCase() + what.place.slice(1))
    .replaceAll("⟦place⟧", () => what.place)
    .replaceAll("⟦number⟧", () => what.number)
    .replaceAll("⟦label⟧", () => what.label)
    .replaceAll("⟦link⟧", () => what.link);

  return Object.freeze({ tidy, asked, printed, absent, nameOf, cited, page, whole, fill });
})();
