// Where a card stands: never over what it explains, in any window.
import { test } from "node:test";
import assert from "node:assert/strict";
import { load, plain } from "./load.mjs";

const { around, spot } = load("card-spot.js", "cardSpot");
const SIZES = [{ width: 340, height: 90 }, { width: 340, height: 260 }];
const VIEWS = [{ width: 740, height: 360 }, { width: 360, height: 740 }, { width: 1440, height: 900 }];

for (const view of VIEWS) {
  for (const size of SIZES) {
    for (const sheet of [false, true]) {
      test(`a card of ${size.height} in ${view.width} × ${view.height}, ${sheet ? "as a sheet" : "at the word"}`, () => {
        for (let top = 0; top + 48 <= view.height; top += 7) {
          const near = { left: top % view.width, top, bottom: top + 48 };
          const { top: at, left, height } = spot(near, size, view, sheet);
          assert.ok(at >= near.bottom || at + height <= near.top, `at ${at}, over a word at ${top}`);
          assert.ok(at >= 0 && at + height <= view.height, `${at} is outside`);
          assert.ok(left >= 0 && (sheet || left + size.width <= view.width));
          assert.ok(height >= Math.min(size.height, view.height / 3), `only ${height}`);
        }
      });
    }
  }
}

test("a word that goes on in a second line is not covered", () => {
  const lines = [{ left: 500, top: 100, bottom: 120 }, { left: 20, top: 130, bottom: 150 }];
  assert.deepEqual(plain(around(lines)), { left: 20, top: 100, bottom: 150 });
});

test("nor is a button beside it; what is far off does not count", () => {
  const word = { left: 20, top: 100, bottom: 120 };
  assert.deepEqual(plain(around([word], { left: 60, top: 126, bottom: 154 })), { left: 20, top: 100, bottom: 154 });
  assert.deepEqual(plain(around([word], { left: 60, top: 70, bottom: 98 })), { left: 20, top: 70, bottom: 120 });
  assert.deepEqual(plain(around([word], { left: 60, top: 600, bottom: 628 })), word);
  assert.equal(around([]), null);
});
