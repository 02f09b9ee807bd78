import { describe, expect, it, vi } from "vitest";
import { eq } from "drizzle-orm";
import { db } from "~db/client";
import { analyticsEvents, analyticsSalts } from "~db/schema";
import { DAY_MS } from "~/domain/availability/calendar-days";
import type { View } from "~/domain/analytics/view";
import { createEventType, createWorkspace } from "../../support/factories";

const processes = 4;
const visitors = 600;
const at = Date.parse("2026-11-20T12:00:00Z");

/** The modules of a process of its own: it knows no salt and has a buffer of its own. */
async function startProcess() {
  vi.resetModules();
  const [{ ViewBuffer }, { writeViews }] = await Promise.all([
    import("~/domain/analytics/view-buffer.server"),
    import("~/domain/analytics/write-views.server"),
  ]);
  return new ViewBuffer(writeViews, { batch: 50, waiting: 10_000, waitMs: 10, tries: 5 });
}

describe("many visitors at once, at several processes", () => {
  it("are each counted once for each page, and nobody is left out", async () => {
    const { workspace, owner } = await createWorkspace();
    const pages = [await createEventType(workspace, { owner }), await createEventType(workspace, { owner })];
    const buffers = [];
    for (let each = 0; each < processes; each++) buffers.push(await startProcess());

    // Everybody opens both pages twice, at whichever process they are sent to, and in another order at each.
    for (const [index, buffer] of buffers.entries()) {
      const order = Array.from({ length: visitors }, (_, visitor) => (visitor * 7 + index * 151) % visitors);
      for (const visitor of order) {
        for (const page of pages) {
          if ((visitor + index) % processes < 2) buffer.add(viewOf(page, visitor));
        }
      }
    }
    await Promise.all(buffers.map((buffer) => buffer.flush()));

    for (const page of pages) {
      const views = await db.select().from(analyticsEvents).where(eq(analyticsEvents.eventTypeId, page.id));
      expect(views).toHaveLength(visitors);
      expect(new Set(views.map(({ visitor }) => visitor)).size).toBe(visitors);
    }
    expect(await db.$count(analyticsSalts)).toBe(1);
  });

  it("are told apart by one salt, whichever process is the first to need it", async () => {
    const asking = [];
    for (let each = 0; each < processes; each++) {
      vi.resetModules();
      asking.push((await import("~/domain/analytics/salts.server")).saltOf);
    }
    const salts = await Promise.all(asking.map((saltOf) => saltOf(at + DAY_MS)));
    expect(new Set(salts).size).toBe(1);
    expect(salts[0]!.length).toBeGreaterThan(40);
  });
});

function viewOf({ workspaceId, id }: { workspaceId: string; id: string }, visitor: number): View {
  const address = `198.51.${visitor >> 8}.${visitor & 255}`;
  return { workspaceId, eventTypeId: id, at, address, userAgent: "a browser", referrerHost: null };
}
