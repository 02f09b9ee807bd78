// What pages gain with JavaScript. Every page is complete without it.

offerCopying();
sendOnce();
tellZone();
focusErrors();

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
