// Earlier wordings: read back from what differs, and set against the present ones. It needs no page, and is
// tested without one.
"use strict";

/**
 * What the passages of a text said before, `data/texts/<slug>.history.js`: written by `exports/history_data.py`,
 * loaded when somebody follows a link with a revision.
 * @typedef {object} TextHistory
 * @property {Record<string, PassageHistory>} passages  those that are shown, by their ids
 * @property {Record<string, string[]>} retired  every revision that a passage had which is gone, by its id
 */

/**
 * @typedef {object} PassageHistory
 * @property {string[]} revisions  what links to the present wording carry
 * @property {EarlierWording[]} earlier  the latest first
 */

/**
 * A wording, told by how it differs from a later one.
 * @typedef {object} EarlierWording
 * @property {string[]} revisions  what links to this wording carry
 * @property {string} edition  the last edition that had it
 * @property {number} from  which wording it is told from: the place in this list, or -1 for the present one
 * @property {Run[]} runs
 */

/** @typedef {number | string} Run  so many characters as they are there; if negative, left out; or words of its own */

/** @typedef {["same" | "gone" | "new", string]} Change */

/**
 * A passage that a link cites, and what is to be said of it.
 * @typedef {object} Finding
 * @property {string} id
 * @property {"present" | "earlier" | "unknown" | "unnamed"} state
 * @property {number} [index]  of the earlier wording
 */

const wordings = (() => {
  /**
   * The characters of a wording, each with its place in the present one, or -1.
   * @typedef {{ text: string, at: number }[]} Characters
   */

  /**
   * @param {Characters} from
   * @param {Run[]} runs
   */
  const follow = (from, runs) => {
    /** @type {Characters} */
    const made = [];
    let at = 0;
    for (const run of runs) {
      if (typeof run === "string") for (const text of run) made.push({ text, at: -1 });
      else {
        const end = at + Math.abs(run);
        if (run > 0) for (const one of from.slice(at, end)) made.push(one);
        at = end;
      }
    }
    if (at !== from.length) throw new Error("an earlier wording does not belong to what is told from");
    return made;
  };

  /**
   * @param {EarlierWording[]} earlier
   * @param {number} index
   * @param {string} present
   * @returns {Characters}
   */
  const characters = (earlier, index, present) => {
    const one = earlier[index];
    if (!one) return [...present].map((text, at) => ({ text, at }));
    if (one.from >= index) throw new Error("an earlier wording is told from one before it");
    return follow(characters(earlier, one.from, present), one.runs);
  };

  /**
   * From an earlier wording to the present one: what stayed, what went and what has come.
   * @param {EarlierWording[]} earlier  of one passage
   * @param {number} index
   * @param {string} present  the wording that the passage has now
   * @returns {Change[]}
   */
  const changes = (earlier, index, present) => {
    const now = [...present];
    /** @type {Change[]} */
    const found = [];
    /** @param {Change[0]} kind @param {string} text */
    const add = (kind, text) => {
      const last = found[found.length - 1];
      if (last?.[0] === kind) last[1] += text;
      else if (text) found.push([kind, text]);
    };
    let [gone, reached] = ["", 0];
    const upTo = (/** @type {number} */ at) => {
      const come = now.slice(reached, at).join("");
      if (gone === come) add("same", gone);
      else { add("gone", gone); add("new", come); }
      [gone, reached] = ["", at];
    };
    for (const { text, at } of characters(earlier, index, present)) {
      if (at < 0) gone += text;
      else {
        upTo(at);
        add("same", text);
        reached = at + 1;
      }
    }
    upTo(now.length);
    return found;
  };

  /**
   * Whether a passage has, or had, a revision; one that is gone says so itself.
   * @param {TextHistory} history
   * @param {string} id
   * @param {string} revision
   * @returns {Finding | null}
   */
  const look = (history, id, revision) => {
    const passage = history.passages[id];
    if ((passage?.revisions ?? history.retired[id])?.includes(revision)) return { id, state: "present" };
    const index = passage?.earlier.findIndex((one) => one.revisions.includes(revision)) ?? -1;
    return index < 0 ? null : { id, state: "earlier", index };
  };

  /**
   * The passages that a revision belongs to, also those that are gone.
   * @param {TextHistory} history
   * @param {string} revision
   */
  const owners = (history, revision) => Object.keys({ ...history.passages, ...history.retired })
    .filter((id) => look(history, id, revision));

  /**
   * The longest way through passages and revisions, both in their order, on which each pair belongs together.
   * @param {TextHistory} history
   * @param {string[]} ids
   * @param {string[]} given
   * @returns {[place: number, revision: number][]}
   */
  const pairs = (history, ids, given) => {
    const lengths = Array.from({ length: ids.length + 1 }, () => new Uint32Array(given.length + 1));
    const length = (/** @type {number} */ place, /** @type {number} */ at) => lengths[place]?.[at] ?? 0;
    const fits = ids.map((id) => given.map((revision) => look(history, id, revision) !== null));
    for (let place = ids.length - 1; place >= 0; place -= 1) {
      for (let at = given.length - 1; at >= 0; at -= 1) {
        const row = lengths[place];
        const best = fits[place]?.[at] ? length(place + 1, at + 1) + 1 : Math.max(length(place + 1, at), length(place, at + 1));
        if (row) row[at] = best;
      }
    }
    /** @type {[number, number][]} */
    const found = [];
    for (let place = 0, at = 0; place < ids.length && at < given.length;) {
      if (fits[place]?.[at]) found.push([place++, at++]);
      else if (length(place + 1, at) >= length(place, at + 1)) place += 1;
      else at += 1;
    }
    return found;
  };

  /**
   * What is to be said of each passage that a link cites, and which passages it cites too that stand elsewhere now.
   * Passages may have come between the cited ones since, or have gone.
   * @param {TextHistory} history
   * @param {string[]} ids  of the passages that stand where the link leads
   * @param {string[]} given  the revisions that the link names
   * @returns {{ findings: Finding[], elsewhere: string[] }}
   */
  const compared = (history, ids, given) => {
    /** @type {Finding[]} */
    const findings = [];
    /** @type {string[]} */
    const elsewhere = [];
    /** @type {[place: number, revision: number][]} */
    const steps = [...pairs(history, ids, given), [ids.length, given.length]];
    let [place, at] = [0, 0];
    for (const [nextPlace, nextAt] of steps) {
      const rest = given.slice(at, nextAt).filter((revision) => {
        const theirs = owners(history, revision).filter((id) => !ids.includes(id));
        elsewhere.push(...theirs.slice(0, 1));
        return !theirs.length;
      });
      ids.slice(place, nextPlace).forEach((id, index) => findings.push({ id, state: index < rest.length ? "unknown" : "unnamed" }));
      const finding = look(history, ids[nextPlace] ?? "", given[nextAt] ?? "");
      if (finding) findings.push(finding);
      [place, at] = [nextPlace + 1, nextAt + 1];
    }
    return { findings, elsewhere };
  };

  return Object.freeze({ changes, compared });
})();
