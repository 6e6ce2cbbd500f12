// The margin: on a wide screen each note stands beside the words that it is on. Without this script, on
// smaller screens and on paper the notes stand at the foot of the text.
"use strict";
(() => {
  const article = document.querySelector(".md-content__inner");
  const notes = [...document.querySelectorAll(".editor-note[id]")];
  if (!article || !notes.length) return;
  const wide = matchMedia("screen and (min-width: 76.25em)");
  const heading = document.getElementById("notes");
  const GAP = 14;  // pixels between two notes

  const arrange = () => {
    article.classList.toggle("has-margin", wide.matches);
    if (heading) heading.hidden = wide.matches;
    document.querySelectorAll('.md-nav a[href="#notes"]').forEach((link) => { link.parentElement.hidden = wide.matches; });
    let free = 0;
    for (const note of notes) {
      note.style.top = "";
      if (!wide.matches) continue;
      const sign = document.getElementById(`${note.id}-in-text`);
      if (!sign) continue;
      const wanted = sign.getBoundingClientRect().top - article.getBoundingClientRect().top - 4;
      const top = Math.max(wanted, free);
      note.style.top = `${top}px`;
      free = top + note.offsetHeight + GAP;
    }
    article.style.minHeight = wide.matches ? `${free + 40}px` : "";
  };

  // Which note belongs to which sign: both are marked while the pointer or the focus is on one.
  const pair = (event, on) => {
    const sign = event.target.closest?.("a.note");
    const note = sign ? document.getElementById(sign.hash.slice(1)) : event.target.closest?.(".has-margin .editor-note");
    if (note) {
      note.classList.toggle("paired", on);
      document.getElementById(`${note.id}-in-text`)?.classList.toggle("paired", on);
    }
  };
  for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => pair(event, on));
  }

  arrange();
  wide.addEventListener("change", arrange);
  addEventListener("resize", arrange);
  document.fonts?.ready.then(arrange);
  addEventListener("beforeprint", () => { article.classList.remove("has-margin"); });
  addEventListener("afterprint", arrange);
})();
