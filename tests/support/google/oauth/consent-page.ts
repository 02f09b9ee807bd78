import type { Answer } from "../../fakes/routes";
import { identityScopes, shortName } from "../scopes";
import type { World } from "../world";
import type { Request } from "./authorize";
import { style } from "./consent-style";

const meanings: Record<string, string> = {
  calendar: "See, edit, share and permanently delete all the calendars you can access",
  "calendar.readonly": "See and download any calendar you can access",
  "calendar.events": "View and edit events on all your calendars",
  "calendar.events.readonly": "View events on all your calendars",
  "calendar.events.owned": "See, create, change and delete events on calendars you own",
  "calendar.events.freebusy": "See the availability on calendars you can access",
  "calendar.freebusy": "View your availability in your calendars",
  "calendar.calendarlist": "See, add and remove calendars you are subscribed to",
  "calendar.calendarlist.readonly": "See the list of calendars you are subscribed to",
  contacts: "See, edit, download and permanently delete your contacts",
  "contacts.readonly": "See and download your contacts",
  "contacts.other.readonly": "See and download contact info saved in your “Other contacts”",
};

/** Plain HTML; works without JavaScript. The form goes back to its own address, so the query stays as it came. */
export function consentPage(world: World, { client, scopes, query }: Request): string {
  const accounts = [...world.accounts.values()];
  const hint = query.get("login_hint")?.toLowerCase();
  const chosen = accounts.find(({ email }) => email === hint) ?? accounts[0];
  const asked = scopes.filter((scope) => !identityScopes.includes(scope));
  const people = accounts.map(
    ({ email, name }) =>
      `<label class="row"><input type="radio" name="account" value="${escape(email)}" required${
        email === chosen?.email ? " checked" : ""
      }><span><b dir="auto">${escape(name)}</b><small>${escape(email)}</small></span></label>`,
  );
  const rights = asked.map(
    (scope) =>
      `<label class="row"><input type="checkbox" name="scope" value="${escape(scope)}" checked><span>${escape(
        meanings[shortName(scope)] ?? shortName(scope),
      )}<small>${escape(shortName(scope))}</small></span></label>`,
  );
  const notes = [
    scopes.length > asked.length && "It sees who you are: your account, and your name and mail address where it asked.",
    asked.length > 0 && "Untick what you do not want to give: the app must cope with it.",
  ];
  const seen = notes.filter(Boolean).join(" ");
  return page(
    "Choose an account and what it allows",
    `<form method="post">
<fieldset><legend>Account</legend>${people.join("") || "<p>There is no account here yet.</p>"}</fieldset>
${rights.length > 0 ? `<fieldset><legend>${escape(client.id)} wants to</legend>${rights.join("")}</fieldset>` : ""}
${seen ? `<p class="note">${seen}</p>` : ""}
<div class="buttons"><button class="quiet" name="decision" value="cancel" formnovalidate>Cancel</button><button name="decision" value="allow">Allow</button></div>
</form>`,
  );
}

export function errorPage(error: string, text: string, status = 400): Answer {
  const title = "Access blocked: this request is invalid";
  return { status, body: page(title, `<p>${escape(text)}</p><p class="note">Error ${status}: ${escape(error)}</p>`) };
}

function page(title: string, content: string) {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – a local stand-in for Google</title><style>${style}</style></head>
<body><main><p class="banner">A local stand-in for Google. Nothing here leaves this machine.</p><h1>${escape(title)}</h1>
${content}</main></body></html>`;
}

function escape(text: string) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
