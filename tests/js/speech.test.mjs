// What scripts say in another language: phrases, the forms that numbers ask for, and digits.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

import { ASSETS, load } from "./load.mjs";

const spoken = (readerWords) => {
  const context = vm.createContext({ readerWords });
  vm.runInContext(readFileSync(new URL("speech.js", ASSETS), "utf8"), context);
  return vm.runInContext("speech", context);
};

test("English stands in the scripts", () => {
  const speech = load("speech.js", "speech");
  assert.equal(speech.phrase("Go on at {place}", { place: "passage 7" }), "Go on at passage 7");
  assert.deepEqual([1, 2].map((number) => speech.counted(number, "{number} text", "{number} texts")), ["1 text", "2 texts"]);
  assert.equal(speech.numbered("12a"), "12a");
});

test("a number asks for its form by the rules of CLDR", () => {
  const speech = spoken({ language: "ru", words: { "{number} text": ["{number} текст", "{number} текста", "{number} текстов"] } });
  const said = [0, 1, 3, 5, 11, 21, 102].map((number) => speech.counted(number, "{number} text", "{number} texts"));
  assert.deepEqual(said, ["0 текстов", "1 текст", "3 текста", "5 текстов", "11 текстов", "21 текст", "102 текста"]);
});

test("digits are those of the language, and are read back", () => {
  const speech = spoken({ language: "fa", words: { "passage {number}": "بند {number}" } });
  assert.equal(speech.phrase("passage {number}", { number: 17 }), "بند ۱۷");
  assert.equal(speech.phrase("of {what}", { what: "BibTeX 2" }), "of BibTeX 2");
  assert.equal(speech.value("۱۷"), 17);
});

test("nodes stand where the phrase has them", () => {
  const speech = spoken({ language: "fa", words: { "quoted in {page}.": "{page}: نقل" } });
  const node = { node: true };
  assert.deepEqual([...speech.parts("quoted in {page}.", { page: node })], [node, ": نقل"]);
});
