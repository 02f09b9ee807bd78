import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings } from "~db/schema";
import { findBookingByUid } from "~/domain/bookings/bookings.server";
import * as meetingRoute from "~/routes/meeting.$uid._index";
import * as moveRoute from "~/routes/meeting.$uid.reschedule";
import { createBooking } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";
import { hostIn, teamOffer, uidIn } from "./team-offer";

describe("the page of a team", () => {
  it("offers the times of the team, and names it and its members", async () => {
    const { eventType, owner, ada, bo, team, open } = await teamOffer();
    await createBooking(eventType, { start: inOslo(10), hostId: owner.id });
    const { status, body } = await open(`?date=${new Date(inOslo(10)).toISOString().slice(0, 10)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "open", offer: { team: { name: team.name, slug: team.slug } } });
    if (body.state !== "open") throw new Error(body.state);
    expect(body.offer.hosts.map(({ name }) => name).sort()).toEqual([ada.name, bo.name]);
    expect(body.choice!.slots, "the owner's time is not asked for").toContain(inOslo(10));
  });

  it("books one of the team, and never a host of the event type who is not in it", async () => {
    const { ada, bo, send } = await teamOffer();
    const hosts = [await hostIn(await send()), await hostIn(await send("", { email: "mei@example.com" }))];
    expect(hosts.sort()).toEqual([ada.id, bo.id].sort());
    const third = await send("", { email: "third@example.com" });
    expect([third.status, third.body]).toMatchObject([409, { outcome: "taken", values: { notes: ["Bring maps"] } }]);
  });

  it("offers other times of the team alone when the time has just been taken", async () => {
    const { eventType, ada, bo, owner, send } = await teamOffer();
    for (const host of [ada, bo]) {
      await createBooking(eventType, { start: inOslo(9), minutes: 120, hostId: host.id });
    }
    const { body } = await send();
    if (body.outcome !== "taken") throw new Error(body.outcome);
    expect(body.taken.sameDay).not.toContain(inOslo(10, 30));
    expect(body.taken.alternatives[0]!.start).toBe(inOslo(11));
    expect(await db.$count(bookings, eq(bookings.hostId, owner.id))).toBe(0);
  });

  it("with members is of them alone, whoever else is free", async () => {
    const { eventType, ada, bo, open, send } = await teamOffer();
    await createBooking(eventType, { start: inOslo(14), hostId: bo.id });
    const { body } = await open(`?members=${bo.id}`);
    if (body.state !== "open") throw new Error(body.state);
    expect(body.offer.hosts).toEqual([{ name: bo.name, timezone: bo.timezone }]);
    const asked = await open(`?members=${bo.id}&time=${new Date(inOslo(14)).toISOString()}`);
    expect(asked.body).toMatchObject({ start: null, refused: { code: "claimed" } });
    const whole = await open(`?time=${new Date(inOslo(14)).toISOString()}`);
    expect(whole.body).toMatchObject({ start: inOslo(14) });
    expect(await hostIn(await send(`?members=${bo.id}`))).toBe(bo.id);
    expect(await hostIn(await send(`?members=${ada.id}`, { email: "mei@example.com" }))).toBe(ada.id);
    const refused = await send(`?members=${bo.id}`, { email: "third@example.com" });
    expect(refused).toMatchObject({ status: 409, body: { outcome: "taken" } });
  });

  it("of all hands offers what suits all who are named, and books them all", async () => {
    const { eventType, ada, bo, open, send } = await teamOffer({ assignmentType: "all_hands" });
    await createBooking(eventType, { start: inOslo(14), hostId: bo.id });
    const at = `time=${new Date(inOslo(14)).toISOString()}`;
    expect((await open(`?${at}`)).body).toMatchObject({ start: null, offer: { needsEverybody: true } });
    expect((await open(`?members=${ada.id}&${at}`)).body).toMatchObject({ start: inOslo(14) });
    const done = await send();
    const uid = uidIn(done);
    const { attendees } = (await findBookingByUid(uid))!;
    const hosts = attendees.filter(({ kind }) => kind === "host").map(({ userId }) => userId);
    expect(hosts.sort()).toEqual([ada.id, bo.id].sort());
  });

  it("gives a meeting a host who keeps it when it moves, and whose times alone it is then offered", async () => {
    const { eventType, owner, ada, bo, send } = await teamOffer();
    for (const host of [owner, bo]) await createBooking(eventType, { start: inOslo(14), hostId: host.id });
    await createBooking(eventType, { start: inOslo(15), hostId: ada.id });
    const done = await send(`?members=${ada.id}`);
    const uid = uidIn(done);
    const at = (hour: number) => new Date(inOslo(hour)).toISOString();
    const weighed = async (hour: number) =>
      (await get(moveRoute, `/meeting/${uid}/reschedule?time=${at(hour)}`, { params: { uid } })).body;
    expect(await weighed(14)).toMatchObject({ state: "open", start: inOslo(14) });
    expect(await weighed(15)).toMatchObject({ start: null, refused: { code: "claimed" } });
    const moved = await postForm(moveRoute, `/meeting/${uid}/reschedule`, { start: at(14) }, { params: { uid } });
    expect(moved.status).toBe(303);
    expect(await findBookingByUid(uid)).toMatchObject({ hostId: ada.id, start: inOslo(14) });
    const shown = await get(meetingRoute, `/meeting/${uid}`, { params: { uid } });
    expect(shown.body).toMatchObject({ meeting: { hosts: [{ name: ada.name, timezone: ada.timezone }] } });
  });

  it("takes ids in capitals, and one that is named twice once", async () => {
    const { ada, bo, open, send } = await teamOffer();
    const query = `?members=${ada.id.toUpperCase()},${bo.id}, ${ada.id}&members=${bo.id}`;
    const { status, body } = await open(query);
    expect([status, body]).toMatchObject([200, { kept: { members: `${ada.id},${bo.id}` } }]);
    expect((await send(query)).status).toBe(303);
  });

  it("never shows an address of a host", async () => {
    const { owner, ada, bo, open, send } = await teamOffer();
    const texts = [(await open()).text, (await send()).text, (await open(`?members=${owner.id}`)).text];
    for (const { email } of [owner, ada, bo]) for (const text of texts) expect(text).not.toContain(email);
  });
});
