// A combobox (ARIA 1.2, with a list): what a field may mean, while one types. Without this script the field is sent as it was typed.
// "data-suggest" is where suggestions come from: options with a "data-id", or links that are followed when chosen.
// "data-known" is the hidden field that remembers what a name stands for: its identifier, a tab, the name.
(() => {
  "use strict";
  const WAIT = 250, SHORTEST = 2;

  for (const field of document.querySelectorAll("input[data-suggest]")) make(field);

  function make(field) {
    const list = document.createElement("ul");
    list.id = `${field.id}-options`;
    list.className = "picker";
    list.setAttribute("role", "listbox");
    const label = field.labels[0];
    if (label) list.setAttribute("aria-label", label.textContent.trim());
    list.hidden = true;
    const said = document.createElement("span");
    said.className = "picker-said visually-hidden";
    said.setAttribute("role", "status");
    const around = document.createElement("div");
    around.className = "picker-around";
    (field.closest(".joined") || field).after(around);
    around.append(said, list);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) field.setAttribute(name, value);
    field.removeAttribute("list");

    const first = document.getElementById(`${field.id}-list`);
    let active = -1, timer = 0, asked = null;

    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    field.addEventListener("blur", () => {
      close();
      said.classList.add("visually-hidden");
    });
    field.addEventListener("keydown", (event) => {
      const open = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) { if (list.children.length) show(); else ask(); }
        else move(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && open && active >= 0) {
        event.preventDefault();
        choose(list.children[active]);
      }
    });

    async function ask() {
      const typed = field.value.trim();
      if (asked) asked.abort();
      if (typed.length < SHORTEST) {
        fill(typed === "" && first ? first : document.createElement("div"));
        return;
      }
      asked = new AbortController();
      // A field that is a question of its own goes with the other fields of its form.
      const question = field.dataset.known || !field.dataset.whole ? new URLSearchParams({ q: typed }) : new URLSearchParams(new FormData(field.form));
      try {
        const answer = await fetch(`${field.dataset.suggest}?${question}`, { headers: { "HX-Request": "true" }, signal: asked.signal });
        if (!answer.ok || answer.redirected) return;
        const page = document.createElement("template");
        page.innerHTML = await answer.text();
        if (document.activeElement === field) fill(page.content);
      } catch {
        // Aborted, or no network: the field works as if there were no suggestions.
      }
    }

    function fill(found) {
      list.replaceChildren();
      for (const each of found.querySelectorAll("option[data-id], a[href]")) {
        const option = document.createElement("li");
        option.id = `${list.id}-${list.children.length}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        if (each.matches("a")) {
          option.append(...each.cloneNode(true).childNodes);
          option.dataset.href = each.getAttribute("href");
        } else {
          option.textContent = each.value;
          option.dataset.id = each.dataset.id;
        }
        // The mouse must not take the focus away before the click.
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => choose(option));
        list.append(option);
      }
      const words = found.querySelector("p");
      said.textContent = words?.textContent ?? "";
      // How many there are can be seen; that there is none, or not what was typed, has to be said.
      said.classList.toggle("visually-hidden", list.children.length > 0 && !words?.matches(".note"));
      if (list.children.length) show(); else close();
    }

    function choose(option) {
      if (option.dataset.href) {
        window.location.assign(option.dataset.href);
        return;
      }
      field.value = option.textContent;
      const known = field.dataset.known && document.getElementById(field.dataset.known);
      if (known) known.value = `${option.dataset.id}\t${option.textContent}`;
      close();
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }

    function move(to) {
      const options = list.children;
      options[active]?.setAttribute("aria-selected", "false");
      active = (to + options.length) % options.length;
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[active].id);
    }

    function show() {
      active = -1;
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      field.removeAttribute("aria-activedescendant");
    }

    function close() {
      clearTimeout(timer);
      list.children[active]?.setAttribute("aria-selected", "false");
      active = -1;
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }
  }
})();
