import { describe, expect, it } from "vitest";
import { createEventType, createSchedule } from "../../support/factories";
import { eventTypeOf, studio } from "./leaving-studio";

describe("the event types of somebody who goes", () => {
  it("that are theirs alone go to whoever is named, as host and as owner, or are switched off", async () => {
    const { workspace, owner, kim, tomas, eventType, send, status, switchOff } = await studio();
    const other = await createEventType(workspace, { owner, hosts: [kim] });
    const answer = await send({ [switchOff]: tomas.id, [`event-type-${other.id}`]: "off" });
    expect(answer.status).toBe(303);
    expect(await eventTypeOf(eventType)).toMatchObject({ isActive: true, ownerId: tomas.id, hosts: [tomas.id] });
    expect(await eventTypeOf(other)).toMatchObject({ isActive: false, ownerId: owner.id, hosts: [owner.id] });
    expect(await status()).toBe("gone");
  });

  it("that they share go on with the others, and no longer in their hours", async () => {
    const { workspace, owner, kim, send, show, switchOff } = await studio();
    const schedule = await createSchedule(workspace, kim, { name: "Mornings" });
    const team = { isTeamEvent: true, assignmentType: "round_robin" as const, scheduleId: schedule.id };
    const shared = await createEventType(workspace, { owner, hosts: [owner, kim], ...team });
    const lent = await createEventType(workspace, { owner, hosts: [owner], ...team });
    expect((await show()).body.left?.eventTypes.filter(({ lendsHours }) => lendsHours)).toHaveLength(2);
    const others = { [`event-type-${shared.id}`]: "others", [`event-type-${lent.id}`]: "others" };
    expect((await send({ ...others, [switchOff]: "off" })).status).toBe(303);
    for (const eventType of [shared, lent]) {
      expect(await eventTypeOf(eventType)).toMatchObject({ isActive: true, hosts: [owner.id], scheduleId: null });
    }
  });

  it("are never switched off because the other hosts left: the form asks who goes on", async () => {
    const { workspace, owner, kim, send, status, switchOff } = await studio();
    const team = { isTeamEvent: true, assignmentType: "round_robin" as const };
    const shared = await createEventType(workspace, { owner, hosts: [kim], ...team });
    const answer = await send({ [`event-type-${shared.id}`]: "others", [switchOff]: "off" });
    expect(answer.body).toMatchObject({ settled: { unsettled: [{ id: shared.id, reason: "lone_host" }] } });
    expect((await eventTypeOf(shared)).isActive).toBe(true);
    expect(await status()).toBe("active");
  });

  it("are not given to somebody by a member who leaves: that is for owners and admins", async () => {
    const { kim, tomas, eventType, meeting, send, show, status, switchOff } = await studio();
    const { id } = await meeting(10);
    expect((await show(kim)).body).toMatchObject({ kind: "leave", mayOffer: false });
    const given = await send({ [switchOff]: tomas.id, [`meeting-${id}`]: tomas.id }, kim);
    expect(given.body).toMatchObject({
      settled: { handedOver: 1, unsettled: [{ kind: "event_type", reason: "not_allowed" }] },
    });
    const off = await send({ [switchOff]: "off" }, kim);
    expect([off.status, off.headers.get("Location")]).toEqual([303, "/booking"]);
    expect((await eventTypeOf(eventType)).isActive).toBe(false);
    expect(await status()).toBe("gone");
  });

  it("go to nobody who takes no meetings here", async () => {
    const { workspace, send, switchOff, eventType } = await studio();
    const elsewhere = await studio();
    for (const id of [elsewhere.tomas.id, workspace.id]) {
      const answer = await send({ [switchOff]: id });
      expect(answer.body).toMatchObject({ settled: { unsettled: [{ id: eventType.id, reason: "not_a_successor" }] } });
    }
  });
});
