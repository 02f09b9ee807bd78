import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const { google, microsoft, reset, stop } = await startProviders();
const { runJobs } = await import("../../support/jobs");
const { googleHost, microsoftHost } = await import("../../support/synced-calendars");
const { bookAt, reread, writesOf, writing } = await import("../../support/written-calendars");
const { inOslo } = await import("../../support/orders");
const { get, postForm } = await import("../../support/requests");
const { signIn } = await import("../../support/factories");
const { cancel } = await import("~/domain/bookings/cancel.server");
const { reschedule } = await import("~/domain/bookings/reschedule.server");
const { putBack } = await import("~/domain/calendars/host-change.server");
const details = await import("~/routes/booking.bookings.$id._index");
const putBackPage = await import("~/routes/booking.bookings.$id.calendar-events.$eventId.put-back");

beforeEach(reset);
afterAll(stop);

const providers = {
  google: () => googleHost(google, writing),
  microsoft: () => microsoftHost(microsoft, writing),
};
type Name = keyof typeof providers;

const hour = 3_600_000;

/** A booking at ten that stands in its host's calendar, which was read since. */
async function entered(name: Name) {
  const host = await providers[name]();
  const booking = await bookAt(host, 10);
  await runJobs();
  await host.sync(Date.now() + 1000);
  const [event] = host.calendar.events();
  const change = async () => {
    const [{ hostChange, hostStart } = { hostChange: null, hostStart: null }] = await writesOf(booking);
    return [hostChange, hostStart?.getTime() ?? null];
  };
  return { host, booking, eventId: event!.id, change };
}

type Entered = Awaited<ReturnType<typeof entered>>;

function moveTo(name: Name, { host, eventId }: Entered, start: number, minutes = 30) {
  const at = (ms: number) => new Date(ms).toISOString().replace(".000Z", name === "google" ? "Z" : "");
  const zone = name === "google" ? {} : { timeZone: "UTC" };
  const end = start + minutes * 60_000;
  const patch = { start: { dateTime: at(start), ...zone }, end: { dateTime: at(end), ...zone } };
  (host.calendar.changeEvent as (id: string, patch: object) => unknown)(eventId, patch);
}

const startsOf = ({ host }: Entered) =>
  host.calendar.events().map(({ start }) => {
    const text = start!.dateTime!;
    return Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  });

describe.each(["google", "microsoft"] as const)("an event that its host moves in their %s calendar", (name) => {
  it("is noticed, blocks where it is now, and changes nothing of the booking", async () => {
    const one = await entered(name);
    expect([await one.change(), await one.host.blocks()]).toEqual([[null, null], []]);
    moveTo(name, one, inOslo(15));
    await one.host.sync(Date.now() + 2000);
    expect(await one.change()).toEqual(["moved", inOslo(15)]);
    expect(await one.host.blocks()).toHaveLength(1);
    expect((await reread(one.booking)).start).toBe(inOslo(10));
    moveTo(name, one, inOslo(10));
    await one.host.sync(Date.now() + 3000);
    expect([await one.change(), await one.host.blocks()]).toEqual([[null, null], []]);
  });

  it("is followed by moving the booking, in whose way it does not stand itself", async () => {
    const one = await entered(name);
    moveTo(name, one, inOslo(15));
    await one.host.sync(Date.now() + 2000);
    const actor = { kind: "user" as const, userId: one.host.owner.id };
    const moved = await reschedule({ booking: one.booking, start: inOslo(15), actor, now: Date.now() });
    expect(moved.ok).toBe(true);
    await runJobs();
    expect([await one.change(), startsOf(one)]).toEqual([[null, null], [inOslo(15)]]);
    await one.host.sync(Date.now() + 3000);
    expect([await one.change(), await one.host.blocks()]).toEqual([[null, null], []]);
  });

  it("is put back", async () => {
    const one = await entered(name);
    moveTo(name, one, inOslo(15));
    await one.host.sync(Date.now() + 2000);
    const [write] = await writesOf(one.booking);
    const wish = {
      booking: one.booking,
      eventId: write!.id,
      actor: { kind: "user" as const, userId: one.host.owner.id },
    };
    expect(await putBack(wish)).toEqual({ ok: true });
    expect(await putBack(wish)).toEqual({ ok: false, reason: "nothing_to_do" });
    await runJobs();
    expect([await one.change(), startsOf(one)]).toEqual([[null, null], [inOslo(10)]]);
  });

  it("goes where an invitee moves the booking meanwhile", async () => {
    const one = await entered(name);
    moveTo(name, one, inOslo(15));
    await one.host.sync(Date.now() + 2000);
    await reschedule({ booking: one.booking, start: inOslo(13), actor: { kind: "invitee" }, now: Date.now() });
    await runJobs();
    expect([await one.change(), startsOf(one)]).toEqual([[null, null], [inOslo(13)]]);
  });
});

