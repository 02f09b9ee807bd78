import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { claims } from "~db/schema";
import { book } from "~/domain/bookings/book.server";
import { listHistory } from "~/domain/bookings/bookings.server";
import { cancel } from "~/domain/bookings/cancel.server";
import { reassign } from "~/domain/bookings/reassign.server";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { booked, now, wish } from "../../support/orders";
import { claimants, handover, officeOf, present } from "./handover-studio";

describe("handing over while something else happens", () => {
  it("to two people at once gives it to one, and tells the other", async () => {
    const { ada, tomas, mei, booking, give } = await handover();
    const results = await Promise.all([give(tomas), give(mei)]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const after = await present(booking);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "not_a_host", booking: { hostId: after.hostId } });
    expect(after.hostId).not.toBe(ada.id);
    expect(await claimants(booking)).toEqual([after.hostId]);
    const moves = (await listHistory(booking.workspaceId, booking.id)).map(({ move }) => move);
    expect(moves).toEqual(["reassigned", "booked"]);
  });

  it("lets one of a handover and a booking have the successor's time", async () => {
    const { workspace, ada, tomas, booking, give } = await handover();
    const theirs = await officeOf(workspace, tomas);
    const results = await Promise.all([give(tomas), book({ eventType: theirs, input: wish(), locale: "en", now })]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: "slot_unavailable", code: "claimed" });
    expect(await claimants(booking)).toEqual([results[0].ok ? tomas.id : ada.id]);
    expect(await db.$count(claims, eq(claims.hostId, tomas.id))).toBe(1);
  });

  it("lets one of two bookings have a successor whom both want", async () => {
    const { workspace, mei, tomas, booking, give } = await handover();
    const second = await booked(await officeOf(workspace, mei));
    const actor = { kind: "user", userId: mei.id } as const;
    const other = reassign({ booking: second, from: mei.id, to: tomas.id, actor, now });
    const results = await Promise.all([give(tomas), other]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await claimants(booking)).not.toEqual(await claimants(second));
  });

  it("of two bookings crosswise loses no claim", async () => {
    const { workspace, ada, mei, booking, give } = await handover();
    const theirs = await booked(await officeOf(workspace, mei));
    const actor = { kind: "user", userId: mei.id } as const;
    const back = reassign({ booking: theirs, from: mei.id, to: ada.id, actor, now });
    const results = await Promise.all([give(mei), back]);
    expect(results.every((result) => !result.ok && result.reason === "slot_unavailable")).toBe(true);
    expect([await claimants(booking), await claimants(theirs)]).toEqual([[ada.id], [mei.id]]);
  });

  it("never leaves it with somebody who was removed at the same moment", async () => {
    const { workspace, ada, tomas, booking, give } = await handover();
    const [handed, removed] = await Promise.all([
      give(tomas),
      removeMember({ workspaceId: workspace.id, actorId: ada.id, userId: tomas.id, now }),
    ]);
    expect([handed.ok, removed.ok].sort()).toEqual([false, true]);
    expect(await claimants(booking)).toEqual([handed.ok ? tomas.id : ada.id]);
  });

  it("and cancelling leaves no claim behind", async () => {
    const { ada, tomas, booking, give } = await handover();
    const actor = { kind: "user", userId: ada.id } as const;
    const [, cancelled] = await Promise.all([give(tomas), cancel({ booking, reason: "", actor, now })]);
    expect(cancelled.ok).toBe(true);
    expect(await claimants(booking)).toEqual([]);
    expect((await present(booking)).status).toBe("cancelled");
  });
});
