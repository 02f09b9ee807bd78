import { describe, expect, it } from "vitest";
import { addMember, createBooking, createEventType, createWorkspace, signIn } from "../../support/factories";
import { inOslo } from "../../support/orders";
import { get, noticeOf, postForm } from "../../support/requests";
import * as remove from "~/routes/booking.settings.members.$userId.remove";
import { bookingOf, decline, mailsOf, studio, together } from "./leaving-studio";

describe("the form for somebody who goes", () => {
  it("shows what they leave behind, who is free to take it, and what keeps the others", async () => {
    const { owner, tomas, eventType, meeting, engage, show } = await studio();
    const [first, second] = [await meeting(10), await meeting(11, { status: "pending" })];
    await meeting(12, { status: "cancelled" });
    await engage(11);
    const { left } = (await show()).body;
    expect(left).toMatchObject({ meetingsTotal: 2, eventTypes: [{ id: eventType.id, otherHosts: 0, isHost: true }] });
    expect(left?.meetings.map(({ booking, successors }) => [booking.id, successors])).toEqual([
      [
        first.id,
        [
          { userId: owner.id, name: owner.name, reasons: [] },
          { userId: tomas.id, name: tomas.name, reasons: [] },
        ],
      ],
      [
        second.id,
        [
          { userId: owner.id, name: owner.name, reasons: [] },
          { userId: tomas.id, name: tomas.name, reasons: ["claimed"] },
        ],
      ],
    ]);
  });

  it("does nothing unsaid: without a choice nothing is done, and each field asks for its own", async () => {
    const { meeting, send, status, switchOff } = await studio();
    const [first, second] = [await meeting(10), await meeting(11)];
    const fields = {
      [`meeting-${first.id}`]: "",
      [`meeting-${second.id}`]: "",
      [switchOff]: "",
      all: "",
      message: "Bye",
    };
    const nothing = await send(fields);
    expect(nothing.status).toBe(400);
    expect(pathsOf(nothing)).toEqual(["all", switchOff]);
    expect(nothing.body).toMatchObject({ values: { message: ["Bye"] } });
    const one = await send({ ...fields, [`meeting-${first.id}`]: "cancel", [switchOff]: "off" });
    expect(pathsOf(one)).toEqual([`meeting-${second.id}`]);
    expect([(await bookingOf(first)).status, await status()]).toEqual(["confirmed", "active"]);
  });

  it.each(["remove", "deactivate"] as const)(
    "hands over what can be, cancels the rest and ends it: %s",
    async (deed) => {
      const { owner, kim, tomas, meeting, engage, send, status, switchOff } = await studio();
      const [free, taken] = [await meeting(10), await meeting(11)];
      await engage(11);
      const fields = { [`meeting-${free.id}`]: "", [`meeting-${taken.id}`]: "", [switchOff]: "off" };
      const answer = await send(
        { ...fields, all: tomas.id, otherwise_cancel: "on", message: "Kim moves on." },
        owner,
        deed,
      );
      expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/booking/settings/members"]);
      expect((await noticeOf(answer))?.text).toMatch(
        /^Kim Lee is .*\. 1 meeting was handed over, and 1 was cancelled\. Everybody/,
      );
      expect(await bookingOf(free)).toEqual({ status: "confirmed", hostId: tomas.id });
      expect(await bookingOf(taken)).toEqual({ status: "cancelled", hostId: kim.id });
      expect(await status()).toBe(deed === "remove" ? "gone" : "deactivated");
      expect((await mailsOf(taken)).find(({ kind }) => kind === "booking_cancelled_invitee")?.reason).toBe(
        "Kim moves on.",
      );
      expect((await mailsOf(free)).every(({ reason }) => reason === "Kim moves on.")).toBe(true);
    },
  );

  it("comes back with those that could not be handed over, says why, and keeps the rest", async () => {
    const { tomas, meeting, engage, send, show, status, switchOff } = await studio();
    const [free, taken] = [await meeting(10), await meeting(11)];
    await engage(11);
    const fields = { [`meeting-${free.id}`]: "", [`meeting-${taken.id}`]: "", [switchOff]: "off" };
    const answer = await send({ ...fields, all: tomas.id, message: "Bye" });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      values: { all: [tomas.id], message: ["Bye"] },
      settled: {
        handedOver: 1,
        cancelled: 0,
        unsettled: [{ kind: "meeting", id: taken.id, to: tomas.id, reason: "slot_unavailable", code: "claimed" }],
      },
    });
    expect(await bookingOf(free)).toMatchObject({ hostId: tomas.id });
    expect((await bookingOf(taken)).status).toBe("confirmed");
    expect(await status()).toBe("active");
    expect((await show()).body.left).toMatchObject({ meetingsTotal: 1, eventTypes: [] });
  });

  it("lets a choice for one meeting overrule that for all, and never cancels it for another", async () => {
    const { owner, kim, tomas, meeting, engage, send, switchOff } = await studio();
    const [first, second, third] = [await meeting(10), await meeting(11), await meeting(12)];
    await engage(12);
    const answer = await send({
      [`meeting-${first.id}`]: owner.id,
      [`meeting-${second.id}`]: "cancel",
      [`meeting-${third.id}`]: tomas.id,
      [switchOff]: "off",
      all: tomas.id,
      otherwise_cancel: "on",
    });
    expect(answer.body).toMatchObject({ settled: { unsettled: [{ id: third.id, code: "claimed" }] } });
    expect((await bookingOf(first)).hostId).toBe(owner.id);
    expect((await bookingOf(second)).status).toBe("cancelled");
    expect(await bookingOf(third)).toEqual({ status: "confirmed", hostId: kim.id });
  });

  it("does not let somebody go for whom a meeting came in meanwhile, and shows it", async () => {
    const { meeting, send, show, status, switchOff } = await studio();
    const known = await meeting(10);
    const late = await meeting(14);
    const answer = await send({ [`meeting-${known.id}`]: "cancel", [switchOff]: "off", all: "cancel" });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      errors: [{ path: "", message: expect.stringContaining("came in meanwhile") }],
    });
    expect([(await bookingOf(late)).status, await status()]).toEqual(["confirmed", "active"]);
    expect((await show()).body.left?.meetings.map(({ booking }) => booking.id)).toEqual([late.id]);
  });

  it("leaves a meeting alone that somebody else has taken over before it was sent", async () => {
    const { tomas, eventType, meeting, send, status, switchOff } = await studio();
    const theirs = await createBooking(eventType, { hostId: tomas.id, start: inOslo(10) });
    const own = await meeting(11);
    const fields = { [`meeting-${theirs.id}`]: "cancel", [`meeting-${own.id}`]: "cancel", [switchOff]: "off" };
    expect((await send(fields)).status).toBe(303);
    expect(await bookingOf(theirs)).toEqual({ status: "confirmed", hostId: tomas.id });
    expect(await status()).toBe("gone");
  });

  it("settles fifty meetings at a time, tells how many there are, and goes on with the others", async () => {
    const { eventType, kim, show, send, status, switchOff } = await studio();
    for (let index = 0; index < 52; index++) {
      await createBooking(eventType, { hostId: kim.id, start: inOslo(0) + index * 1_800_000 });
    }
    const first = (await show()).body.left!;
    expect([first.meetings.length, first.meetingsTotal]).toEqual([50, 52]);
    const choices = (left: typeof first) =>
      Object.fromEntries(left.meetings.map(({ booking }) => [`meeting-${booking.id}`, ""]));
    const more = await send({ ...choices(first), [switchOff]: "off", all: "cancel" });
    expect([more.status, more.body]).toMatchObject([409, { settled: { cancelled: 50 } }]);
    const rest = (await show()).body.left!;
    expect((await send({ ...choices(rest), all: "cancel" })).status).toBe(303);
    expect(await status()).toBe("gone");
  });

  it("takes any input without breaking, and finds nobody in another workspace", async () => {
    const { tomas, meeting, send, switchOff } = await studio();
    const { id } = await meeting(10);
    const odd = {
      "meeting-x": "cancel",
      "event-type-": "off",
      [`meeting-${id}`]: "nobody",
      [switchOff]: "x",
      all: "-1",
    };
    expect((await send(odd)).status).toBe(400);
    const nobody = { [`meeting-${id.toUpperCase()}`]: "00000000-0000-4000-8000-000000000000", [switchOff]: "off" };
    expect((await send(nobody)).body).toMatchObject({ settled: { unsettled: [{ id, reason: "not_a_successor" }] } });
    const { owner: stranger } = await createWorkspace();
    const { cookie } = await signIn(stranger);
    for (const userId of [tomas.id, "x"]) {
      expect((await get(remove, "/", { cookie, params: { userId } })).status).toBe(404);
      expect((await postForm(remove, "/", {}, { cookie, params: { userId } })).status).toBe(404);
    }
  });
});

