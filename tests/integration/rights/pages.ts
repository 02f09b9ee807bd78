import { scheduleForm } from "../../support/schedule-pages";
import { unique } from "../../support/unique";
import { analyticsPages } from "./analytics-rows";
import { apiKeyPages } from "./api-key-rows";
import { calendarPages } from "./calendar-pages";
import { coachPages } from "./coach-pages";
import { linkPages } from "./link-rows";
import { oneTimePages } from "./one-time-rows";
import type { Guard, Person } from "./people";
import { route, type Row } from "./row";
import { templatePages } from "./template-rows";
import type { World } from "./world";

const ours = async (world: World) => ({ id: (await world.eventType()).id });
const booking = async (world: World) => ({ id: (await world.booking()).id });
const schedule = async (world: World) => ({ id: (await world.schedule()).id });
const team = async (world: World) => ({ id: (await world.team()).id });
const colleague = async (world: World) => ({ userId: (await world.colleague()).id });
const oneself = ({ users }: World, person: Person) => ({ userId: person === "nobody" ? "x" : users[person].id });
const deactivated = (world: World) => ({ userId: world.users.deactivated.id });
const nothing = () => ({ id: "00000000-0000-4000-8000-000000000000" });

const eventTypeForm = () => ({
  name: "Route planning",
  slug: `route-${unique()}`,
  duration_minutes: "30",
  "location.type": "google_meet",
  minimum_notice_minutes: "4",
  notice_unit: "hours",
  booking_window_days: "60",
});

/** The pages of one booking: whose it is counts, and the status of a form that is sent empty. */
function meetingPages(guard: Guard, host: (world: World) => World["users"]["owner"]): Row[] {
  const meeting = async (world: World) => ({ id: (await world.booking(host(world))).id });
  const request = async (world: World) => ({ id: (await world.request(host(world))).id });
  const deeds = [
    { deed: "cancel", sent: 303, at: meeting },
    { deed: "notes", sent: 303, at: meeting },
    { deed: "confirm", sent: 303, at: request },
    { deed: "decline", sent: 303, at: request },
    { deed: "no-shows", sent: 409, at: meeting },
    { deed: "reassign", sent: 400, at: meeting },
    { deed: "reschedule", sent: 400, at: meeting },
  ];
  return [
    route("booking.bookings.$id._index", [["GET", guard, 200]], { at: meeting }),
    ...deeds.map(({ deed, sent, at }) =>
      route(
        `booking.bookings.$id.${deed}`,
        [
          ["GET", guard, 200],
          ["POST", guard, sent],
        ],
        { at },
      ),
    ),
  ].flat();
}

