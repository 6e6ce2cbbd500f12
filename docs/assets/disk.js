// From a disk: a browser that opens the site as files starts no workers and knows no index pages. The search
// runs in a hidden frame then, and a link to a folder goes to the page in it. On a server this does nothing.
"use strict";
(() => {
  if (location.protocol !== "file:") return;
  /** @typedef {Window & typeof globalThis} Frame */

  class FrameWorker extends EventTarget {
    /** @param {string | URL} address  of the script that a worker would run */
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "search";
      frame.srcdoc = "<!doctype html>";  // and no script in it, which the policy of the page would refuse
      /** @type {Promise<Frame>} */
      this.ready = new Promise((resolve) => {
        frame.onload = () => {
          const target = /** @type {Frame} */ (frame.contentWindow);
          target.postMessage = (/** @type {unknown} */ data) => { this.dispatchEvent(new MessageEvent("message", { data })); };
          const script = target.document.createElement("script");
          script.src = new URL(address, document.baseURI).href;
          script.onload = () => resolve(target);
          target.document.body.append(script);
        };
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
  });

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) {
      link.pathname += "index.html";
    }
  }, true);
})();
