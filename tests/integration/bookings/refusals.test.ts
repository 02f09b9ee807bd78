import { describe, expect, it } from "vitest";
import { formatDate } from "~/domain/availability/calendar-days";
import { refusalSentence } from "~/domain/availability/reasons";
import type { Reason } from "~/domain/availability/slots";
import { isoInstant } from "~/domain/time";
import * as bookRoute from "~/routes/api.v1.public.book.$ws.$event.book";
import * as changeRoute from "~/routes/api.v1.workspaces.$ws.booking.bookings.$id";
import * as hostMoveRoute from "~/routes/booking.bookings.$id.reschedule";
import * as pageRoute from "~/routes/book.$workspace.$event._index";
import * as moveRoute from "~/routes/meeting.$uid.reschedule";
import {
  addMember,
  createBooking,
  createBusyBlock,
  createConnection,
  createEventType,
  createUser,
  createWorkspace,
  signIn,
} from "../../support/factories";
import { inOslo, wednesday } from "../../support/orders";
import { callApi, postForm } from "../../support/requests";

/** The hosts are in Oslo and work from 9 to 17. */
const at = (hour: number, on = wednesday) => inOslo(hour, 0, on);

type Given = Partial<Parameters<typeof createEventType>[1]>;
type Case = { code: Reason; given?: Given; start?: number; booked?: number; busy?: number };

const cases: Case[] = [
  { code: "outside_hours", start: at(7) },
  { code: "excluded_date", given: { excludedDates: [formatDate(wednesday)] } },
  { code: "notice", given: { minimumNoticeMinutes: 30 * 24 * 60 } },
  { code: "window", given: { bookingWindowDays: 1 } },
  { code: "daily_limit", given: { maxPerDay: 1 }, booked: at(15) },
  { code: "weekly_limit", given: { maxPerWeek: 1 }, booked: at(10, wednesday + 1) },
  { code: "claimed", booked: at(10) },
  { code: "busy", busy: at(10) },
];

type Refused = { code: string; reason: string; detail: string; alternatives: unknown[] };

/** Everything that asks for one time, where the obstacle of the case stands in its way. */
async function asking({ given = {}, start = at(10), booked, busy }: Case) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, durationMinutes: 60, ...given });
  const booking = await createBooking(eventType, { start: at(10, wednesday + 14), timezone: "Asia/Tokyo" });
  if (booked) await createBooking(eventType, { start: booked, inviteeName: "Secret Invitee" });
  if (busy)
    await createBusyBlock(await createConnection(workspace, owner, { name: "Secret calendar" }), { start: busy });
  const time = isoInstant(start);
  const person = { start: time, timezone: "Asia/Kolkata", name: "Vidya", email: "vidya@example.in" };
  const session = await signIn(owner);
  const german = { "Accept-Language": "de" };
  const { slug } = workspace;
  const params = { ws: slug, workspace: slug, event: eventType.slug, id: booking.id, uid: booking.uid };
  return {
    eventType,
    book: () => callApi<Refused>(bookRoute, "POST", "/x", { params, body: person }),
    change: () =>
      callApi<Refused>(changeRoute, "PATCH", "/x", { params, token: session.token, body: { start_time: time } }),
    page: () => postForm(pageRoute, "/book/x/y?index", person, { params, headers: german }),
    move: () => postForm(moveRoute, `/meeting/${booking.uid}/reschedule`, { start: time, reason: "" }, { params }),
    hostMove: () => postForm(hostMoveRoute, "/x", { start: time, reason: "" }, { params, cookie: session.cookie }),
  };
}

describe.each(cases)("a time refused for $code", (given) => {
  const { code, start = at(10) } = given;
  const sentence = (zone: string, noticeMinutes: number) =>
    refusalSentence({ code, start, zone, language: "en", locale: "en", noticeMinutes, now: Date.now() });

  it("is refused by the API with that reason and its sentence, and no word of what stands behind it", async () => {
    const { book, change, eventType } = await asking(given);
    const notice = eventType.minimumNoticeMinutes;
    const booked = await book();
    expect([booked.status, booked.body.code, booked.body.reason]).toEqual([409, "slot_unavailable", code]);
    expect(booked.body.detail).toBe(sentence("Asia/Kolkata", notice));
    expect(booked.body.alternatives).toBeInstanceOf(Array);
    const changed = await change();
    expect([changed.status, changed.body.reason]).toEqual([409, code]);
    expect(changed.body.detail).toBe(sentence("Europe/Oslo", notice));
    expect(booked.text + changed.text).not.toContain("Secret");
  });

  it("is refused on every page with that reason, from which the page makes the same sentence", async () => {
    const { page, move, hostMove, eventType } = await asking(given);
    const noticeMinutes = eventType.minimumNoticeMinutes;
    const refused = { outcome: "taken", taken: { code, start, noticeMinutes } };
    for (const answer of [await page(), await move()]) {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject(refused);
      expect(answer.text).not.toContain("Secret");
    }
    expect((await hostMove()).body).toMatchObject({ outcome: "taken", code, start, noticeMinutes });
  });
});

describe("a time refused by a team", () => {
  it("has the reason of the host who came nearest to being free", async () => {
    const { workspace, owner } = await createWorkspace();
    const sleeper = await addMember(workspace, { user: await createUser({ timezone: "Pacific/Honolulu" }) });
    const hosts = [{ id: sleeper.id, priority: 1 }, owner];
    const team = { owner, hosts, isTeamEvent: true, assignmentType: "collective" as const };
    const eventType = await createEventType(workspace, { ...team, durationMinutes: 60 });
    await createBooking(eventType, { start: at(10), hostId: owner.id });
    const params = { ws: workspace.slug, event: eventType.slug };
    const body = { start: isoInstant(at(10)), timezone: "Europe/Oslo", name: "Vidya", email: "vidya@example.in" };
    const refused = await callApi<Refused>(bookRoute, "POST", "/x", { params, body });
    expect([refused.status, refused.body.reason]).toEqual([409, "claimed"]);
    expect(refused.body.detail).toBe("Someone booked 10:00 a moment before you.");
  });
});
