import express from "express";
import type { AddressInfo } from "node:net";

type Shown = { id: string; title: string; start: string; end: string; link: string | null };

/** A calendar of a stand-in, as its owner sees it in the provider's own program. `start` and `end`: local text. */
export type ViewedCalendar = {
  title: string;
  list(): Shown[];
  /** An hour later. */
  move(id: string): void;
  remove(id: string): void;
};

/**
 * The pages of the people's own calendar programs, in one: what stands in each calendar, and buttons that do there what its
 * owner would do, without Meridian.
 */
export async function startCalendarViewer(calendars: ViewedCalendar[], port = 0) {
  const app = express();
  app.get("/", (_, response) => void response.send(page(calendars)));
  app.post("/:calendar/:id/:deed", ({ params }, response) => {
    const calendar = calendars[Number(params.calendar)];
    if (calendar?.list().some(({ id }) => id === params.id)) {
      if (params.deed === "move") calendar.move(params.id);
      if (params.deed === "remove") calendar.remove(params.id);
    }
    response.redirect(303, "/");
  });
  const server = app.listen(port, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function page(calendars: ViewedCalendar[]) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Calendars of the stand-ins</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
table{width:100%;border-collapse:collapse;margin-bottom:2rem}td,th{text-align:start;padding:.4rem .8rem .4rem 0;border-top:1px solid #8886}
form{display:inline}button{font:inherit;padding:.3rem .7rem;min-height:2.4rem}</style>
<h1>Calendars of the stand-ins</h1>
<p>What Google and Microsoft would show to the owners of these calendars.</p>
${calendars.map(section).join("")}</html>`;
}

function section(calendar: ViewedCalendar, at: number) {
  const events = calendar.list();
  const rows = events.map(({ id, title, start, end, link }) => {
    const to = (deed: string) => `/${at}/${encodeURIComponent(id)}/${deed}`;
    const name = escaped(title);
    return `<tr><td>${escaped(start)}<br>${escaped(end)}</td><td>${name}${link ? `<br>${escaped(link)}` : ""}</td><td>
<form method="post" action="${to("move")}"><button aria-label="An hour later: ${name}">An hour later</button></form>
<form method="post" action="${to("remove")}"><button aria-label="Delete: ${name}">Delete</button></form></td></tr>`;
  });
  const body = rows.length > 0 ? `<table>${rows.join("")}</table>` : "<p>Nothing.</p>";
  return `<section aria-label="${escaped(calendar.title)}"><h2>${escaped(calendar.title)}</h2>${body}</section>`;
}

function escaped(text: string) {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
