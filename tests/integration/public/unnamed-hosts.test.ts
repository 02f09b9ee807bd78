import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingSchedules, notifications } from "~db/schema";
import { TimeRequestPayload } from "~/domain/notifications/notification";
import * as publicApi from "~/routes/api.v1.public.book.$ws._index";
import * as bookApi from "~/routes/api.v1.public.book.$ws.$event.book";
import * as slotsApi from "~/routes/api.v1.public.book.$ws.$event.slots";
import * as askRoute from "~/routes/book.$workspace.$event.ask";
import * as eventRoute from "~/routes/book.$workspace.$event._index";
import * as teamRoute from "~/routes/book.$workspace.$event.team.$team";
import * as workspaceRoute from "~/routes/book.$workspace._index";
import * as meetingRoute from "~/routes/meeting.$uid._index";
import { addMember, createEventType, createTeam, createUser, createWorkspace, unique } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { callApi, get, postForm } from "../../support/requests";
import { uidIn } from "./team-offer";

const anyOf = { isTeamEvent: true, assignmentType: "round_robin" } as const;
const allHands = { isTeamEvent: true, assignmentType: "all_hands" } as const;
const zone = "timezone=Europe/Oslo";
const told = /Zora|Bergström|Kenji|Watanabe/;
const start = new Date(inOslo(14)).toISOString();

/** An event type of Zora and Kenji, or of Zora alone, that does not say whom one will meet. */
async function offer(columns: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const zora = await createUser({ name: "Zora Bergström", timezone: "Europe/Stockholm" });
  const { workspace, owner } = await createWorkspace({ owner: zora });
  const kenji = await addMember(workspace, {
    user: await createUser({ name: "Kenji Watanabe", timezone: "Africa/Harare" }),
  });
  const team = await createTeam(workspace, [owner, kenji], { name: "Harbour desk" });
  const hosts = columns.isTeamEvent ? [owner, kenji] : [owner];
  const eventType = await createEventType(workspace, { owner, hosts, showsHosts: false, ...columns });
  const path = `/book/${workspace.slug}/${eventType.slug}`;
  const params = { workspace: workspace.slug, event: eventType.slug };
  const open = (query = "") => get(eventRoute, `${path}?${zone}${query}`, { params });
  const openTeam = (query = "") =>
    get(teamRoute, `${path}/team/${team.slug}?${zone}${query}`, { params: { ...params, team: team.slug } });
  const openAsk = (query = "") => get(askRoute, `${path}/ask?${zone}${query}`, { params });
  const list = () => get(workspaceRoute, `/book/${workspace.slug}?${zone}`, { params });
  const answers = { timezone: "Europe/Oslo", duration_minutes: "30", name: "Vidya", email: `v-${unique()}@example.in` };
  const send = (fields: Record<string, string> = {}) =>
    postForm(eventRoute, path, { ...answers, start, guests: "", notes: "", ...fields }, { params });
  return { workspace, owner, kenji, team, eventType, path, params, open, openTeam, openAsk, list, answers, send };
}

describe("an event type that does not say whom one will meet", () => {
  it.each([
    ["one host", {}, 1],
    ["any of several", anyOf, 2],
    ["all hands", allHands, 2],
  ])("of %s names nobody, whatever the page", async (_, columns, hostCount) => {
    const { workspace, team, open, openTeam, openAsk, list, send } = await offer(columns);
    const isTeam = hostCount > 1;
    const pages = [
      await open(),
      await open(`&time=${start}`),
      await openAsk(),
      await openAsk("&sent=1"),
      await list(),
      ...(isTeam ? [await openTeam(), await openTeam(`&time=${start}`), await openAsk(`&team=${team.slug}`)] : []),
      await callApi(publicApi, "GET", "/x", { params: { ws: workspace.slug } }),
    ];
    const refused = [await send({ email: "nobody" }), await send({ start: "2020-01-06T10:00:00Z" })];
    expect([...pages, ...refused].map(({ status }) => status)).toEqual([...pages.map(() => 200), 400, 409]);
    for (const { text } of [...pages, ...refused]) {
      expect(text).not.toMatch(told);
      if (isTeam) expect(text).not.toMatch(/Stockholm|Harare/);
    }
    expect((await open()).body).toMatchObject({ offer: { hosts: [], hostCount } });
  });

  it("keeps the team's name, and of one of its members the zone alone", async () => {
    const { openTeam, kenji } = await offer(anyOf);
    const { text, body } = await openTeam(`&members=${kenji.id}`);
    expect(text).not.toMatch(told);
    expect(body).toMatchObject({
      offer: { team: { name: "Harbour desk" }, hosts: [], hostCount: 1, hostZone: "Africa/Harare" },
    });
  });

  it("tells who it is once it is booked", async () => {
    const { send } = await offer();
    const uid = uidIn(await send());
    const { body } = await get(meetingRoute, `/meeting/${uid}`, { params: { uid } });
    expect(body).toMatchObject({ meeting: { hosts: [{ name: "Zora Bergström" }] } });
  });

  it("does not name in the API whoever takes no meetings, where the others are told by name", async () => {
    for (const showsHosts of [false, true]) {
      const { workspace, eventType, kenji } = await offer({ ...anyOf, showsHosts });
      await db.delete(bookingSchedules).where(eq(bookingSchedules.userId, kenji.id));
      const params = { ws: workspace.slug, event: eventType.slug };
      const day = start.slice(0, 10);
      const slots = await callApi(slotsApi, "GET", `/x?from=${day}&to=${day}&members=${kenji.id}`, { params });
      const fields = { name: "Vidya", email: "vidya@example.in", timezone: "UTC", start, members: [kenji.id] };
      const book = await callApi(bookApi, "POST", "/x", { params, body: fields });
      const message = `${showsHosts ? "Kenji Watanabe" : kenji.id} takes no meetings at present.`;
      const refused = { status: 400, body: { errors: [{ path: "members", message }] } };
      expect([slots, book]).toMatchObject([refused, refused]);
    }
  });

  it("writes whoever asks for a time no name or address of who reads it, and tells the host as ever", async () => {
    for (const showsHosts of [false, true]) {
      const { owner, path, params, answers } = await offer({ showsHosts });
      const asked = { ...answers, wish: "Tuesdays", submission_key: crypto.randomUUID() };
      expect((await postForm(askRoute, `${path}/ask`, asked, { params })).status).toBe(303);
      const sentTo = async (recipient: string) =>
        (
          await db
            .select({ payload: notifications.payload })
            .from(notifications)
            .where(eq(notifications.recipient, recipient))
        ).map(({ payload }) => TimeRequestPayload.parse(payload));
      const reader = { hostName: "Zora Bergström", hostEmail: owner.email };
      expect(await sentTo(owner.email)).toMatchObject([reader]);
      const [copy] = await sentTo(answers.email);
      if (showsHosts) expect(copy).toMatchObject(reader);
      else expect(JSON.stringify(copy)).not.toMatch(new RegExp(`${told.source}|${owner.email}`));
    }
  });
});

describe("an event type as it is made", () => {
  it("says on every page whom one will meet", async () => {
    const { open, openTeam, openAsk, list } = await offer({ ...anyOf, showsHosts: undefined });
    for (const { body } of [await open(), await openTeam(), await openAsk()]) {
      if (!("offer" in body) || !body.offer || !("hosts" in body.offer)) throw new Error("There is no offer.");
      expect(body.offer.hosts.map(({ name }) => name).sort()).toEqual(["Kenji Watanabe", "Zora Bergström"]);
    }
    expect((await list()).body.offers[0]!.hosts).toHaveLength(2);
  });
});
