// Where a card stands: below what it explains or above it, wherever there is room, and never over it. It needs no
// page, and is tested without one.
"use strict";

const cardSpot = (() => {
  const ROOM = 8;  // pixels between a card and the edge of the window
  const GAP = 6;   // pixels between a card and what it belongs to

  /**
   * @typedef {{ left: number, top: number, bottom: number }} Edges
   * @typedef {object} Spot
   * @property {boolean} above
   * @property {number} left
   * @property {number} top
   * @property {number} height  that it may have at most
   */

  /**
   * What a card may not cover: a word, and something beside it, such as a button, that is as near as a card is.
   * @param {Edges[]} lines  those of the word: the first and the last of them count
   * @param {Edges} [beside]
   * @returns {Edges | null}
   */
  const around = (lines, beside) => {
    const [first, last] = [lines[0], lines[lines.length - 1]];
    if (!first || !last) return null;
    const word = { left: Math.min(first.left, last.left), top: first.top, bottom: last.bottom };
    const reach = 4 * (first.bottom - first.top);
    const far = !beside || beside.top > word.bottom + reach || beside.bottom < word.top - reach;
    if (far) return word;
    return { left: word.left, top: Math.min(word.top, beside.top), bottom: Math.max(word.bottom, beside.bottom) };
  };

  /**
   * It stands below, where a third of the window is enough for the most of it.
   * @param {Edges} near  what it may not cover
   * @param {{ width: number, height: number }} size  of the card
   * @param {{ width: number, height: number }} view  of the window
   * @param {boolean} sheet  whether it is as wide as the window, and stands at its foot or at its head
   * @returns {Spot}
   */
  const spot = (near, size, view, sheet) => {
    const edge = sheet ? 0 : ROOM;
    const below = view.height - edge - near.bottom - GAP;
    const over = near.top - GAP - edge;
    const above = size.height > below && over > below && below < view.height / 3;
    const height = Math.min(size.height, Math.max(above ? over : below, 0));
    const atEdge = above ? 0 : view.height - height;
    const atWord = above ? near.top - GAP - height : near.bottom + GAP;
    const left = sheet ? 0 : Math.min(Math.max(ROOM, near.left), view.width - size.width - ROOM);
    return { above, left, top: sheet ? atEdge : atWord, height };
  };

  return Object.freeze({ around, spot });
})();