describe("a meeting of all hands", () => {
  it("goes on with somebody in the place of whoever goes, or is off for everybody", async () => {
    const { workspace, owner, kim, tomas, send, show, switchOff } = await studio();
    const both = { hosts: [owner, kim], isTeamEvent: true, assignmentType: "all_hands" as const };
    const eventType = await createEventType(workspace, { owner, ...both });
    const [goesOn, isOff] = [await together(eventType, 10, kim), await together(eventType, 11, kim)];
    const { left } = (await show()).body;
    expect(left?.meetings[0]?.successors.map(({ userId }) => userId)).toEqual([tomas.id]);
    const answer = await send({
      [`meeting-${goesOn.id}`]: tomas.id,
      [`meeting-${isOff.id}`]: "cancel",
      [switchOff]: "off",
      [`event-type-${eventType.id}`]: "others",
    });
    expect(answer.status).toBe(303);
    expect(await bookingOf(goesOn)).toEqual({ status: "confirmed", hostId: owner.id });
    expect((await bookingOf(isOff)).status).toBe("cancelled");
  });
});

describe("whoever declined a meeting of all hands", () => {
  it("is not counted on in it, unless they lead it", async () => {
    const { workspace, owner, kim, send, show, status, switchOff } = await studio();
    const both = { hosts: [owner, kim], isTeamEvent: true, assignmentType: "all_hands" as const };
    const declined = await together(await createEventType(workspace, { owner, ...both }), 10, kim);
    const led = await together(await createEventType(workspace, { owner: kim, ...both, hosts: [kim] }), 11, owner);
    for (const booking of [declined, led]) await decline(booking, kim);
    expect((await show()).body.left?.meetings.map(({ booking }) => booking.id)).toEqual([led.id]);
    const { eventTypes } = (await show()).body.left!;
    const choices = eventTypes.map(({ id, otherHosts }) => [`event-type-${id}`, otherHosts > 0 ? "others" : "off"]);
    const all = { ...Object.fromEntries(choices), [switchOff]: "off" };
    expect((await send(all)).body).toMatchObject({ errors: [{ path: "" }] });
    expect((await send({ ...all, [`meeting-${led.id}`]: "cancel" })).status).toBe(303);
    expect([(await bookingOf(declined)).status, await status()]).toEqual(["confirmed", "gone"]);
  });
});

describe("whom nothing could let go", () => {
  it("is told why before anything is done: the last owner, and an owner by an admin", async () => {
    const { workspace, owner } = await createWorkspace();
    const admin = await addMember(workspace, { role: "admin" });
    const eventType = await createEventType(workspace, { owner });
    const booking = await createBooking(eventType, { start: inOslo(10) });
    for (const [user, words] of [
      [owner, "at least one owner"],
      [admin, "Only owners"],
    ] as const) {
      const options = { cookie: (await signIn(user)).cookie, params: { userId: owner.id } };
      expect((await get(remove, "/", options)).body).toMatchObject({
        barred: expect.stringContaining(words),
        left: null,
      });
      const answer = await postForm(remove, "/", { [`meeting-${booking.id}`]: "cancel" }, options);
      expect([answer.status, answer.text]).toEqual([409, expect.stringContaining(words)]);
    }
    expect((await bookingOf(booking)).status).toBe("confirmed");
  });
});

function pathsOf({ body }: { body: unknown }) {
  return (body as { errors: { path: string }[] }).errors.map(({ path }) => path);
}
