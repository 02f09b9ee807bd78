import { describe, expect, it } from "vitest";
import { findEventType, listEventTypes } from "~/domain/event-types/event-types.server";
import * as remove from "~/routes/booking.event-types.$id.delete";
import * as list from "~/routes/booking.event-types._index";
import * as support from "../../support/factories";
import { get, postForm } from "../../support/requests";

async function studio() {
  const { workspace, owner } = await support.createWorkspace();
  const { cookie } = await support.signIn(owner);
  return { workspace, owner, cookie };
}

describe("the list of event types", () => {
  it("switches one off and on, copies it, and makes a first one", async () => {
    const { workspace, cookie } = await studio();
    const press = (more: Record<string, string>) => postForm(list, "/booking/event-types", more, { cookie });
    expect((await press({ intent: "quick" })).status).toBe(303);
    const [first] = await listEventTypes(workspace.id);
    expect(first).toMatchObject({
      name: "30 minute meeting",
      slug: "30-minute-meeting",
      durationMinutes: 30,
      isActive: true,
    });
    await press({ intent: "switch_off", id: first!.id });
    expect(await findEventType(workspace.id, first!.id)).toMatchObject({ isActive: false });
    await press({ intent: "switch_on", id: first!.id });
    expect(await findEventType(workspace.id, first!.id)).toMatchObject({ isActive: true });
    const copied = await press({ intent: "duplicate", id: first!.id });
    const [copy] = await listEventTypes(workspace.id);
    expect(copied.headers.get("Location")).toBe(`/booking/event-types/${copy!.id}`);
    expect((await press({ intent: "else" })).status).toBe(400);
    expect((await press({ intent: "switch_off", id: "none" })).status).toBe(404);
  });

  it("counts all and one's own, whatever the page number says", async () => {
    const { workspace, owner, cookie } = await studio();
    const colleague = await support.addMember(workspace);
    await support.createEventType(workspace, { owner });
    await support.createEventType(workspace, { owner: colleague });
    const mine = await get(list, "/booking/event-types?view=mine", { cookie });
    expect(mine.body).toMatchObject({ counts: { all: 2, mine: 1 }, items: [{ mayChange: true }] });
    for (const page of ["0", "-3", "x", "1e99", "99999999999999"]) {
      expect((await get(list, `/booking/event-types?page=${page}`, { cookie })).status).toBe(200);
    }
  });

  it("asks before deleting, and says what happens to bookings", async () => {
    const { workspace, owner, cookie } = await studio();
    const eventType = await support.createEventType(workspace, { owner });
    await support.createBooking(eventType, { start: Date.UTC(2026, 10, 23, 9) });
    const url = `/booking/event-types/${eventType.id}/delete`;
    const options = { cookie, params: { id: eventType.id } };
    expect((await get(remove, url, options)).body).toMatchObject({ bookings: 1, name: "Intro call" });
    expect((await postForm(remove, url, {}, options)).status).toBe(303);
    expect((await get(remove, url, options)).status).toBe(404);
    expect(await listEventTypes(workspace.id)).toEqual([]);
  });
});
