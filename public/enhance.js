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
    sent.get(form)?.removeAttribute("aria-busy");
    sent.delete(form);
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (sent.has(form)) return event.preventDefault();
    sent.set(form, event.submitter);
    event.submitter?.setAttribute("aria-busy", "true");
    setTimeout(() => release(form), 10_000);
  });
  addEventListener("pageshow", () => [...sent.keys()].forEach(release));
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
