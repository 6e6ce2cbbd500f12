// Pages of the print: what a fragment means by them, and what a citation says of one.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load, plain } from "./load.mjs";

const places = load("places.js", "places", "counting.js");

const TEXT = { url: "https://example.org/texts/alpha/", styles: {}, templates: {}, passages: {} };

describe("pages of the print", () => {
  const all = ["page-xii", "page-1", "page-114", "page-ii-1", "page-ii-114"];
  const MEANT_PAGES = {
    "#page-114": ["page-114", "page-114"],
    "#Page-114.": ["page-114", "page-114"],
    "#page-1-page-114": ["page-1", "page-114"],
    "#page-1-114": ["page-1", "page-114"],
    "#page-ii-1": ["page-ii-1", "page-ii-1"],
    "#page-ii-1-ii-114": ["page-ii-1", "page-ii-114"],
  };
  for (const [fragment, pages] of Object.entries(MEANT_PAGES)) {
    test(`“${fragment}” is ${pages.join("–")}`, () => assert.deepEqual(plain(places.printed(fragment, all)), pages));
  }

  test("what is no page, or runs backwards, is none", () => {
    for (const one of ["#page-115", "#page-114-page-1", "#p114", "#page-", "#", "#page-1-"]) {
      const found = places.printed(one, all);
      assert.deepEqual(found && plain(found), one === "#page-1-" ? ["page-1", "page-1"] : null, one);
    }
  });

  test("a page is cited with what stands on it", () => {
    const text = { ...TEXT, pages: { "page-114": { number: "114", unit: "p.", label: "page", revision: "aaaaaaaa.bbbbbbbb" } } };
    assert.deepEqual(plain(places.page(text, "page-114")), {
      number: "114", place: "p. 114", name: "Page 114", label: "page", kind: "page",
      link: "https://example.org/texts/alpha/?rev=aaaaaaaa.bbbbbbbb#page-114",
    });
    assert.equal(places.page(text, "page-115"), null);
    assert.equal(places.page(TEXT, "page-114"), null);
  });
});
