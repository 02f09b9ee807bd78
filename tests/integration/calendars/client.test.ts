import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { calendarConnections, calendarEvents } from "~db/schema";
import { changeConnection } from "~/domain/calendars/change-connection.server";
import { changeMember } from "~/domain/workspaces/change-member.server";
import { addMember, createBusyBlock, createConnection, createWorkspace } from "../../support/factories";

describe("the calendars of somebody who takes no meetings", () => {
  it("are not read any more from when they are made a client, and nothing of them is kept", async () => {
    const { workspace, owner } = await createWorkspace();
    const member = await addMember(workspace);
    const connection = await createConnection(workspace, member, { createEvents: true });
    await createBusyBlock(connection, { start: Date.now() });
    const ids = { workspaceId: workspace.id, actorId: owner.id, userId: member.id };
    expect(await changeMember({ ...ids, role: "client", now: Date.now() })).toEqual({ ok: true });
    const [left] = await db.select().from(calendarConnections).where(eq(calendarConnections.id, connection.id));
    expect([left!.syncEnabled, left!.checkConflicts, left!.createEvents]).toEqual([false, false, true]);
    expect(await db.$count(calendarEvents, eq(calendarEvents.connectionId, connection.id))).toBe(0);
  });

  it.each([{ syncEnabled: true }, { checkConflicts: true }])("stay unread: %j", async (patch) => {
    const { workspace } = await createWorkspace();
    const client = await addMember(workspace, { role: "client" });
    const columns = { syncEnabled: false, checkConflicts: false };
    const { id } = await createConnection(workspace, client, columns);
    const wish = { workspaceId: workspace.id, userId: client.id, id, now: Date.now() };
    expect(await changeConnection({ ...wish, patch })).toEqual({ ok: false, reason: "takes_no_meetings" });
    expect(await changeConnection({ ...wish, patch: { createEvents: true } })).toEqual({ ok: true });
  });
});
