// What a fragment means, also as people type and copy it, and what a citation says.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load, plain } from "./load.mjs";

const places = load("places.js", "places", "counting.js");

const PASSAGES = {
  s1: { revision: "aaaaaaaa", number: "1", unit: "sec.", units: "secs.", label: "section" },
  p1: { revision: "bbbbbbbb", number: "1", unit: "para.", units: "paras.", label: "paragraph" },
  p2: { revision: "cccccccc", number: "2", unit: "para.", units: "paras.", label: "paragraph" },
  p2a: { revision: "dddddddd", number: "2a", unit: "para.", units: "paras.", label: "paragraph" },
  p10: { revision: "eeeeeeee", number: "10", unit: "para.", units: "paras.", label: "paragraph" },
};
const IDS = Object.keys(PASSAGES);
const TEXT = { url: "https://example.org/texts/alpha/", styles: {}, templates: {}, passages: PASSAGES };
const RUNS = IDS.flatMap((_id, first) => IDS.slice(first).map((_last, more) => IDS.slice(first, first + more + 1)));

const TWELVE = [...Array.from({ length: 12 }, (_one, index) => `p${index + 1}`), "p12a", "s1", "s2", "n1", "n2"];

const MEANT = {
  p7: [
    "#p7.", "#p7,", "#p7;", "#p7)", "#(p7)", "#p7]", "#p7>", "#p7”", "#p7.)", "#p7…", "#p7。", "#p7、", "#p7/", "#p7!?", "#p7-", "#p7–",
    "#P7", "#7", "#07", "#p007", "##p7", "#%23p7", "#%2523p7", "#p7%2E", "#p7%20", "#%20p7", "#p7%C2%A0", "#p7%E2%80%9D", "#p7%E2%80%8B",
    "#p7%", "#p7%E2%80", "#p%37", "#p７", "#ｐ７", "#＃p7", "#p7?utm_source=mail", "#p7&utm_medium=x7", "#p7?fbclid=Iw9",
    "#para7", "#para.7", "#para.%207", "#Para.+7", "#paragraph-7", "#passage_7", "#¶7", "#%C2%B67", "#p.7", "#p7:~:text=Seven",
  ],
  "p7-p9": [
    "#p7-p9", "#p7-9", "#P7-P9", "#p7–p9", "#p7–9", "#p7%E2%80%93p9", "#p7—9", "#p7−9", "#p7‑9", "#7-9", "#7–p9", "#p7..p9", "#p7...9", "#p7…9",
    "#p7-#p9", "#p7%20-%20p9", "#p9-p7", "#p7-p9.", "#(p7–9)", "#paras.%207–9", "#¶¶7–9",
  ],
  "p11-p12": ["#p11-2", "#11–2", "#p12-11"],
  p12a: ["#P12A", "#12a", "#p12a."],
  s2: ["#S2", "#§2", "#sec.%202", "#section-2", "#%C2%A72"],
  "s1-s2": ["#s1-2", "#§§1–2", "#secs.1-2"],
  n1: ["#N1", "#note1", "#n.1"],
};
const NOTHING = [
  "", "#", "#notes", "#p", "#p1-p2-p10", "#p7,p9", "#pp7", "#7th-p", "#<img src=x onerror=alert(1)>", "#constructor", "#term-3-plus-3",
  "#p7.html", "#p1234567890", "#n1-in-text", "#edition-2", "#flanagan-2013", "#%", "#%FF",
];
const PROPER = [
  ["#p2", "p2"],
  ["#p2a", "p2a"],
  ["#p1-p2a", "p1-p2a"],
  ["#s1-p1", "s1-p1"],
  ["#p2:~:text=some-words,to-p10", "p2"],
  ["#p2-p1", "p1-p2"],
];

describe("asked", () => {
  for (const [fragment, anchor] of PROPER) {
    test(`“${fragment}” is ${anchor}`, () => {
      const [first, last = first] = anchor.split("-");
      const ids = IDS.slice(IDS.indexOf(first), IDS.indexOf(last) + 1);
      assert.deepEqual(plain(places.asked(fragment, IDS)), { ids, missing: [], anchor });
    });
  }

  for (const [anchor, fragments] of Object.entries(MEANT)) {
    for (const fragment of fragments) {
      test(`“${fragment}” is ${anchor}`, () => {
        const asked = places.asked(fragment, TWELVE);
        assert.equal(asked?.anchor, anchor);
        assert.deepEqual(plain(asked.missing), []);
        assert.equal(`${asked.ids[0]}${asked.ids.length > 1 ? `-${asked.ids.at(-1)}` : ""}`, anchor);
      });
    }
  }

});

