// Kept passages: what is taken in, joined and handed on.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { load, plain } from "./load.mjs";

const kept = load("kept.js", "kept");
const out = load("kept-export.js", "keptExport");

const ONE = {
  slug: "lamps-2020", anchor: "p7", revisions: "0123abcd", title: "On *Lamps*", name: "Passage 7", words: "One [two].\n\nThree.",
  link: "https://lamps.example/texts/lamps-2020/?rev=0123abcd#p7", citation: "Ada. On Lamps.", html: "Ada. <em>On Lamps</em> &amp; more.",
  bibtex: "@article{lamps-2020,\n  title = {On Lamps},\n}\n", ris: "TY  - JOUR\r\nID  - lamps-2020\r\nER  - \r\n",
  csl: '[{"id": "lamps-2020", "title": "On Lamps"}]', note: "",
};
const OTHER = { ...ONE, anchor: "p8-p9", revisions: "0123abcd.89abcdef", name: "Passages 8–9", note: "Mine." };

describe("kept passages", () => {
  test("are taken in as they were handed on", () => {
    assert.deepEqual(plain(kept.parse(out.file([ONE, OTHER]))), [ONE, OTHER]);
    assert.deepEqual(plain(kept.parse("[]")), []);
  });

  test("are nothing else than that, whatever a file holds", () => {
    for (const json of ["", "{", "{}", "3", "null", '{"kept": 3}']) assert.equal(kept.parse(json), null);
    const wrong = [null, 3, {}, { ...ONE, slug: "../x" }, { ...ONE, anchor: "javascript:" }, { ...ONE, revisions: "<b>" }];
    assert.deepEqual(plain(kept.parse(JSON.stringify(wrong))), []);
    const [strange] = plain(kept.parse(JSON.stringify([{ ...ONE, words: 3, more: "x" }])));
    assert.deepEqual(strange, { ...ONE, words: "" });
  });

  test("are joined without loss: one passage stands once, with the notes of both", () => {
    const mine = { ...ONE, note: "First." };
    assert.deepEqual(plain(kept.joined([ONE], [OTHER])), [ONE, OTHER]);
    assert.equal(kept.joined([mine], [{ ...ONE, note: "Second." }])[0].note, "First.\n\nSecond.");
    assert.equal(kept.joined([mine], [mine])[0].note, "First.");
    assert.equal(kept.joined([ONE], [mine])[0].note, "First.");
  });

  test("have names of their own in the files of reference managers", () => {
    assert.equal(out.bibtex([ONE, OTHER]).match(/@article\{[^,]+/g).join(), "@article{lamps-2020-p7,@article{lamps-2020-p8-p9");
    assert.equal(out.ris([ONE, OTHER]).match(/ID {2}- .*/g).join(), "ID  - lamps-2020-p7,ID  - lamps-2020-p8-p9");
    assert.deepEqual(JSON.parse(out.csl([ONE, OTHER])).map(({ id }) => id), ["lamps-2020-p7", "lamps-2020-p8-p9"]);
  });

  test("are text and Markdown, in which no sign of theirs is markup", () => {
    assert.equal(out.text([ONE, OTHER]).split("* * *").length, 2);
    assert.equal(out.markdown([OTHER]), [
      `## [Passages 8–9, On \\*Lamps\\*](<${ONE.link}>)`, "> One \\[two\\].\n>\n> Three.", "Mine.", "Ada. *On Lamps* & more.\n",
    ].join("\n\n"));
    assert.equal(out.text([]) + out.markdown([]) + out.bibtex([]) + out.ris([]), "");
  });
});
