// Earlier wordings read back, and set against what stands on the page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load, plain } from "./load.mjs";

const wordings = load("wordings.js", "wordings");
const PRESENT = "Iran and Russia have diverged.";
const one = (...runs) => ({ revisions: [], edition: "1", from: -1, runs });
const told = (changes, ...kinds) => changes.filter(([kind]) => kinds.includes(kind)).map(([, text]) => text).join("");

/** A generator of numbers below a limit, the same at each run. */
const random = (seed) => {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
};

/** An earlier wording made from a later one by keeping, leaving out and putting in at random. */
const edited = (later, below) => {
  const [signs, runs, made] = [[..."abc 𝒳é中, "], [], []];
  for (let at = 0, all = [...later]; at < all.length || !below(3);) {
    const count = Math.min(1 + below(9), all.length - at);
    const kind = below(3);
    if (kind === 2 || !count) runs.push(Array.from({ length: 1 + below(5) }, () => signs[below(signs.length)]).join(""));
    else runs.push(kind ? -count : count);
    const last = runs.at(-1);
    made.push(typeof last === "string" ? last : kind ? "" : all.slice(at, at + count).join(""));
    if (typeof last === "number") at += count;
  }
  return { text: made.join(""), runs };
};

describe("changes", () => {
  test("what stayed, what went and what has come, in their order", () => {
    const earlier = [one(9, "the Soviet Union ", -7, 14)];
    assert.deepEqual(plain(wordings.changes(earlier, 0, PRESENT)), [
      ["same", "Iran and "], ["gone", "the Soviet Union "], ["new", "Russia "], ["same", "have diverged."],
    ]);
  });

  test("what went and came back in between has stayed", () => {
    const earlier = [one(9, "Moscow ", -7, 14), { ...one(9, "Russia ", -7, 14), from: 0 }];
    assert.deepEqual(plain(wordings.changes(earlier, 1, PRESENT)), [["same", PRESENT]]);
  });

  test("signs of two units count once", () => {
    assert.deepEqual(plain(wordings.changes([one(1, -1, "𝒵", 1)], 0, "𝒳𝒴c")), [["same", "𝒳"], ["gone", "𝒵"], ["new", "𝒴"], ["same", "c"]]);
  });

  test("what does not belong together is not put together", () => {
    assert.throws(() => wordings.changes([one(9)], 0, PRESENT), /does not belong/);
    assert.throws(() => wordings.changes([one(99)], 0, PRESENT), /does not belong/);
    assert.throws(() => wordings.changes([{ ...one(30), from: 0 }], 0, PRESENT), /one before it/);
  });

});

describe("changes along a chain", () => {
  test("law: what stayed and what went is the earlier wording, what stayed and what came the present one", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const below = random(seed);
      const present = edited("Some words that have been written down here, 中文 and 𝒳.", below).text;
      const [texts, earlier] = [[], []];
      for (let index = 0; index < 6; index += 1) {
        const from = below(index + 1) - 1;
        const made = edited(texts[from] ?? present, below);
        texts.push(made.text);
        earlier.push({ revisions: [], edition: "1", from, runs: made.runs });
      }
      texts.forEach((text, index) => {
        const changes = plain(wordings.changes(earlier, index, present));
        assert.equal(told(changes, "same", "gone"), text, `seed ${seed}`);
        assert.equal(told(changes, "same", "new"), present, `seed ${seed}`);
        assert.ok(changes.every(([kind, words], at) => words && kind !== changes[at - 1]?.[0]), `seed ${seed}`);
      });
    }
  });
});

describe("compared", () => {
  const passage = (id, ...earlier) => ({
    revisions: [`${id}now`, `${id}alias`],
    earlier: earlier.map((revisions) => ({ ...one(), revisions })),
  });
  const HISTORY = {
    passages: { p1: passage("p1"), p2: passage("p2", ["p2was", "p2old"], ["p2first"]), p2a: passage("p2a"), p4: passage("p4"), p9: passage("p9") },
    retired: { p3: ["p3last", "p3first"] },
  };
  const said = (ids, given) => {
    const { findings, elsewhere } = plain(wordings.compared(HISTORY, ids, given));
    assert.deepEqual(findings.map((finding) => finding.id), ids);
    return [findings.map(({ state, index }) => state + (index ?? "")).join(" "), elsewhere.join(" ")];
  };
  const cases = [
    ["the present wording", ["p1"], ["p1now"], "present", ""],
    ["another name of the present wording", ["p1"], ["p1alias"], "present", ""],
    ["an earlier wording, by any of its names", ["p2"], ["p2old"], "earlier0", ""],
    ["the first wording", ["p2"], ["p2first"], "earlier1", ""],
    ["no wording", ["p2"], ["00000000"], "unknown", ""],
    ["several names for one passage", ["p1"], ["a", "b", "c"], "unknown", ""],
    ["a range as it was", ["p1", "p2"], ["p1now", "p2now"], "present present", ""],
    ["a range with a wording revised", ["p1", "p2"], ["p1now", "p2was"], "present earlier0", ""],
    ["a range into which a passage has come", ["p1", "p2", "p2a", "p4"], ["p1now", "p2now", "p4now"], "present present unnamed present", ""],
    ["a range out of which a passage has gone", ["p2", "p4"], ["p2now", "p3first", "p4now"], "present present", "p3"],
    ["both at once", ["p2", "p2a", "p4"], ["p2was", "p3last", "p4now"], "earlier0 unnamed present", "p3"],
    ["a passage that has moved out of the range", ["p1", "p4"], ["p1now", "p9now", "p4now"], "present present", "p9"],
    ["a retired passage that says so itself", ["p3", "p4"], ["p3last", "p4now"], "present present", ""],
    ["an unknown wording in a range", ["p1", "p2", "p4"], ["p1now", "00000000", "p4now"], "present unknown present", ""],
    ["fewer names than passages", ["p1", "p2", "p4"], ["p1now"], "present unnamed unnamed", ""],
  ];
  for (const [name, ids, given, states, elsewhere] of cases) {
    test(name, () => assert.deepEqual(said(ids, given), [states, elsewhere]));
  }

  test("names of what every object has are no passages and no revisions", () => {
    assert.deepEqual(said(["p1"], ["constructor"]), ["unknown", ""]);
    assert.deepEqual(said(["p1"], ["__proto__"]), ["unknown", ""]);
  });
});
