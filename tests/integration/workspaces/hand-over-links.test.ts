import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "~db/client";
import { bookingLinks, bookingTemplates, oneTimeLinks } from "~db/schema";
import { removeMember } from "~/domain/workspaces/remove-member.server";
import { addMember, createEventType, createWorkspace } from "../../support/factories";
import { createLink, createOneTimeLink, createTemplate } from "../../support/links";

it("gives the links and templates of whoever goes to whoever sends them off", async () => {
  const { workspace, owner } = await createWorkspace();
  const member = await addMember(workspace);
  const eventType = await createEventType(workspace, { owner });
  const theirs = { workspaceId: workspace.id, id: eventType.id, ownerId: member.id };
  const rows = await Promise.all([createLink(theirs), createOneTimeLink(theirs), createTemplate(theirs)]);
  const removed = await removeMember({
    workspaceId: workspace.id,
    actorId: owner.id,
    userId: member.id,
    now: Date.now(),
  });
  expect(removed).toEqual({ ok: true });
  for (const [index, table] of [bookingLinks, oneTimeLinks, bookingTemplates].entries()) {
    const [row] = await db.select({ ownerId: table.ownerId }).from(table).where(eq(table.id, rows[index]!.id));
    expect(row!.ownerId).toBe(owner.id);
  }
});
