import { describe, expect, it } from "vitest";
import { formatDate } from "~/domain/availability/calendar-days";
import { hostIdsOf } from "~/domain/bookings/booking";
import { findBooking } from "~/domain/bookings/bookings.server";
import { isoInstant } from "~/domain/time";
import * as route from "~/routes/booking.bookings.new";
import {
  addMember,
  createBooking,
  createEventType,
  createTeam,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { postForm } from "../../support/requests";
import { address, bookingsOf, idOf, mei, openPage, pageOf, ten } from "./quick-book-studio";

async function studio(assignmentType: "round_robin" | "collective" | "all_hands") {
  const { workspace, owner } = await createWorkspace();
  const [amara, ines] = [await addMember(workspace), await addMember(workspace)];
  const hosts = [{ id: owner.id, priority: 9 }, { id: amara.id }, { id: ines.id }];
  const eventType = await createEventType(workspace, { owner, hosts, isTeamEvent: true, assignmentType });
  return { workspace, owner, amara, ines, eventType };
}

async function send(user: { id: string }, query: string, fields: Record<string, string> = {}) {
  return postForm(route, `${address}?${query}&start=${mei.start}`, { ...mei, ...fields }, await signIn(user));
}

describe("booking for somebody with chosen members", () => {
  it("asks for one of them, where one is enough", async () => {
    const { owner, amara, ines, eventType } = await studio("collective");
    const query = `event=${eventType.id}&members=${amara.id},${ines.id}`;
    const page = await openPage(owner, query);
    expect(page).toMatchObject({ areNamed: true, areRefused: false, hostId: null });
    expect(page.hosts.map(({ value }) => value).sort()).toEqual([amara.id, ines.id].sort());
    expect(page.offer.hosts).toHaveLength(2);

    await createBooking(eventType, { start: ten, hostId: amara.id });
    await send(owner, query);
    const made = (await bookingsOf(eventType)).find(({ inviteeEmail }) => inviteeEmail === mei.email);
    expect(made?.hostId).toBe(ines.id);
    expect((await openPage(owner, `${query}&start=${mei.start}`)).refused?.code).toBe("claimed");
  });

  it("asks for all of them, where all are needed", async () => {
    const { workspace, owner, amara, ines, eventType } = await studio("all_hands");
    await createBooking(eventType, { start: ten, hostId: owner.id });
    const query = `event=${eventType.id}&members=${amara.id},${ines.id}`;
    expect(await openPage(owner, `${query}&start=${mei.start}`)).toMatchObject({ start: ten, hosts: [] });
    const sent = await send(owner, query);
    const booking = (await findBooking(workspace.id, idOf(sent.headers.get("Location"))))!;
    expect(hostIdsOf(booking).sort()).toEqual([amara.id, ines.id].sort());
  });

  it("asks for a team, and for one of it alone", async () => {
    const { workspace, owner, eventType } = await studio("round_robin");
    const [rin, sol] = [await addMember(workspace), await addMember(workspace)];
    const { slug } = await createTeam(workspace, [rin, sol]);
    const query = `event=${eventType.id}&team=${slug}`;
    expect((await openPage(owner, query)).hosts.map(({ value }) => value).sort()).toEqual([rin.id, sol.id].sort());
    await send(owner, query, { host: sol.id });
    expect((await bookingsOf(eventType)).map(({ hostId }) => hostId)).toEqual([sol.id]);
    expect((await send(owner, query, { host: owner.id, start: isoInstant(inOslo(12)) })).status).toBe(409);
  });

  it("goes back for another time with them", async () => {
    const { owner, amara, ines, eventType } = await studio("round_robin");
    const members = `${amara.id},${ines.id}`;
    const sent = await send(owner, `event=${eventType.id}&members=${members}`, { intent: "times" });
    const url = new URL(sent.headers.get("Location")!, "http://localhost");
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ members, date: formatDate(wednesday) });
  });

  it("says when they cannot be had, takes no time then, and books nobody else in their place", async () => {
    const { workspace, owner, amara, eventType } = await studio("round_robin");
    const stranger = await addMember(workspace);
    for (const wish of [`members=${amara.id},${stranger.id}`, "team=nobody", `team=nobody&members=${amara.id}`]) {
      const query = `event=${eventType.id}&${wish}`;
      const page = await openPage(owner, `${query}&start=${mei.start}`);
      expect(page, wish).toMatchObject({ areRefused: true, areNamed: false, start: null });
      expect(page.kept, wish).toMatchObject({ team: null, members: null });
      const sent = await send(owner, query);
      expect([sent.status, sent.body]).toMatchObject([
        409,
        { errors: [{ path: "host" }], values: { name: [mei.name] } },
      ]);
    }
    expect(await bookingsOf(eventType)).toEqual([]);
  });

  it("offers first the event types that they hold, with the day that was asked for", async () => {
    const { workspace, owner, amara, ines, eventType } = await studio("round_robin");
    const own = await createEventType(workspace, { owner: amara });
    const idsFor = async (query: string) => {
      const page = await pageOf(owner, query);
      if (page.state !== "choose") throw new Error(page.state);
      return { ids: page.choices.map(({ id }) => id).sort(), date: page.date };
    };
    const date = formatDate(wednesday);
    expect(await idsFor(`members=${amara.id},${ines.id}&date=${date}`)).toEqual({ ids: [eventType.id], date });
    expect((await idsFor(`members=${amara.id}`)).ids).toEqual([eventType.id, own.id].sort());
    const stranger = await addMember(workspace);
    expect((await idsFor(`members=${stranger.id}`)).ids).toHaveLength(2);
    const { slug } = await createTeam(workspace, [stranger]);
    expect((await idsFor(`team=${slug}`)).ids).toEqual([eventType.id]);
  });
});
