import { openCoaches } from "./coach-rows";
import { helpPages } from "./help-pages";
import { openByLink } from "./public-link-rows";
import { route, type Row } from "./row";
import { v2Open } from "./v2-rows";
import type { World } from "./world";

const offer = async (world: World) => ({ workspace: world.workspace.slug, event: (await world.eventType()).slug });
const teamOffer = async (world: World) => ({
  workspace: world.workspace.slug,
  event: (await world.teamEvent()).slug,
  team: (await world.team()).slug,
});
const meeting = async (world: World) => ({ uid: (await world.booking()).uid });
const invitation = async (world: World) => ({ token: (await world.invitation()).token });
const noToken = () => ({ token: "x" });
const api = async (world: World) => ({ ws: world.workspace.slug, event: (await world.eventType()).slug });

/** What needs no account: its address is all that has to be known. */
export const open: Row[] = [
  route("$", [["GET", "page for everybody", 404]]),
  route("_index", [["GET", "page of visitors", 200]]),
  route("api.$", [
    ["GET", "call for everybody", 404],
    ["POST", "call for everybody", 404],
  ]),
  ...v2Open,
  route("api.openapi[.]json", [["GET", "call for everybody", 200]]),
  route("api.openapi[.]cal[.]json", [["GET", "call for everybody", 200]]),
  route("healthz", [["GET", "page for everybody", 200]]),
  route("readyz", [["GET", "page for everybody", 200]]),
  route("bookings.health", [["GET", "page for everybody", 200]]),
  ...helpPages,
  ...openCoaches,
  route("dev.mail", [["GET", "page for everybody", 200]]),
  route("dev.mail_.$id.html", [["GET", "page for everybody", 404]], { at: () => ({ id: "x" }) }),
  route("dev.mail_.$id.ics", [["GET", "page for everybody", 404]], { at: () => ({ id: "x" }) }),

  route("login", [
    ["GET", "page of visitors", 200],
    ["POST", "page for everybody", 400],
  ]),
  route("signup", [
    ["GET", "page of visitors", 200],
    ["POST", "page for everybody", 400],
  ]),
  route("logout", [
    ["GET", "page of who is signed in", 200],
    ["POST", "page for everybody", 303],
  ]),
  // Without a client id, a way to a provider leads back to the sign-in.
  ...["auth.google._index", "auth.google.callback", "auth.microsoft._index", "auth.microsoft.callback"].map((file) =>
    route(file, [["GET", "page for everybody", 303]]),
  ),
  route("auth.link", [
    ["GET", "page for everybody", 303],
    ["POST", "page for everybody", 303],
  ]),
  route("forgot", [["POST", "page for everybody", 400]]),
  route(
    "reset.$token",
    [
      ["GET", "page for everybody", 404],
      ["POST", "page for everybody", 400],
    ],
    { at: noToken },
  ),
  route(
    "verify.$token",
    [
      ["GET", "page for everybody", 404],
      ["POST", "page for everybody", 303],
    ],
    { at: noToken },
  ),
  route(
    "invite.$token",
    [
      ["GET", "page for everybody", 200],
      ["POST", "page of an account", 303],
    ],
    { at: invitation },
  ),
  route(
    "rsvp.$token",
    [
      ["GET", "page for everybody", 404],
      ["POST", "page for everybody", 404],
    ],
    { at: noToken },
  ),

  route("book.$workspace._index", [["GET", "page for everybody", 200]], { at: offer }),
  ...["book.$workspace.$event._index", "book.$workspace.$event.ask"].map((file) =>
    route(
      file,
      [
        ["GET", "page for everybody", 200],
        ["POST", "page for everybody", 400],
      ],
      { at: offer },
    ),
  ),
  route(
    "book.$workspace.$event.team.$team",
    [
      ["GET", "page for everybody", 200],
      ["POST", "page for everybody", 400],
    ],
    { at: teamOffer },
  ),
  ...openByLink,
  route("meeting.$uid._index", [["GET", "page for everybody", 200]], { at: meeting }),
  route("meeting.$uid.calendar[.]ics", [["GET", "page for everybody", 200]], { at: meeting }),
  route(
    "meeting.$uid.cancel",
    [
      ["GET", "page for everybody", 200],
      ["POST", "page for everybody", 303],
    ],
    { at: meeting },
  ),
  route(
    "meeting.$uid.reschedule",
    [
      ["GET", "page for everybody", 200],
      ["POST", "page for everybody", 400],
    ],
    { at: meeting },
  ),

  route("api.v1.booking.calendars.callback.$provider", [["GET", "call for everybody", 303]], {
    at: () => ({ provider: "google" }),
  }),
  route("api.v1.auth.login", [["POST", "call for everybody", 400]]),
  route("api.v1.auth.register", [["POST", "call for everybody", 400]]),
  route("api.v1.bookings.health", [["GET", "call for everybody", 200]]),
  route("api.v1.dev.outbox", [["GET", "call for everybody", 200]]),
  ...["google", "microsoft._index", "microsoft.lifecycle"].flatMap((file) =>
    route(`api.v1.calendar-notices.${file}`, [["POST", "call for everybody", 202]]),
  ),
  route("api.v1.public.book.$ws._index", [["GET", "call for everybody", 200]], { at: api }),
  route("api.v1.public.book.$ws.teams", [["GET", "call for everybody", 200]], { at: api }),
  route("api.v1.public.book.$ws.team.$team", [["GET", "call for everybody", 200]], {
    at: async (world) => ({ ws: world.workspace.slug, team: (await world.team()).slug }),
  }),
  route("api.v1.public.book.$ws.$event.slots", [["GET", "call for everybody", 200]], {
    at: api,
    query: () => ({ from: "2027-01-04", to: "2027-01-05", timezone: "UTC" }),
  }),
  route("api.v1.public.book.$ws.$event.book", [["POST", "call for everybody", 400]], { at: api }),
  route("api.v1.booking.rsvp.$token", [["GET", "call for everybody", 404]], { at: noToken }),
  route("api.v1.booking.rsvp.$token.respond", [["POST", "call for everybody", 404]], {
    at: noToken,
    body: () => ({ response: "accept" }),
  }),
].flat();
