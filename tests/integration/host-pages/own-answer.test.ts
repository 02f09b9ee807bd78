import { describe, expect, it } from "vitest";
import { loadToday } from "~/domain/bookings/today.server";
import * as details from "~/routes/booking.bookings.$id._index";
import * as confirming from "~/routes/booking.bookings.$id.confirm";
import * as declining from "~/routes/booking.bookings.$id.decline";
import * as moving from "~/routes/booking.bookings.$id.reschedule";
import { signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";
import { allHandsMeeting, type User } from "../bookings/rsvp-studio";

async function studio(given: Parameters<typeof allHandsMeeting>[0] = {}) {
  const start = new Date(inOslo(10)).toISOString();
  const meeting = await allHandsMeeting({ clock: Date.now(), input: { start }, ...given });
  const page = `/booking/bookings/${meeting.booking.id}`;
  const as = async (who: User) => ({ params: { id: meeting.booking.id }, cookie: (await signIn(who)).cookie });
  return {
    ...meeting,
    open: async (who: User) => (await get(details, page, await as(who))).body,
    yes: async (who: User, reason = "") => postForm(confirming, `${page}/confirm`, { reason }, await as(who)),
    no: async (who: User, reason = "") => postForm(declining, `${page}/decline`, { reason }, await as(who)),
  };
}

describe("a host's page of a meeting of all hands", () => {
  it("shows who has said what as it is at that moment, the organizer first", async () => {
    const { open, accept, ada, mei } = await studio();
    const standing = async () => (await open(ada)).places.map(({ name, status }) => [name, status]);
    const before = [
      ["Ada Okafor", "pending"],
      ["Mei Lin", "pending"],
      ["Tomás Figueiredo", "pending"],
    ];
    expect(await standing()).toEqual(before);
    await accept(mei, "By train");
    expect(await standing()).toEqual([before[0], ["Mei Lin", "confirmed"], before[2]]);
  });

  it("takes the viewer's yes for themselves, and says what the meeting waits for", async () => {
    const { yes, ada, tomas, mei, answers, present } = await studio();
    const first = await yes(ada, "With maps");
    expect(await noticeOf(first)).toEqual({ kind: "ok", text: "You said yes. The meeting waits for the others." });
    expect(await answers()).toEqual({ Ada: "confirmed", Tomás: "pending", Mei: "pending" });
    await yes(tomas);
    expect((await noticeOf(await yes(mei)))!.text).toBe("You said yes. The meeting takes place.");
    expect((await present()).status).toBe("confirmed");
  });

  it("takes the viewer's no, which cancels it where everybody is needed", async () => {
    const { no, mei, present } = await studio();
    expect((await noticeOf(await no(mei, "Ill")))!.text).toMatch(/^You said no\. Too few can come/);
    expect((await present()).status).toBe("cancelled");
    const most = await studio({ rsvpQuorum: "majority" });
    expect((await noticeOf(await most.no(most.mei)))!.text).toBe("You said no. The meeting waits for the others.");
  });

  it("sent twice answers once; another answer after that is refused", async () => {
    const { yes, no, ada, answers } = await studio();
    await yes(ada);
    expect(await noticeOf(await yes(ada))).toEqual({ kind: "info", text: "You have done that already." });
    expect((await no(ada)).status).toBe(409);
    expect((await answers()).Ada).toBe("confirmed");
  });

  it("lets nobody answer for the hosts who is none of them", async () => {
    const { yes, no, admin, open, answers } = await studio();
    expect((await open(admin)).places).toHaveLength(3);
    expect([(await yes(admin)).status, (await no(admin)).status]).toEqual([409, 409]);
    expect(Object.values(await answers())).toEqual(["pending", "pending", "pending"]);
  });

  it("waits on the dashboard for those only who have not answered", async () => {
    const { accept, ada, mei, workspace } = await studio();
    await accept(mei);
    const waiting = async ({ id }: User) => {
      const wanted = { workspaceId: workspace.id, hostId: id, zone: "Europe/Oslo", now: Date.now() };
      return (await loadToday(wanted)).waiting.total;
    };
    expect([await waiting(ada), await waiting(mei)]).toEqual([1, 0]);
  });

  it("stands on the dashboard of nobody who said no", async () => {
    const { decline, ada, mei, workspace } = await studio({ rsvpQuorum: "majority" });
    await decline(mei);
    const next = async ({ id }: User) => {
      const wanted = { workspaceId: workspace.id, hostId: id, zone: "Europe/Oslo", now: Date.now() };
      return (await loadToday(wanted)).next.length;
    };
    expect([await next(ada), await next(mei)]).toEqual([1, 0]);
  });
});

describe("a host who moves a meeting of all hands", () => {
  it("says yes to the new time by that, and reads that it waits for the others", async () => {
    const { booking, ada, admin, answers } = await studio();
    const path = `/booking/bookings/${booking.id}/reschedule`;
    const move = async (who: User, hours: number) => {
      const { cookie } = await signIn(who);
      const start = new Date(booking.start + hours * 3_600_000).toISOString();
      return noticeOf(await postForm(moving, path, { start }, { params: { id: booking.id }, cookie }));
    };
    expect((await move(ada, 1))!.text).toMatch(/gets a mail\. It waits for an answer again\.$/);
    expect((await answers()).Ada).toBe("confirmed");
    expect((await move(admin, 2))!.text).toMatch(/It waits for an answer again\.$/);
  });
});
