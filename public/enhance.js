// What pages gain with JavaScript. Every page is complete without it.

offerCopying();
sendOnce();
tellZone();
focusErrors();
suggestPeople();

function offerCopying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = [...button.childNodes];
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(source.value);
      } catch {
        source.select();
        return;
      }
      button.setAttribute("aria-live", "polite");
      button.replaceChildren(button.dataset.copied);
      setTimeout(() => button.replaceChildren(...words), 2500);
    });
  }
}

/** The time limit is for answers that leave the page standing, such as a file to save. */
function sendOnce() {
  const sent = new Map();
  const release = (form) => {
    sent.get(form)?.();
    sent.delete(form);
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (sent.has(form) && form.method === "post") return event.preventDefault();
    release(form);
    const rest = showWork(event.submitter);
    sent.set(form, rest);
    setTimeout(() => sent.get(form) === rest && release(form), 10_000);
  });
  addEventListener("pageshow", () => [...sent.keys()].forEach(release));
}

/**
 * A button says that it works when that takes longer than a second. Returns what takes it back. Whoever has the page
 * read out hears of it from the browser, so the button keeps its name.
 */
function showWork(button) {
  if (!button) return () => {};
  const words = [...button.childNodes];
  const timer = setTimeout(() => {
    button.style.minWidth = `${button.offsetWidth}px`;
    const name = document.createElement("span");
    const work = document.createElement("span");
    name.className = "sr-only";
    name.append(...words);
    work.setAttribute("aria-hidden", "true");
    work.textContent = document.body.dataset.working;
    button.replaceChildren(name, work);
  }, 1000);
  button.setAttribute("aria-busy", "true");
  return () => {
    clearTimeout(timer);
    button.removeAttribute("aria-busy");
    button.style.minWidth = "";
    button.replaceChildren(...words);
  };
}

function tellZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  for (const form of document.querySelectorAll("form[data-timezone]")) {
    const field = form.elements.namedItem(form.dataset.timezone);
    const offered = [...(field?.options ?? [])].find((option) => isSameZone(option.value, zone));
    if (offered) field.value = offered.value;
  }
  for (const link of document.querySelectorAll("[data-tell-zone] a")) {
    const url = new URL(link.href);
    url.searchParams.set("timezone", zone);
    link.href = url.href;
  }
  showInZone(zone);
}

/** Browsers may still use a place's older name: "Asia/Calcutta" is on offer as "Asia/Kolkata". */
function isSameZone(name, zone) {
  if (name === zone) return true;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone === zone;
  } catch {
    return false;
  }
}

/** A page of times that does not know the visitor's zone has a form to choose one: choose it, once. */
function showInZone(zone) {
  const form = document.querySelector("form[method=get][data-timezone]");
  const url = new URL(location.href);
  if (!form || url.searchParams.has("timezone") || document.querySelector("main form[method=post]")) return;
  url.searchParams.set("timezone", zone);
  location.replace(url);
}

/** A field that asks for the focus keeps it, and what stands in it is there to be typed over. */
function focusErrors() {
  document.querySelector("input[autofocus]")?.select();
  const summary = document.querySelector("[data-error-summary]");
  const isFree = !document.activeElement || document.activeElement === document.body;
  if (summary && isFree && !document.querySelector("[autofocus]")) summary.focus();
}

/** A field that asks for a person suggests some from three characters on; of several lines, for the one that is written. */
function suggestPeople() {
  for (const field of document.querySelectorAll("[data-contacts]")) suggestFor(field);
}

const sources = { google: "Google", microsoft: "Microsoft", bookings: "booked you before" };

function suggestFor(field) {
  const hasLines = field.localName === "textarea";
  const list = document.createElement("ul");
  list.id = `${field.id}-people`;
  list.className = "people";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "People");
  field.after(list);
  field.autocomplete = "off";
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  // A text of several lines is no combobox, but may have a list.
  if (hasLines) field.setAttribute("aria-haspopup", "listbox");
  else field.setAttribute("role", "combobox");

  let people = [];
  let active = -1;
  let timer;
  let asked;

  const show = (isOpen) => {
    list.hidden = !isOpen;
    if (isOpen) list.style.width = `${field.offsetWidth}px`;
    if (!hasLines) field.setAttribute("aria-expanded", String(isOpen));
    activate(-1);
  };
  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    show(false);
  };
  const activate = (at) => {
    active = at;
    [...list.children].forEach((option, each) => option.setAttribute("aria-selected", String(each === at)));
    if (at < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const pick = (person) => {
    close();
    if (hasLines) return fillLine(field, person.email);
    const { name, email } = field.form.elements;
    if (name && person.name) name.value = person.name;
    email.value = person.email;
  };
  const ask = async (query) => {
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await fetch(`${field.dataset.contacts}?${new URLSearchParams({ q: query })}`, { signal });
      const { items, unavailable = [] } = answer.ok ? await answer.json() : { items: [] };
      if (signal.aborted) return;
      people = items;
      const missing = unavailable.map((source) => option([`${sources[source]} did not answer.`], { isNote: true }));
      list.replaceChildren(...items.map((person) => option(wordsFor(person))), ...missing);
      [...list.children].forEach((each, at) => (each.id = `${list.id}-${at}`));
      show(list.children.length > 0 && document.activeElement === field);
    } catch {
      if (!signal.aborted) close();
    }
  };

  show(false);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    asked?.abort();
    const query = (hasLines ? lineAt(field).text : field.value).trim();
    if ([...query].length < 3) return close();
    timer = setTimeout(() => ask(query), 200);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && people.length > 0)
      activate((active + step + (active < 0 && step < 0 ? 1 : 0) + people.length) % people.length);
    else if (event.key === "Enter" && active >= 0) pick(people[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
  // Else the field would lose the focus, and the list with it.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const person = people[[...list.children].indexOf(event.target.closest("[role=option]"))];
    if (person) pick(person);
  });
}

function wordsFor({ name, email, source }) {
  return name ? [name, `${email}, ${sources[source]}`] : [email, sources[source]];
}

/** Lines of plain text: names are whatever somebody typed. */
function option(lines, { isNote = false } = {}) {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  if (isNote) item.setAttribute("aria-disabled", "true");
  item.append(
    ...lines.map((line) => {
      const part = document.createElement("span");
      part.dir = "auto";
      part.textContent = line;
      return part;
    }),
  );
  return item;
}

/** The line of a text in which the cursor stands. */
function lineAt({ value, selectionStart }) {
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const end = (value + "\n").indexOf("\n", selectionStart);
  return { start, end, text: value.slice(start, end) };
}

function fillLine(field, text) {
  const { start, end } = lineAt(field);
  field.setRangeText(text, start, end, "end");
}
