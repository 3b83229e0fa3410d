// What comes while a page is open.

// New entries as they come: counts them and offers a link; nothing moves by itself.
(() => {
  "use strict";
  const place = document.querySelector("[data-live]");
  if (!place || !("EventSource" in window)) {
    return;
  }
  const link = place.querySelector("a");
  const seen = new Set();
  let last = "";
  let wait = 5000;
  let source;

  function show() {
    const words = seen.size === 1 ? place.dataset.one : place.dataset.many;
    link.textContent = words.replace("{0}", seen.size.toLocaleString(document.documentElement.lang));
    link.hidden = false;
  }

  function connect() {
    const from = new URL(place.dataset.live, window.location.href);
    if (last) {
      from.searchParams.set("last", last);
    }
    source = new EventSource(from);
    source.addEventListener("open", () => {
      wait = 5000;
    });
    source.addEventListener("activity", (event) => {
      last = event.lastEventId || last;
      seen.add(JSON.parse(event.data).id);
      show();
    });
    source.addEventListener("error", () => {
      // The browser connects again by itself, unless it was refused: then later and later.
      if (source.readyState === EventSource.CLOSED) {
        window.setTimeout(connect, wait);
        wait = Math.min(wait * 2, 120000);
      }
    });
  }

  window.addEventListener("pagehide", () => source.close());
  connect();
})();

// Another notice: the number beside the bell is asked for again. Only a page that is looked at
// listens, and only after a while, so that leafing through pages opens nothing.
(() => {
  "use strict";
  const bell = document.querySelector("[data-bell]");
  if (!bell || !("EventSource" in window) || !window.htmx) {
    return;
  }
  const before = 10000;
  let source;
  let timer;

  function close() {
    window.clearTimeout(timer);
    if (source) {
      source.close();
      source = undefined;
    }
  }

  function connect() {
    source = new EventSource(bell.dataset.bell);
    source.addEventListener("notice", () => window.htmx.trigger("#count-notices", "notice"));
    // The browser connects again by itself where a stream has ended. Where it was refused there is
    // no room: the next page asks once, as each does.
  }

  function listen() {
    close();
    if (!document.hidden) {
      timer = window.setTimeout(connect, before);
    }
  }

  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", listen);
})();
