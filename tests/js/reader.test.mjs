// The logic that needs no page: places in a window, links, templates, text fragments.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load } from "./load.mjs";

const reader = load("reader.js", "reader");
const plain = (value) => structuredClone(value);  // what comes out of another context, as one of ours

const PASSAGES = {
  s1: { revision: "aaaaaaaa", number: "1", unit: "sec.", units: "secs." },
  p1: { revision: "bbbbbbbb", number: "1", unit: "para.", units: "paras." },
  p2: { revision: "cccccccc", number: "2", unit: "para.", units: "paras." },
  p2a: { revision: "dddddddd", number: "2a", unit: "para.", units: "paras." },
  p10: { revision: "eeeeeeee", number: "10", unit: "para.", units: "paras." },
};
const IDS = Object.keys(PASSAGES);
const TEXT = { url: "https://example.org/texts/alpha/", styles: {}, templates: {}, passages: PASSAGES, earlier: [], retired: {} };
const RUNS = IDS.flatMap((_id, first) => IDS.slice(first).map((_last, more) => IDS.slice(first, first + more + 1)));

describe("spot", () => {
  const view = { width: 400, height: 300 };
  const size = { width: 200, height: 100 };

  test("a box stands below what it belongs to", () => {
    assert.deepEqual(plain(reader.spot({ left: 50, top: 20, bottom: 40 }, size, view, "above")), { left: 50, top: 46 });
  });

  test("a box that has no room below goes above, or as low as the window allows", () => {
    const near = { left: 50, top: 200, bottom: 220 };
    assert.equal(reader.spot(near, size, view, "above").top, 94);
    assert.equal(reader.spot(near, size, view, "low").top, 192);
  });

  test("a box that fits stays in the window, wherever it belongs", () => {
    for (const left of [-500, 0, 150, 399, 900]) {
      for (const top of [-500, 0, 150, 299, 900]) {
        for (const otherwise of ["above", "low"]) {
          const at = reader.spot({ left, top, bottom: top + 20 }, size, view, otherwise);
          assert.ok(at.left >= 8 && at.left + size.width <= view.width - 8, `left ${left}`);
          if (top >= 0 && top < view.height) assert.ok(at.top >= 0 && at.top + size.height <= view.height, `top ${top}`);
        }
      }
    }
  });
});

describe("named", () => {
  const cases = [
    ["#p2", ["p2"]],
    ["#p2a", ["p2a"]],
    ["#p1-p2a", ["p1", "p2", "p2a"]],
    ["#s1-p1", ["s1", "p1"]],
    ["#p2:~:text=some-words,to-p10", ["p2"]],
    ["#p2-p1", []],
    ["#p1-p99", []],
    ["#p99", []],
    ["", []],
    ["#", []],
    ["#notes", []],
    ["#p1-", []],
    ["#p1-p2-p10", []],
    ["#<img src=x onerror=alert(1)>", []],
    ["#constructor", []],
  ];
  for (const [fragment, ids] of cases) {
    test(`“${fragment}” names ${ids.join(", ") || "nothing"}`, () => assert.deepEqual(plain(reader.named(fragment, IDS)), ids));
  }
});

describe("cited", () => {
  test("one passage", () => {
    const { number, place, link } = reader.cited(TEXT, ["p2a"]);
    assert.equal(number, "2a");
    assert.equal(place, "para. 2a");
    assert.equal(link, "https://example.org/texts/alpha/?rev=dddddddd#p2a");
  });

  test("a range carries the revision of each passage in it", () => {
    const { number, place, link } = reader.cited(TEXT, ["p1", "p2", "p2a"]);
    assert.equal(number, "1–2a");
    assert.equal(place, "paras. 1–2a");
    assert.equal(link, "https://example.org/texts/alpha/?rev=bbbbbbbb.cccccccc.dddddddd#p1-p2a");
  });

  test("law: the link of whatever is cited names the same passages again, with their revisions", () => {
    for (const ids of RUNS) {
      const link = new URL(reader.cited(TEXT, ids).link);
      assert.deepEqual(plain(reader.named(link.hash, IDS)), ids);
      assert.deepEqual(link.searchParams.get("rev").split("."), ids.map((id) => PASSAGES[id].revision));
    }
  });

  test("what is not in the text cannot be cited", () => {
    assert.throws(() => reader.cited(TEXT, ["p1", "p99"]), /no such passages: p1, p99/);
    assert.throws(() => reader.cited(TEXT, []), /no such passages/);
  });
});

describe("fill", () => {
  const what = { number: "1–2", place: "paras. 1–2", link: "https://example.org/?rev=a$&b#p1-p2" };

  test("every token is filled, as often as it stands there, and the rest stays", () => {
    assert.equal(
      reader.fill("⟦Place⟧; ⟦place⟧ (⟦number⟧) <a href=\"⟦link⟧\">⟦link⟧</a> ⟦other⟧", what),
      `Paras. 1–2; paras. 1–2 (1–2) <a href="${what.link}">${what.link}</a> ⟦other⟧`,
    );
  });
});

describe("fragment", () => {
  const decoded = (fragment) => fragment.replace(":~:text=", "").split(",").map(decodeURIComponent);

  test("signs that a text fragment gives a meaning to are encoded", () => {
    assert.equal(reader.fragment("so-called, “A&B”"), ":~:text=so%2Dcalled%2C%20%E2%80%9CA%26B%E2%80%9D");
  });

  test("of up to 300 letters all are repeated, of more the first and the last six words", () => {
    const words = "word ".repeat(60).trim();
    assert.deepEqual(decoded(reader.fragment(words)), [words]);
    const more = Array.from({ length: 80 }, (_one, index) => `word${index}`).join(" ");
    assert.deepEqual(decoded(reader.fragment(more)), [
      "word0 word1 word2 word3 word4 word5",
      "word74 word75 word76 word77 word78 word79",
    ]);
  });

  test("the beginning and the end never overlap, even in a script without spaces", () => {
    const words = "外高加索地区".repeat(60);
    assert.deepEqual(decoded(reader.fragment(words)), [words]);
  });
});

test("escape leaves no sign that HTML gives a meaning to", () => {
  assert.equal(reader.escape("<b>R&D</b> &amp;"), "&lt;b&gt;R&amp;D&lt;/b&gt; &amp;amp;");
});
