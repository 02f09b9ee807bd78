import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookingEventTypes } from "~db/schema";
import { isoInstant } from "~/domain/time";
import { createBooking } from "../../support/factories";
import { mei, studio, tenOClock } from "./public-studio";

const ten = Date.parse(tenOClock);
const at = (hours: number) => isoInstant(ten + hours * 3_600_000);

type Studio = Awaited<ReturnType<typeof studio>>;

/** Two alike, with a meeting at ten: the event type of one was booked in this process, that of the other never. */
async function knownAndNew(): Promise<[Studio, Studio]> {
  const [known, unknown] = [await studio(), await studio()];
  expect((await known.book({ ...mei, start: tenOClock })).status).toBe(201);
  await createBooking(unknown.eventType, { start: ten });
  return [known, unknown];
}

/** All of an answer but what is each one's own. */
function alike({ status, headers, body }: Awaited<ReturnType<Studio["book"]>>, { owner, eventType }: Studio) {
  const { uid, id, created_at: made, updated_at: changed } = body as Record<string, string | undefined>;
  const own = [uid, id, made, changed, owner.id, eventType.id].filter((text) => text !== undefined);
  const text = JSON.stringify({ status, headers: [...headers], body });
  const blank = own.reduce((rest, each) => rest.replaceAll(each, "own"), text);
  return JSON.parse(blank.replace(/"attendees":\[.*?\]/, '"attendees":[]')) as unknown;
}

describe("a booking call gets the same answer, whether its event type was booked before or not", () => {
  it.each([
    ["a free time", 201, { start: at(1) }],
    ["a free time, with all that may be said", 201, { start: at(1), notes: "Two\nlines", guests: ["g@example.com"] }],
    ["another length", 400, { start: at(1), duration_minutes: 25 }],
    ["a time that is taken", 409, { start: tenOClock }],
    ["a time outside the hours", 409, { start: at(12) }],
    ["a time that is over", 409, { start: at(-24 * 60) }],
    ["a time beyond the window", 409, { start: at(24 * 400) }],
    ["somebody who is no host", 400, { start: at(1), members: ["00000000-0000-4000-8000-000000000000"] }],
    ["no time at all", 400, {}],
    ["what nobody asked for", 400, { start: at(1), colour: "blue" }],
  ])("%s", async (_, status, given) => {
    const pair = await knownAndNew();
    const answers = [];
    for (const each of pair) answers.push(alike(await each.book({ ...mei, ...given }), each));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status });
  });

  it.each([
    ["switched off", { isActive: false }],
    ["archived", { archivedAt: new Date() }],
    ["moved", { slug: "elsewhere" }],
  ])("one that was %s", async (_, change) => {
    const pair = await knownAndNew();
    const answers = [];
    for (const each of pair) {
      await db.update(bookingEventTypes).set(change).where(eq(bookingEventTypes.id, each.eventType.id));
      answers.push(alike(await each.book({ ...mei, start: at(1) }), each));
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ status: 404 });
  });
});
