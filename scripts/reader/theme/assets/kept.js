// Kept passages: what a reader has put by, in this browser alone. Each is kept as it was: its words, the revision they
// had, and its citations, so that it stays whole whatever a later edition says. The page that shows them has
// kept-page.js beside it.
"use strict";

/**
 * A passage that is kept.
 * @typedef {object} Kept
 * @property {string} slug  of its text
 * @property {string} anchor  `p7`, `p7-p9` or `p3.2`
 * @property {string} revisions  those of its passages, with full stops between
 * @property {string} title  of its text
 * @property {string} name  what readers call it: `Passage 7`
 * @property {string} words  what it says
 * @property {string} link  the published one
 * @property {string} citation
 * @property {string} html  the same with its emphasis
 * @property {string} bibtex
 * @property {string} ris
 * @property {string} csl  CSL-JSON
 * @property {string} note  the reader’s own
 */

const kept = (() => {
  const STORE = "reader.kept";
  const WORDS = /** @type {const} */ (["title", "name", "words", "link", "citation", "html", "bibtex", "ris", "csl", "note"]);
  const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const END = String.raw`[psf]\d{1,9}[a-z]*(\.\d{1,6})?`;
  const ANCHOR = new RegExp(`^${END}(-${END})?$`);
  const REVISIONS = /^[0-9a-f]{8}(\.[0-9a-f]{8})*$/;

  /**
   * What may be a kept passage, made sure of: whatever a file or the store holds, nothing else goes on.
   * @param {unknown} given
   * @returns {Kept[]}  that passage, or nothing
   */
  const sure = (given) => {
    if (typeof given !== "object" || given === null) return [];
    const one = /** @type {Record<string, unknown>} */ (given);
    const text = (/** @type {string} */ name) => (typeof one[name] === "string" ? one[name] : "");
    const [slug, anchor, revisions] = ["slug", "anchor", "revisions"].map(text);
    if (!SLUG.test(slug ?? "") || !ANCHOR.test(anchor ?? "") || !REVISIONS.test(revisions ?? "")) return [];
    return [/** @type {Kept} */ ({ slug, anchor, revisions, ...Object.fromEntries(WORDS.map((name) => [name, text(name)])) })];
  };

  /**
   * @param {string} json
   * @returns {Kept[] | null}  nothing where it is none
   */
  const parse = (json) => {
    try {
      const given = JSON.parse(json);
      const list = Array.isArray(given) ? given : given?.kept;
      return Array.isArray(list) ? list.flatMap(sure) : null;
    } catch { return null; }
  };

  /** @returns {Kept[]} */
  const all = () => parse(reader.remembered(STORE) ?? "[]") ?? [];

  /** @param {Kept[]} list @returns {boolean}  whether the browser has kept it */
  const write = (list) => reader.remember(STORE, list.length ? JSON.stringify(list) : "");

  /** @param {{ slug: string, anchor: string }} one @param {{ slug: string, anchor: string }} other */
  const same = (one, other) => one.slug === other.slug && one.anchor === other.anchor;

  /** @param {{ slug: string, anchor: string }} what */
  const has = (what) => all().some((one) => same(one, what));

  /**
   * Join two lists: of a passage that stands in both, the first stays, with the notes of both.
   * @param {Kept[]} list
   * @param {Kept[]} more
   */
  const joined = (list, more) => {
    const found = [...list];
    for (const one of more) {
      const at = found.findIndex((other) => same(one, other));
      const standing = found[at];
      if (!standing) found.push(one);
      else if (one.note && !standing.note.includes(one.note)) {
        found[at] = { ...standing, note: [standing.note, one.note].filter(Boolean).join("\n\n") };
      }
    }
    return found;
  };

  /** @param {Kept} what */
  const add = (what) => write(joined(all(), [what]));

  /** @param {{ slug: string, anchor: string }} what */
  const remove = (what) => write(all().filter((one) => !same(one, what)));

  return Object.freeze({ STORE, parse, all, write, has, joined, add, remove, same });
})();
