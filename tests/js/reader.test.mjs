// Where a floating box stands in a window.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load, plain } from "./load.mjs";

const reader = load("reader.js", "reader");

describe("spot", () => {
  const view = { width: 400, height: 300 };
  const size = { width: 200, height: 100 };

  test("a box stands below what it belongs to", () => {
    assert.deepEqual(plain(reader.spot({ left: 50, top: 20, bottom: 40 }, size, view)), { left: 50, top: 46 });
  });

  test("a box that has no room below stands as low as the window allows", () => {
    const near = { left: 50, top: 200, bottom: 220 };
    assert.equal(reader.spot(near, size, view).top, 192);
  });

  test("a box that fits stays in the window, wherever it belongs", () => {
    for (const left of [-500, 0, 150, 399, 900]) {
      for (const top of [-500, 0, 150, 299, 900]) {
        const at = reader.spot({ left, top, bottom: top + 20 }, size, view);
        assert.ok(at.left >= 8 && at.left + size.width <= view.width - 8, `left ${left}`);
        assert.ok(at.top >= 0 && at.top + size.height <= view.height, `top ${top}`);
      }
    }
  });
});
