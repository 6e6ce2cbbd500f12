// The text directive of selected words: as much before and after as tells them from all others.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load } from "./load.mjs";

const directives = load("directives.js", "directives");

/** The directive for what stands in ⟦brackets⟧ on a page of blocks, and its parts. */
const made = (...blocks) => {
  const first = blocks.findIndex((block) => block.includes("⟦"));
  const last = blocks.findIndex((block) => block.includes("⟧"));
  const [head, opening] = blocks[first].split("⟦");
  const [closing, tail] = (first === last ? opening : blocks[last]).split("⟧");
  const words = first === last ? [closing] : [opening, ...blocks.slice(first + 1, last), closing];
  const [before, after] = [blocks.slice(0, first).join(" "), blocks.slice(last + 1).join(" ")];
  return directives.made({ before, head, words, tail, after, language: "en" });
};
const parts = (directive) => directive.replace(":~:text=", "").split(",").map(decodeURIComponent);

describe("made", () => {
  test("words that stand once need nothing about them", () => {
    assert.deepEqual(parts(made("The ⟦unwritten alliance⟧ ended.")), ["unwritten alliance"]);
  });

  test("signs that a text directive gives a meaning to are encoded", () => {
    assert.equal(made("It is ⟦so-called, “A&B”⟧"), ":~:text=so%2Dcalled%2C%20%E2%80%9CA%26B%E2%80%9D");
  });

  test("what is cut off in the middle of a word is made whole", () => {
    assert.deepEqual(parts(made("The un⟦written alli⟧ance ended.")), ["unwritten alliance"]);
    assert.deepEqual(parts(made("Russia’⟦s view⟧s")), ["Russia’s views"]);
  });

  test("words that stand elsewhere too carry what is before and after them", () => {
    assert.deepEqual(parts(made("Of the Zangezur Corridor.", "On the ⟦Zangezur Corridor⟧ it ended.")), ["the-", "Zangezur Corridor", "-it"]);
    assert.deepEqual(parts(made("The Corridor, it says", "The ⟦Corridor⟧ ended")), ["The-", "Corridor", "-ended"]);
    assert.deepEqual(parts(made("a one two three", "b one two ⟦three⟧")), ["b one two-", "three"]);
  });

});

describe("made for browsers", () => {
  test("browsers make no difference between large letters, accents and quotation marks", () => {
    for (const other of ["CORRIDOR", "Córridor", "corri\u00addor", "corridor"]) {
      assert.deepEqual(parts(made(`the ${other} was`, "a ⟦corridor⟧ is")), ["a-", "corridor", "-is"]);
    }
    assert.deepEqual(parts(made("say 'so' then", "they ⟦‘so’⟧ once")), ["they-", "‘so’", "-once"]);
  });

  test("what stands in a menu or in a note counts as well", () => {
    assert.equal(made("Background", "⟦Background⟧"), "");
  });

  test("what cannot be told apart has no directive", () => {
    assert.equal(made("The same words.", "The same ⟦words⟧."), "");
    assert.equal(made("The same ⟦words⟧.", "The same words."), "");
    assert.equal(made(`${"so ".repeat(60)}⟦so⟧${" so".repeat(60)}`), "");
  });

});

describe("made of many words", () => {
  test("of up to 300 letters all are repeated, of more the first and the last six words", () => {
    const words = "word ".repeat(60).trim();
    assert.deepEqual(parts(made(`⟦${words}⟧`)), [words]);
    const more = Array.from({ length: 80 }, (_one, index) => `word${index}`).join(" ");
    assert.deepEqual(parts(made(`⟦${more}⟧`)), [
      "word0 word1 word2 word3 word4 word5",
      "word74 word75 word76 word77 word78 word79",
    ]);
  });

  test("a longer selection whose end stands in it before carries what follows", () => {
    const [end, middle] = ["so it ended on that day", "and then many other things were said. ".repeat(9)];
    assert.deepEqual(parts(made(`⟦At first, as all of them say, ${end} too, ${middle}${end}⟧ indeed`)), [
      "At first, as all of them", end, "-indeed",
    ]);
  });

  test("a selection over blocks has a beginning and an end", () => {
    assert.deepEqual(parts(made("a b. c ⟦d e.", "f g.", "h i⟧ j")), ["d e.", "h i"]);
    assert.deepEqual(parts(made("x d e.", "c ⟦d e.", "h i⟧ j", "h i k")), ["c-", "d e.", "h i", "-j"]);
  });

  test("a script without spaces has words too", () => {
    const text = "外高加索地区".repeat(3);
    assert.deepEqual(parts(made(`在${text}⟦俄罗斯⟧和伊朗`, "俄罗斯")), ["地区-", "俄罗斯", "-和"]);
  });

});

describe("what is made", () => {
  test("law: it is found once on the page, and in the right place", () => {
    const words = ["the", "of", "the", "Corridor", "and", "of", "Iran", "the", "Corridor", "and", "the", "of", "Iran", "and", "the"];
    for (let first = 0; first < words.length; first += 1) {
      for (let last = first + 1; last <= words.length; last += 1) {
        const block = [...words.slice(0, first), `⟦${words.slice(first, last).join(" ")}⟧`, ...words.slice(last)].join(" ");
        const found = made(block);
        if (!found) continue;
        const plainText = parts(found).map((part) => part.replace(/^-|-$/g, "")).join(" ").toLowerCase();
        const page = words.join(" ").toLowerCase();
        assert.equal(page.split(plainText).length, 2, `${block}: ${found}`);
      }
    }
  });
});