/** The pages of hosts. */
export const pages: Row[] = [
  route("booking", [["GET", "page of an account", 200]]),
  route("booking._index", [["GET", "day of hosts", 200]]),
  route("booking.troubleshoot", [["GET", "page of hosts", 200]]),
  route("booking.team-calendar", [["GET", "page of hosts", 200]]),

  route("booking.availability._index", [["GET", "page of hosts", 302]]),
  route("booking.availability.new", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route(
    "booking.availability.$id._index",
    [
      ["GET", "page about nobody else's", 200],
      ["POST", "page about nobody else's", 303, { body: () => scheduleForm([["0", "09:00", "17:00"]]) }],
    ],
    { at: schedule },
  ),
  route(
    "booking.availability.$id.delete",
    [
      ["GET", "page about nobody else's", 200],
      ["POST", "page about nobody else's", 303],
    ],
    { at: schedule },
  ),

  route("booking.event-types._index", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route("booking.event-types.new", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route(
    "booking.event-types.$id._index",
    [
      ["GET", "page about our own", 200],
      ["POST", "page about our own, for admins", 303, { body: eventTypeForm }],
    ],
    { at: ours },
  ),
  route(
    "booking.event-types.$id.delete",
    [
      ["GET", "page about our own, for admins", 200],
      ["POST", "page about our own, for admins", 303],
    ],
    { at: ours },
  ),

  route("booking.bookings._index", [["GET", "page of hosts", 200]]),
  route("booking.bookings.export[.]csv", [["GET", "page of hosts", 200]]),
  route("booking.bookings.new", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 409],
  ]),
  route("booking.bookings.cancel-day._index", [
    ["GET", "page of hosts", 200],
    ["POST", "page of hosts", 400],
  ]),
  route("booking.bookings.cancel-day.$id", [["GET", "page of hosts", 404]], { at: nothing }),
  ...meetingPages("page about the owner's", (world) => world.users.owner),
  ...meetingPages("page about the member's", (world) => world.users.member),
  route(
    "booking.bookings.$id.mails.$mailId.send-again",
    [
      ["GET", "page about the owner's", 302],
      ["POST", "page about the owner's", 404],
    ],
    { at: async (world) => ({ ...(await booking(world)), mailId: nothing().id }) },
  ),
  ...["write", "put-back"].map((deed) =>
    route(
      `booking.bookings.$id.calendar-events.$eventId.${deed}`,
      [
        ["GET", "page about the owner's", 302],
        ["POST", "page about the owner's", 303],
      ],
      { at: async (world) => ({ ...(await booking(world)), eventId: nothing().id }) },
    ),
  ),

  ...analyticsPages,
  ...apiKeyPages,
  ...calendarPages,
  ...coachPages,
  ...linkPages,
  ...oneTimePages,
  ...templatePages,
  route("booking.teams._index", [["GET", "page of hosts", 200]]),
  route("booking.teams.new", [
    ["GET", "page of admins", 200],
    ["POST", "page of admins", 400],
  ]),
  route(
    "booking.teams.$id._index",
    [
      ["GET", "page about our own", 200],
      ["POST", "page about our own, for admins", 303, { body: () => ({ name: "Field", slug: `field-${unique()}` }) }],
    ],
    { at: team },
  ),
  route(
    "booking.teams.$id.delete",
    [
      ["GET", "page about our own, for admins", 200],
      ["POST", "page about our own, for admins", 303],
    ],
    { at: team },
  ),
  route("booking.teams.$id.fairness", [["GET", "page about our own", 200]], { at: team }),

  route("booking.settings._index", [
    ["GET", "page of an account", 200],
    ["POST", "page of an account", 400],
  ]),
  route("booking.settings.appearance", [
    ["GET", "page of an account", 200],
    ["POST", "page of an account", 400],
  ]),
  route("booking.settings.password", [
    ["GET", "page of an account", 200],
    ["POST", "page of an account", 400],
  ]),
  route("booking.settings.sessions", [
    ["GET", "page of an account", 200],
    ["POST", "page of an account", 303],
  ]),
  route("booking.settings.verification", [
    ["GET", "page for everybody", 302],
    ["POST", "page of an account", 303],
  ]),
  route("booking.settings.unlink", [
    ["GET", "page for everybody", 302],
    ["POST", "page of an account", 303],
  ]),
  route("booking.settings.workspace", [
    ["GET", "page of hosts", 200],
    ["POST", "page of admins", 400],
  ]),
  route("booking.settings.members._index", [
    ["GET", "page of hosts", 200],
    ["POST", "page of admins", 400],
  ]),
  route(
    "booking.settings.members.$userId._index",
    [
      ["GET", "page about our own, for admins", 200],
      ["POST", "page about our own, for admins", 303, { body: () => ({ role: "admin" }) }],
    ],
    { at: colleague },
  ),
  route(
    "booking.settings.members.$userId.remove",
    [
      ["GET", "page about a member, for admins", 200],
      ["POST", "page about a member, for admins", 303],
    ],
    { at: colleague },
  ),
  route("booking.settings.members.$userId.remove", [["GET", "page of any member", 200]], { at: oneself }),
  route(
    "booking.settings.members.$userId.deactivate",
    [
      ["GET", "page about a member, for admins", 200],
      ["POST", "page about a member, for admins", 303],
    ],
    { at: colleague },
  ),
  route("booking.settings.members.$userId.reactivate", [["GET", "page about our own, for admins", 200]], {
    at: deactivated,
  }),
  route("booking.settings.members.$userId.reactivate", [["POST", "page about our own, for admins", 303]], {
    at: colleague,
  }),
  route("booking.workspaces._index", [
    ["GET", "page of an account", 200],
    ["POST", "page choosing ours", 303, { body: ({ workspace }) => ({ workspace: workspace.id }) }],
  ]),
  route("booking.workspaces.new", [
    ["GET", "page of an account", 200],
    ["POST", "page of an account", 400],
  ]),
].flat();