describe("asked, where it is not there", () => {
  test("what is there of a range is found, and what is not is told", () => {
    assert.deepEqual(plain(places.asked("#p11-p99", TWELVE)), { ids: ["p11"], missing: ["p99"], anchor: "p11" });
    assert.deepEqual(plain(places.asked("#p99-p11.", TWELVE)), { ids: ["p11"], missing: ["p99"], anchor: "p11" });
    assert.deepEqual(plain(places.asked("#p99", TWELVE)), { ids: [], missing: ["p99"], anchor: "" });
    assert.deepEqual(plain(places.asked("#98-99", TWELVE)), { ids: [], missing: ["p98", "p99"], anchor: "" });
  });

  for (const fragment of NOTHING) {
    test(`“${fragment}” names no passage`, () => assert.equal(places.asked(fragment, TWELVE), null));
  }

  test("law: whatever sticks to a proper link, it is the same place", () => {
    const around = ["", ".", ")", "”", "’", "…", ",", " ", "%20", "%22", "\u200b", "\u200e", "?a=1", "&b", "/"];
    for (const anchor of ["p1", "p12a", "s2", "n2", "p1-p7", "p7-s2", "s1-s2"]) {
      for (const before of ["#", "##", "#%23", "# ", "#(", "#“", "#\u200e"]) {
        for (const after of around) {
          for (const text of [anchor, anchor.toUpperCase(), encodeURIComponent(anchor.replace("-", "–"))]) {
            assert.equal(places.asked(before + text + after, TWELVE)?.anchor, anchor, before + text + after);
          }
        }
      }
    }
  });
});

describe("absent", () => {
  test("what is missing is named, with what there is", () => {
    assert.equal(
      places.absent(["p99"], TWELVE),
      "The link asks for passage 99, which this page does not have. Its passages are numbered from 1 to 12.",
    );
    assert.equal(
      places.absent(["s7"], ["p1", "s1"]),
      "The link asks for section 7, which this page does not have. Its only section is 1.",
    );
    assert.equal(
      places.absent(["p7", "n9"], []),
      "The link asks for passage 7 and note 9, which this page does not have. It has no passages with numbers. It has no notes with numbers.",
    );
  });
});

describe("tidy", () => {
  test("an id is found again in what was typed", () => {
    for (const typed of ["#flanagan-2013.", "#Flanagan-2013", "#%23flanagan-2013)", "#flanagan-2013?utm=x"]) {
      assert.equal(places.tidy(typed), "flanagan-2013");
    }
  });
});

describe("cited", () => {
  test("one passage", () => {
    const { number, place, link } = places.cited(TEXT, ["p2a"]);
    assert.equal(number, "2a");
    assert.equal(place, "para. 2a");
    assert.equal(link, "https://example.org/texts/alpha/?rev=dddddddd#p2a");
  });

  test("a range carries the revision of each passage in it", () => {
    const { number, place, link } = places.cited(TEXT, ["p1", "p2", "p2a"]);
    assert.equal(number, "1–2a");
    assert.equal(place, "paras. 1–2a");
    assert.equal(link, "https://example.org/texts/alpha/?rev=bbbbbbbb.cccccccc.dddddddd#p1-p2a");
  });

  test("a range from a passage to a section, or the other way, names both units", () => {
    const to = places.cited(TEXT, ["s1", "p1", "p2"]);
    assert.equal(to.number, "1–para. 2");
    assert.equal(to.place, "sec. 1–para. 2");
    assert.equal(to.name, "Section 1 to passage 2");
    assert.equal(to.label, "section");
    const { place, name } = places.cited({ ...TEXT, passages: { ...PASSAGES, s2: { ...PASSAGES.s1, number: "2" } } }, ["p10", "s2"]);
    assert.equal(place, "para. 10–sec. 2");
    assert.equal(name, "Passage 10 to section 2");
  });

  test("law: the link of whatever is cited names the same passages again, with their revisions", () => {
    for (const ids of RUNS) {
      const link = new URL(places.cited(TEXT, ids).link);
      assert.deepEqual(plain(places.asked(link.hash, IDS).ids), ids);
      assert.deepEqual(link.searchParams.get("rev").split("."), ids.map((id) => PASSAGES[id].revision));
    }
  });

  test("what is not in the text cannot be cited", () => {
    assert.throws(() => places.cited(TEXT, ["p1", "p99"]), /no such passages: p1, p99/);
    assert.throws(() => places.cited(TEXT, []), /no such passages/);
  });
});

const STANZA = { revision: "eeeeeeee", number: "5", last: "8", unit: "line", units: "lines", label: "line", lines: { unit: "line", units: "lines", label: "line", first: 5 } };
const ROWS = { revision: "ffffffff", number: "4", unit: "para.", units: "paras.", label: "paragraph", lines: { unit: "row", units: "rows", label: "paragraph", first: 0 } };
const LAW = { revision: "abababab", number: "1(2)(b)", unit: "art.", units: "arts.", label: "article-locator" };

