import { describe, expect, it } from "vitest";
import { deleteEventType } from "~/domain/event-types/delete-event-type.server";
import { deleteLink } from "~/domain/links/delete-link.server";
import { saved } from "~/domain/links/save-link.server";
import { done, linkStudio } from "../../support/link-studio";
import { now } from "../../support/orders";

describe("a link", () => {
  it("keeps its title to itself where its own event type is deleted, and takes rules with a new one only", async () => {
    const { workspace, member, make, change, eventTypeOf } = await linkStudio();
    const link = await make();
    await deleteEventType({ workspaceId: workspace.id, id: link.eventTypeId, member, now });
    expect(done(await change(link, { title: "Autumn" }))).toMatchObject({
      title: "Autumn",
      eventTypeId: link.eventTypeId,
    });
    const rules = { buffer_after: 15 };
    expect(await change(link, { rules })).toMatchObject({ reason: "invalid", errors: [{ path: "event_type_id" }] });
    const anew = done(await change(link, { rules, follows: null }));
    expect(await eventTypeOf(anew)).toMatchObject({ bufferAfter: 15, isLinkOnly: true, archivedAt: null });
  });

  it("is told to be gone where somebody deletes it while it is saved", async () => {
    const { workspace, member, make } = await linkStudio();
    const { id } = await make();
    const given = { workspaceId: workspace.id, member };
    const save = async () => {
      await deleteLink({ ...given, id, now });
      return id;
    };
    expect(await saved(given, save)).toEqual({ ok: false, reason: "not_found" });
  });
});
