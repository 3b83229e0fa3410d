// The form of a card: one step at a time, kept while one types. Without this script the steps
// stand below each other, and buttons keep what is typed.
(() => {
  "use strict";
  const PREFIX = "relais.card.";
  const KEPT_FOR = 30 * 24 * 3600 * 1000;

  // ---- What this device keeps: one copy for each address and person ----------------------------

  function read(key) {
    try {
      const kept = JSON.parse(window.localStorage.getItem(key));
      return kept && Date.now() - kept.at < KEPT_FOR ? kept : null;
    } catch {
      return null;
    }
  }

  function write(key, copy) {
    try {
      window.localStorage.setItem(key, JSON.stringify(copy));
      return true;
    } catch {
      return false;
    }
  }

  function forget(key) {
    try {
      window.localStorage.removeItem(key);
    } catch {
      // Nothing is kept where nothing can be.
    }
  }

  // A page that is there because a form was sent tells which: its copy is of no use any more.
  document.querySelectorAll("[data-sent]").forEach((page) => {
    page.dataset.sent.split(" ").forEach((address) => {
      const key = `${PREFIX}${page.dataset.owner}:${address}`;
      const kept = read(key);
      if (kept && kept.sent) {
        forget(key);
      }
    });
  });

  const form = document.querySelector("form[data-form]");
  if (!form) {
    return;
  }

  // ---- Steps -------------------------------------------------------------------------------

  const steps = [...form.querySelectorAll(".step")];
  const links = [...form.querySelectorAll(".steps a")];

  function turnTo(step, focus) {
    form.elements.step.value = step.id;
    steps.forEach((each) => {
      each.hidden = each !== step;
    });
    links.forEach((link) => {
      if (link.hash === `#${step.id}`) {
        link.setAttribute("aria-current", "step");
      } else {
        link.removeAttribute("aria-current");
      }
    });
    if (focus) {
      step.focus({ preventScroll: true });
      form.scrollIntoView({ block: "start" });
    }
  }

  // An address may name a step, or a field that something is wrong with.
  function turnToAddressed(focus) {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const target = id && document.getElementById(id);
    const step = target && target.closest(".step");
    if (!step) {
      return false;
    }
    turnTo(step, focus && target === step);
    if (target !== step) {
      target.focus();
    }
    return true;
  }

  form.classList.add("stepped");
  form.querySelectorAll("[data-turn]").forEach((button) => {
    const line = button.closest(".turn");
    (line || button).hidden = false;
    button.addEventListener("click", () => {
      window.location.hash = button.dataset.turn;
    });
  });
  window.addEventListener("hashchange", () => turnToAddressed(true));
  const wrong = form.querySelector(".wrong");
  if (!turnToAddressed(false)) {
    // A page that answers a form says on which step the form was.
    const before = steps.find((each) => each.id === form.elements.step.value);
    turnTo((wrong && wrong.closest(".step")) || before || steps[0], false);
  }
  const errors = document.getElementById("errors");
  if (errors) {
    errors.focus();
  }

  // ---- Keeping -----------------------------------------------------------------------------

  const DEVICE_AFTER = 300;
  const SERVICE_AFTER = 1500;
  const AGAIN_AFTER = 15000;
  const PATIENCE = 20000;
  const words = form.dataset;
  const status = form.querySelector("[data-status]");
  const version = form.elements.version;
  // What somebody else saved meanwhile is replaced by a button, never by itself.
  const withService = words.draft === "true" && words.conflict !== "true";
  const unsaved = words.unsaved === "true";
  const asLoaded = typed();
  const versionAsLoaded = version.value;
  let deviceTimer;
  let serviceTimer;
  let sending = null;
  let changed = false;
  let leaving = false;

  // A field of the card is called "action" too, and hides the form's own property.
  function address() {
    return form.getAttribute("action");
  }

  function place() {
    return `${PREFIX}${words.owner}:${address()}`;
  }

  // What people typed, without what the frame adds.
  function typed() {
    const fields = [];
    new FormData(form).forEach((value, name) => {
      // A file that is only chosen is nothing that was typed.
      if (typeof value === "string" && !name.startsWith("_") && !["version", "key", "step", "place", "do", "purpose"].includes(name)) {
        fields.push([name, value]);
      }
    });
    return fields;
  }

  function same(one, other) {
    const text = (fields) =>
      JSON.stringify(fields.filter(([, value]) => value !== "").map(([name, value]) => [name, value.trim()]));
    return text(one) === text(other);
  }

  function say(text, link) {
    status.textContent = text;
    if (link) {
      status.append(" ", link);
    }
  }

  function now() {
    return new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  }

  function keepOnDevice(sent) {
    return write(place(), {
      at: Date.now(),
      version: version.value,
      key: form.elements.key.value,
      fields: typed(),
      sent: sent === true,
    });
  }

  // Fields of one name are told apart by their value, or by their order.
  function fill(fields) {
    const left = fields.map(([name, value]) => ({ name, value }));
    [...form.elements].forEach((field) => {
      if (!field.name || field.type === "hidden" || field.type === "submit" || field.name === "place") {
        return;
      }
      const choice = field.type === "checkbox" || field.type === "radio";
      const at = left.findIndex((each) => each.name === field.name && (!choice || each.value === field.value));
      if (choice) {
        field.checked = at >= 0;
      } else if (at >= 0) {
        field.value = left[at].value;
      }
      if (at >= 0) {
        left.splice(at, 1);
      }
    });
    // A territory that was searched for is not among the choices of a fresh page.
    left
      .filter((each) => each.name === "territory")
      .forEach((each) => {
        const label = document.createElement("label");
        const input = document.createElement("input");
        Object.assign(input, { type: "radio", name: "territory", value: each.value, checked: true });
        const text = document.createElement("span");
        text.textContent = each.value;
        label.append(input, " ", text);
        document.getElementById("found").append(label);
      });
  }

  // What was typed here and never saved comes back by itself, and can be sent away again.
  function restore() {
    const key = place();
    const kept = read(key);
    // A page that answers a form which was not saved has the only copy of what it shows.
    if (unsaved && (!kept || kept.sent || same(kept.fields, asLoaded))) {
      schedule();
      return;
    }
    // Only the text itself says that the service has it: another version may be of less than this.
    if (!kept || same(kept.fields, asLoaded)) {
      forget(key);
      return;
    }
    fill(kept.fields);
    if (kept.key) {
      form.elements.key.value = kept.key;
    }
    const notice = document.querySelector("[data-restored]");
    notice.hidden = false;
    notice.querySelector("[data-discard]").addEventListener("click", () => {
      fill(asLoaded);
      version.value = versionAsLoaded;
      forget(key);
      changed = false;
      window.clearTimeout(serviceTimer);
      notice.hidden = true;
      form.querySelector(".step:not([hidden])").focus();
    });
    // Over what was saved elsewhere since, the service asks a person to decide.
    version.value = kept.version;
    schedule();
  }

  function signInLink() {
    const link = document.createElement("a");
    link.href = `/sign-in?back=${encodeURIComponent(window.location.pathname)}`;
    link.textContent = words.wordsSignIn;
    return link;
  }

  async function save() {
    window.clearTimeout(serviceTimer);
    const before = place();
    const sent = typed();
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
    body.set("do", "autosave");
    changed = false;
    say(words.wordsSaving);
    try {
      const response = await fetch(address(), { method: "POST", body, redirect: "manual", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) });
      if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403) {
        changed = true;
        say(words.wordsEnded, signInLink());
        return;
      }
      const outcome = await response.json();
      say(outcome.words);
      if (!outcome.address) {
        changed = true;
        serviceTimer = window.setTimeout(saveUnlessLeaving, AGAIN_AFTER);
        return;
      }
      version.value = outcome.version;
      form.setAttribute("action", outcome.address);
      if (before !== place()) {
        forget(before);
        window.history.replaceState(null, "", outcome.address + window.location.hash);
      }
      if (outcome.complete && same(sent, typed())) {
        forget(place());
      } else {
        keepOnDevice();
      }
    } catch {
      changed = true;
      say(words.wordsCut);
      serviceTimer = window.setTimeout(saveUnlessLeaving, AGAIN_AFTER);
    }
  }

  function saveUnlessLeaving() {
    if (leaving || !changed) {
      return;
    }
    if (sending) {
      sending.then(saveUnlessLeaving);
      return;
    }
    sending = save().finally(() => {
      sending = null;
    });
  }

  function schedule() {
    changed = true;
    window.clearTimeout(deviceTimer);
    deviceTimer = window.setTimeout(() => {
      if (keepOnDevice() && !withService) {
        say(words.wordsDevice.replace("{0}", now()));
      }
    }, DEVICE_AFTER);
    if (withService) {
      window.clearTimeout(serviceTimer);
      serviceTimer = window.setTimeout(saveUnlessLeaving, SERVICE_AFTER);
    }
  }

  form.addEventListener("input", (event) => {
    if (event.target.name !== "place") {
      schedule();
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target.name !== "place") {
      schedule();
    }
  });
  window.addEventListener("online", saveUnlessLeaving);
  window.addEventListener("pagehide", () => {
    if (changed || sending) {
      keepOnDevice();
    }
  });

  // Requests of one form go one after another: what is sent by a button waits for what is being
  // kept, and nothing more is kept from then on.
  form.addEventListener("submit", (event) => {
    leaving = true;
    window.clearTimeout(deviceTimer);
    window.clearTimeout(serviceTimer);
    if (sending) {
      event.preventDefault();
      const submitter = event.submitter;
      sending.then(() => form.requestSubmit(submitter || undefined));
      return;
    }
    keepOnDevice(true);
    changed = false;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });

  if (!status.textContent.trim()) {
    say(words.wordsBegin);
  }
  restore();
})();
