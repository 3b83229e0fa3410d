// What is typed into the editor stays in this browser until the service has it: neither a cut in
// the network nor a closed window loses it. Saving while one types is htmx's part.
(() => {
  "use strict";
  const PREFIX = "relais:";
  const forgotten = document.querySelector("[data-forget]");
  if (forgotten) {
    drop(PREFIX + forgotten.dataset.forget);
  }
  const form = document.querySelector("form.editor[data-keep]");
  if (!form) {
    return;
  }
  const key = PREFIX + form.dataset.keep;
  const TECHNICAL = new Set(["_csrf", "copy", "key"]);
  let changes = 0;
  let sent = 0;
  let saving = false;
  let leaving = false;
  let waiting = null;

  function read() {
    try {
      return JSON.parse(window.localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function drop(name) {
    try {
      window.localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  }

  const typed = () => [...new FormData(form)].filter(([name]) => !TECHNICAL.has(name) && !name.startsWith("removed."));
  const same = (some, others) => JSON.stringify(some) === JSON.stringify(others);
  // Line ends as forms send them, so that both sides compare.
  const plain = (fields) => fields.map(([name, value]) => [name, value.replace(/\r\n/g, "\n")]);

  function offer(kept) {
    const notice = document.getElementById("kept-here");
    form.before(notice);
    notice.hidden = false;
    document.getElementById("drop-kept").addEventListener("click", () => {
      drop(key);
      notice.hidden = true;
    });
    document.getElementById("take-kept").addEventListener("click", () => {
      // Sections may be others by now: the whole is sent to be saved, and comes back as a page.
      const again = document.createElement("form");
      again.method = "post";
      again.action = form.action;
      const fields = [...kept, ["_csrf", form.elements._csrf.value], ["copy", form.elements.copy.value], ["key", form.elements.key.value], ["do", "save"]];
      for (const [name, value] of fields) {
        const field = document.createElement("textarea");
        field.name = name;
        field.value = value;
        again.append(field);
      }
      again.hidden = true;
      document.body.append(again);
      again.submit();
    });
  }

  const kept = read();
  if (Array.isArray(kept)) {
    if (same(plain(kept), plain(typed()))) {
      drop(key);
    } else {
      offer(kept);
    }
  }

  form.addEventListener("input", () => {
    changes += 1;
    try {
      window.localStorage.setItem(key, JSON.stringify(typed()));
    } catch {
      // Full or forbidden: the service still saves.
    }
  });

  // Requests of one form go one after another: what is sent by a button waits for what is being
  // saved, so that it names the version which that makes; and nothing more is saved from then on.
  form.addEventListener("submit", (event) => {
    leaving = true;
    if (saving) {
      event.preventDefault();
      waiting = () => form.requestSubmit(event.submitter || undefined);
    }
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.elt.id === "autosave") {
      if (leaving) {
        event.preventDefault();
        return;
      }
      saving = true;
      sent = changes;
    }
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    // A refusal is shown where the success would be.
    if (event.detail.elt.id === "autosave" && event.detail.serverResponse.includes('id="saved"')) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.id === "autosave" && event.detail.successful && sent === changes) {
      drop(key);
    }
    if (event.detail.elt.id === "autosave") {
      saving = false;
      if (waiting) {
        const send = waiting;
        waiting = null;
        send();
      }
    }
  });
  document.body.addEventListener("htmx:sendError", (event) => {
    if (event.detail.elt.id === "autosave") {
      document.getElementById("saved").textContent = form.dataset.away;
    }
  });
})();