describe.each(["google", "microsoft"] as const)("an event that its host deletes in their %s calendar", (name) => {
  it("is noticed, and the booking stands", async () => {
    const one = await entered(name);
    one.host.calendar.removeEvent(one.eventId);
    await one.host.sync(Date.now() + 2000);
    expect(await one.change()).toEqual(["deleted", null]);
    expect((await reread(one.booking)).status).toBe("confirmed");
  });

  it("is not made again behind their back when the booking is moved", async () => {
    const one = await entered(name);
    one.host.calendar.removeEvent(one.eventId);
    await one.host.sync(Date.now() + 2000);
    await reschedule({ booking: one.booking, start: inOslo(13), actor: { kind: "invitee" }, now: Date.now() });
    await runJobs();
    expect([await one.change(), startsOf(one)]).toEqual([["deleted", null], []]);
  });

  it("is noticed by a write too, before any reading", async () => {
    const one = await entered(name);
    one.host.calendar.removeEvent(one.eventId);
    await reschedule({ booking: one.booking, start: inOslo(13), actor: { kind: "invitee" }, now: Date.now() });
    await runJobs();
    expect([await one.change(), startsOf(one)]).toEqual([["deleted", null], []]);
  });

  it("is put back, once, as another event", async () => {
    const one = await entered(name);
    one.host.calendar.removeEvent(one.eventId);
    await one.host.sync(Date.now() + 2000);
    const [write] = await writesOf(one.booking);
    const { cookie } = await signIn(one.host.owner);
    const params = { id: one.booking.id, eventId: write!.id };
    for (const _ of [1, 2]) {
      const url = `/booking/bookings/${params.id}/calendar-events/${params.eventId}/put-back`;
      const done = await postForm(putBackPage, url, {}, { cookie, params });
      expect(done.status).toBe(303);
    }
    await runJobs();
    expect([await one.change(), startsOf(one)]).toEqual([[null, null], [inOslo(10)]]);
    await one.host.sync(Date.now() + 3000);
    expect(await one.change()).toEqual([null, null]);
  });

  it("is nothing to tell of once the booking is cancelled", async () => {
    const one = await entered(name);
    one.host.calendar.removeEvent(one.eventId);
    await cancel({ booking: one.booking, reason: "", actor: { kind: "invitee" }, now: Date.now() });
    await runJobs();
    await one.host.sync(Date.now() + 2000);
    expect(await one.change()).toEqual([null, null]);
  });
});

describe("the booking's page", () => {
  it("says what its host did, with a way to follow and a way back", async () => {
    const one = await entered("google");
    moveTo("google", one, inOslo(15));
    await one.host.sync(Date.now() + 2000);
    const { cookie } = await signIn(one.host.owner);
    const page = await get(details, `/booking/bookings/${one.booking.id}`, { cookie, params: { id: one.booking.id } });
    expect(page.body.writes).toMatchObject([
      { hostChange: "moved", hostStart: inOslo(15), hostEnd: inOslo(15) + hour / 2 },
    ]);
  });
});
