import { createEventType } from "../../../support/factories";
import { aQuestion, createLink, createOneTimeLink, createTemplate } from "../../../support/links";
import { inOslo, wednesday } from "../../../support/orders";
import type { World } from "../../rights/world";
import { at, type ContractRow } from "./row";

const template = ({ workspace, users }: World) =>
  createTemplate({ workspaceId: workspace.id, ownerId: users.owner.id }, [
    aQuestion(),
    aQuestion({ id: "how", type: "select", label: "How did you find us?", options: ["A friend", "The fair"] }),
  ]);

/** An event type that asks something. */
async function asking(world: World) {
  const { id: templateId } = await template(world);
  return createEventType(world.workspace, { owner: world.users.owner, templateId });
}

/** One for Mei, made from a link for everybody. */
async function oneTime(world: World) {
  const eventType = await asking(world);
  const { id: linkId } = await createLink(eventType);
  return createOneTimeLink(eventType, { linkId, expiresAt: new Date(inOslo(9)) });
}

const link = async (world: World) => (await createLink(await asking(world))).id;
const token = async (world: World) => (await createLink(await asking(world))).token;
const inOurs = { query: ({ workspace }: World) => ({ workspace: workspace.slug }) };

const settings = {
  durations: [15, 30],
  business_hours: [{ weekday: "monday", start: "09:00", end: "12:00" }],
  excluded_dates: ["2026-12-24"],
  timezone: "Europe/Oslo",
};

const invitee = { timezone: "Asia/Tokyo", name: "Mei Tanaka", email: "mei@example.com" };
let halfHours = 0;

const begin = "/api/v1/bookings";

export const linkRows: ContractRow[] = [
  ...at(`${begin}/health`, {}, [["GET", 200, { as: "nobody" }]]),
  ...at(`${begin}/links`, {}, [
    ["POST", 201, { body: () => ({ title: "Coffee chat", settings }) }],
    ["GET", 200, inOurs],
  ]),
  ...at(`${begin}/links/{id}`, { id: link }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ settings: { business_hours: null, max_per_day: 3 } }) }],
    ["DELETE", 204],
  ]),
  ...at(`${begin}/links/{id}:duplicate`, { id: link }, [["POST", 201]]),
  ...at(`${begin}/links/{id}:toggle`, { id: link }, [["POST", 200]]),
  ...at(`${begin}/links/{id}/analytics`, { id: link }, [
    ["GET", 200, { query: () => ({ from: "2026-11-01", to: "2026-11-03" }) }],
  ]),
  ...at(`${begin}/links/{id}/one-time`, { id: link }, [
    [
      "POST",
      201,
      {
        body: () => ({
          recipient_email: "mei@example.com",
          slots: [new Date(inOslo(9, 30, wednesday + 2)).toISOString()],
        }),
      },
    ],
    ["GET", 200],
  ]),
  ...at(`${begin}/links/{id}/one-time`, { id: async (world) => (await oneTime(world)).linkId! }, [["GET", 200]]),
  ...at(`${begin}/one-time/{id}`, { id: async (world) => (await oneTime(world)).id }, [
    ["GET", 200],
    ["DELETE", 204],
  ]),
  ...at(`${begin}/templates`, {}, [
    ["POST", 201, { body: () => ({ name: "Intake", questions: [{ type: "text", label: "Your company" }] }) }],
    ["GET", 200, inOurs],
  ]),
  ...at(`${begin}/templates/{id}`, { id: async (world) => (await template(world)).id }, [
    ["GET", 200],
    ["PATCH", 200, { body: () => ({ email_followup_enabled: true }) }],
    ["DELETE", 204],
  ]),
  ...at(`${begin}/contacts`, {}, [["GET", 200, { query: () => ({ q: "tanaka" }) }]]),
  ...at(`${begin}/public/{token}`, { token }, [["GET", 200, { as: "nobody" }]]),
  ...at(`${begin}/public/{token}`, { token: async (world) => (await oneTime(world)).token }, [
    ["GET", 200, { as: "nobody" }],
  ]),
  ...at(`${begin}/public/{token}/availability`, { token }, [
    ["GET", 200, { as: "nobody", query: () => ({ from: "2026-11-30", to: "2026-12-31", timezone: "Asia/Tokyo" }) }],
  ]),
  ...at(`${begin}/public/{token}/book`, { token }, [["POST", 201, { as: "nobody", body: () => aBooking() }]]),
];

function aBooking() {
  return { ...invitee, start: new Date(inOslo(9, 30 * halfHours++, wednesday + 1)).toISOString() };
}
