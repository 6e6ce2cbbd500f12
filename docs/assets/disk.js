// From a disk: a browser that opens the site as files starts no workers and knows no index pages. The search
// runs in a hidden frame then, and a link to a folder goes to the page in it. On a server this does nothing.
"use strict";
(() => {
  if (location.protocol !== "file:") return;
  /** @typedef {Window & typeof globalThis} Frame */

  /** @type {EventTarget[]} */
  const workers = [];

  class FrameWorker extends EventTarget {
    /** @param {string | URL} address  of the script that a worker would run */
    constructor(address) {
      super();
      const index = workers.push(this) - 1;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      const script = new URL(address, document.baseURI).href.replaceAll('"', "%22");
      frame.srcdoc = `<script>self.postMessage = (data) => parent.readerDeliver(${index}, data);</` + "script>"
        + `<script src="${script}"></` + "script>";
      /** @type {Promise<Frame>} */
      this.ready = new Promise((resolve) => {
        frame.onload = () => resolve(/** @type {Frame} */ (frame.contentWindow));
      });
      const attach = () => document.body.append(frame);
      if (document.body) attach();
      else addEventListener("DOMContentLoaded", attach);
    }

    /** @param {unknown} data */
    postMessage(data) {
      this.ready.then((target) => target.dispatchEvent(new target.MessageEvent("message", { data })));
    }

    terminate() { }
  }

  Object.assign(window, {
    Worker: FrameWorker,
    IFrameWorker: FrameWorker,  // the theme asks another host for one where this name is not taken
    /**
     * @param {number} index
     * @param {unknown} data
     */
    readerDeliver: (index, data) => workers[index]?.dispatchEvent(new MessageEvent("message", { data })),
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  }, true);
})();