const ARTICLE = { ...LAW, number: "3", kind: "place", paragraph: { unit: "para.", units: "paras.", number: 1 } };
const SECOND = { ...ARTICLE, paragraph: { ...ARTICLE.paragraph, number: 2 } };
const OF_ARTICLE = { ...ROWS, ...SECOND, lines: ROWS.lines };

const CITED = [
  [["p3"], [0, 0], "lines 5–8", "5–8", "p3"],
  [["p3"], [2, 2], "line 6", "6", "p3.2"],
  [["p3"], [2, 4], "lines 6–8", "6–8", "p3.2-p3.4"],
  [["p4"], [2, 2], "para. 4, row 2", "4, row 2", "p4.2"],
  [["p4"], [1, 3], "para. 4, rows 1–3", "4, rows 1–3", "p4.1-p4.3"],
  [["p3", "p4"], [4, 1], "line 8–para. 4, row 1", "8–para. 4, row 1", "p3.4-p4.1"],
  [["p5"], [0, 0], "art. 1(2)(b)", "1(2)(b)", "p5"],
  [["p5", "p6"], [0, 0], "arts. 1(2)(b)–2", "1(2)(b)–2", "p5-p6"],
  [["p7"], [0, 0], "art. 3, para. 1", "3, para. 1", "p7"],
  [["p7", "p8"], [0, 0], "art. 3, paras. 1–2", "3, paras. 1–2", "p7-p8"],
  [["p6", "p7"], [0, 0], "art. 2–art. 3, para. 1", "2–art. 3, para. 1", "p6-p7"],
  [["p9"], [2, 2], "art. 3, para. 2, row 2", "3, para. 2, row 2", "p9.2"],
  [["p9"], [1, 3], "art. 3, para. 2, rows 1–3", "3, para. 2, rows 1–3", "p9.1-p9.3"],
];

describe("lines of verse and rows of tables", () => {
  const six = { ...LAW, number: "2" };
  const text = { ...TEXT, passages: { p3: STANZA, p4: ROWS, p5: LAW, p6: six, p7: ARTICLE, p8: SECOND, p9: OF_ARTICLE } };
  const all = ["p3", "p4", "p5", "p6", "p7", "p8", "p9"];
  const count = (id) => ({ p3: 4, p4: 3, p9: 3 })[id] ?? 0;
  for (const [ids, lines, place, number, anchor] of CITED) {
    test(`${anchor} is ${place}, and its link leads there`, () => {
      const cited = places.cited(text, ids, lines);
      assert.equal(cited.place, place);
      assert.equal(cited.number, number);
      const link = new URL(cited.link);
      assert.equal(link.hash, `#${anchor}`);
      const asked = plain(places.asked(link.hash, all, count));
      assert.deepEqual(asked.ids, ids);
      assert.deepEqual(asked.lines ?? [0, 0], lines);
    });
  }

  test("a line is named as it is meant", () => {
    assert.deepEqual(plain(places.asked("#P3.2–4.", all, count)), { ids: ["p3"], missing: [], anchor: "p3.2-p3.4", lines: [2, 4] });
    assert.deepEqual(plain(places.asked("#p3.4-p3.2", all, count)), { ids: ["p3"], missing: [], anchor: "p3.2-p3.4", lines: [2, 4] });
  });

  test("a line that is not there is told, and its passage found", () => {
    assert.deepEqual(plain(places.asked("#p3.9", all, count)), { ids: ["p3"], missing: ["p3.9"], anchor: "p3" });
    assert.match(places.absent(["p3.9"], all), /line 9 of passage 3/);
  });

  test("what is cited is named", () => {
    assert.equal(places.cited(text, ["p3"], [2, 2]).name, "Line 2 of passage 3");
    assert.equal(places.cited(text, ["p3"], [2, 4]).name, "Lines 2–4 of passage 3");
    assert.equal(places.cited(text, ["p3", "p4"], [4, 0]).name, "Line 4 of passage 3 to passage 4");
  });
});

describe("fill", () => {
  const what = { number: "1–2", place: "paras. 1–2", label: "paragraph", link: "https://example.org/?rev=a$&b#p1-p2" };

  test("every token is filled, as often as it stands there, and the rest stays", () => {
    assert.equal(
      places.fill("⟦Place⟧; ⟦place⟧ (⟦label⟧ ⟦number⟧) <a href=\"⟦link⟧\">⟦link⟧</a> ⟦other⟧", what),
      `Paras. 1–2; paras. 1–2 (paragraph 1–2) <a href="${what.link}">${what.link}</a> ⟦other⟧`,
    );
  });
});
