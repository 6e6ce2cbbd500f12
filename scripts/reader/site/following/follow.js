// A page that is served while it is worked on: it is loaded again when there is a newer site.
"use strict";

(() => {
  const epoch = Number(document.currentScript?.dataset.epoch);
  const ask = async () => {
    try {
      const answer = await fetch(`/livereload/${epoch}/${Math.round(performance.timeOrigin)}`);
      if (answer.ok && Number(await answer.text()) > epoch) {
        location.reload();
        return;
      }
      setTimeout(ask, answer.ok ? 0 : 3000);
    } catch {
      setTimeout(ask, 3000); // the server is not there, or is being started again
    }
  };
  addEventListener("load", () => void ask());
})();
