// Places: what a fragment means, also one that somebody has typed or that a full stop has stuck to, and what a
// citation says of the passages that it cites. It needs no page, and is tested without one.
"use strict";

/**
 * What a fragment asks for.
 * @typedef {object} Asked
 * @property {string[]} ids  the anchors that are there, all from the first to the last
 * @property {string[]} missing  the ends of what is asked for that are not there
 * @property {string} anchor  how the fragment is written properly: `p7`, or `p7-p9`
 */

/**
 * What is cited: one passage, all from a first to a last, or a whole work, which has no place.
 * @typedef {object} Cited
 * @property {string} number  `12`, or `12–14`; `7–sec. 2` from a passage to a section
 * @property {string} place  `para. 12`, or `paras. 12–14`; `para. 7–sec. 2`
 * @property {string} name  as readers call it: `Passage 12`, or `Passages 12–14`
 * @property {string} label  what CSL calls it: `paragraph`
 * @property {string} kind  what templates call it: `paragraph`, `paragraphs`, `section` or `sections`
 * @property {string} link
 */

const places = (() => {
  /** @type {Record<string, string>} */
  const NAMES = { p: "passage", s: "section", n: "note" };
  const ONE = String.raw`(?:(p|paras?|paragraphs?|passages?|¶+|s|secs?|sections?|§+|n|nn|notes?)[\s._+-]*)?(\d{1,9})([a-z]*)`;
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
   * The two ends that a fragment names, `p7` and `p9` for `#P7–9.`; of one passage both are the same.
   * @param {string} fragment
   * @returns {[first: string, last: string] | null}
   */
  const ends = (fragment) => {
    const match = PLACE.exec(tidy(fragment));
    if (!match) return null;
    const [, name = "p", number = "", insertion = "", lastName, lastNumber, lastInsertion = ""] = match;
    const first = `${sign(name)}${Number(number)}${insertion}`;
    if (!lastNumber) return [first, first];
    const short = !lastName && lastNumber.length < number.length && Number(lastNumber) < Number(number);
    const whole = short ? number.slice(0, -lastNumber.length) + lastNumber : lastNumber;  // 112–14 ends at 114
    return [first, `${sign(lastName ?? name)}${Number(whole)}${lastInsertion}`];
  };

  /**
   * What a fragment asks for; nothing where it names no passage, section or note.
   * @param {string} fragment
   * @param {string[]} all  the anchors of the page, in its order
   * @returns {Asked | null}
   */
  const asked = (fragment, all) => {
    const named = ends(fragment);
    if (!named) return null;
    const missing = [...new Set(named)].filter((id) => !all.includes(id));
    const at = named.map((id) => all.indexOf(id)).filter((index) => index >= 0).sort((one, other) => one - other);
    const [first, last = first] = at;
    if (first === undefined || last === undefined) return { ids: [], missing, anchor: "" };
    const notes = all[first]?.startsWith("n");
    const ids = all.slice(first, last + 1).filter((id) => id.startsWith("n") === notes);
    return { ids, missing, anchor: first === last ? `${all[first]}` : `${all[first]}-${all[last]}` };
  };

  /**
   * What readers call an anchor: `passage 7`.
   * @param {string} id
   */
  const nameOf = (id) => `${NAMES[id.charAt(0)]} ${id.slice(1)}`;

  /**
   * A sentence on what is not there, with what is: of the address it repeats nothing but numbers.
   * @param {string[]} missing
   * @param {string[]} all  the anchors of the page
   */
  const absent = (missing, all) => {
    const series = [...new Set(missing.map((id) => id.charAt(0)))];
    const there = series.map((one) => {
      const numbers = all.filter((id) => id.startsWith(one)).map((id) => parseInt(id.slice(1), 10));
      const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
      if (!numbers.length) return ` It has no ${NAMES[one]}s with numbers.`;
      return least === most ? ` Its only ${NAMES[one]} is ${least}.` : ` Its ${NAMES[one]}s are numbered from ${least} to ${most}.`;
    });
    return `The link asks for ${missing.map(nameOf).join(" and ")}, which this page does not have.${there.join("")}`;
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
    const [from, to] = [ids[0], ids[ids.length - 1]];
    if (!first || !last || !from || !to || known.length !== ids.length) throw new Error(`no such passages: ${ids.join(", ")}`);
    const capital = (/** @type {string} */ name) => name.charAt(0).toUpperCase() + name.slice(1);
    const linkTo = (/** @type {string} */ anchor) => `${text.url}?rev=${known.map((one) => one.revision).join(".")}#${anchor}`;
    const { number, unit, units, label } = first;
    if (from === to) return { number, place: `${unit} ${number}`, name: capital(nameOf(from)), label, kind: label, link: linkTo(from) };
    const link = linkTo(`${from}-${to}`);
    if (unit === last.unit) {
      const numbers = `${number}–${last.number}`;
      return { number: numbers, place: `${units} ${numbers}`, name: `${capital(NAMES[from.charAt(0)] ?? "")}s ${numbers}`, label, kind: `${label}s`, link };
    }
    const numbers = `${number}–${last.unit} ${last.number}`;
    return { number: numbers, place: `${unit} ${numbers}`, name: `${capital(nameOf(from))} to ${nameOf(to)}`, label, kind: label, link };
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

  return Object.freeze({ tidy, asked, absent, nameOf, cited, whole, fill });
})();
