import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { bookings, bookingEventTypes } from "~db/schema";
import * as eventPage from "~/routes/book.$workspace.$event._index";
import * as teamPage from "~/routes/book.$workspace.$event.team.$team";
import * as quickBook from "~/routes/booking.bookings.new";
import * as linkPage from "~/routes/public.bookings.$token._index";
import { createBooking, createTeam, signIn } from "../../support/factories";
import { createLink } from "../../support/links";
import { inOslo } from "../../support/orders";
import { get, postForm } from "../../support/requests";
import { intake, linkedOffer, typedAt } from "./linked-offer";

const answered = { "answers.company": "Fjordline", "answers.size": "2,5", "answers.topics": ["Prices", "Routes"] };
const kept = { company: "Fjordline", size: 2.5, topics: ["Routes", "Prices"] };

async function asking(given: Parameters<typeof linkedOffer>[0] = {}) {
  const offer = await linkedOffer({ questions: intake, ...given });
  const params = { workspace: offer.workspace.slug, event: offer.eventType.slug };
  const path = `/book/${params.workspace}/${params.event}`;
  return {
    ...offer,
    open: (query = "") => get(eventPage, path + query, { params }),
    send: (fields: Record<string, string | string[]>) => postForm(eventPage, `${path}?index`, fields, { params }),
    made: () => db.select().from(bookings).where(eq(bookings.eventTypeId, offer.eventType.id)),
  };
}

describe("the questions of a booking form", () => {
  it("are asked, and their answers kept by the questions' ids", async () => {
    const { open, send, made } = await asking();
    expect((await open()).body).toMatchObject({ questions: intake });
    expect((await send({ ...typedAt(inOslo(10)), ...answered })).status).toBe(303);
    expect((await made())[0]).toMatchObject({ answers: kept });
  });

  it("stand on the pages of teams and links too", async () => {
    const { workspace, owner, eventType } = await asking({ isTeamEvent: true, assignmentType: "round_robin" });
    const team = await createTeam(workspace, [owner]);
    const { token } = await createLink(eventType);
    const params = { workspace: workspace.slug, event: eventType.slug, team: team.slug };
    const byTeam = await get(teamPage, `/book/${params.workspace}/${params.event}/team/${params.team}`, { params });
    const byLink = await get(linkPage, `/public/bookings/${token}`, { params: { token } });
    for (const { body } of [byTeam, byLink]) expect(body).toMatchObject({ state: "open", questions: intake });
    const sent = await postForm(linkPage, `/public/bookings/${token}?index`, typedAt(inOslo(10)), {
      params: { token },
    });
    expect(sent.body).toMatchObject({ outcome: "invalid" });
  });

  it("come back together with the other fields, everything as it was typed", async () => {
    const { send, made } = await asking();
    const typed = { ...typedAt(inOslo(10)), name: "", "answers.size": "many", "answers.topics": ["Routes", "Trucks"] };
    const { status, body } = await send(typed);
    expect(status).toBe(400);
    if (body.outcome !== "invalid") throw new Error(body.outcome);
    expect(body.errors.map(({ path }) => path)).toEqual(["name", "answers.company", "answers.size"]);
    expect(body.values).toMatchObject({ "answers.size": ["many"], "answers.topics": ["Routes", "Trucks"] });
    expect(await made()).toHaveLength(0);
  });

  it("go along when the time was taken", async () => {
    const { send, eventType } = await asking();
    await createBooking(eventType, { start: inOslo(10) });
    const { status, body } = await send({ ...typedAt(inOslo(10)), ...answered });
    expect([status, body.outcome]).toEqual([409, "taken"]);
    expect(body).toMatchObject({ values: { "answers.topics": ["Prices", "Routes"] } });
  });

  it("that were taken away while somebody answered are no error", async () => {
    const { send, eventType, made } = await asking();
    await db.update(bookingEventTypes).set({ templateId: null }).where(eq(bookingEventTypes.id, eventType.id));
    expect((await send({ ...typedAt(inOslo(10)), ...answered })).status).toBe(303);
    expect((await made())[0]!.answers).toEqual({});
  });

  it("may be answered by the address, which the page's links carry on", async () => {
    const { open } = await asking();
    const { body } = await open("?answers.company=Fjordline&answers.topics=Routes&answers.topics=Prices&other=x");
    expect(body).toMatchObject({
      answers: { "answers.company": ["Fjordline"], "answers.topics": ["Routes", "Prices"] },
    });
  });

  it("may be about passwords, and are kept all the same", async () => {
    const questions = [{ ...intake[0]!, id: "password_manager" }];
    const { send } = await asking({ questions });
    const { body } = await send({ ...typedAt(inOslo(10)), name: "", "answers.password_manager": "None yet" });
    expect(body).toMatchObject({ values: { "answers.password_manager": ["None yet"] } });
  });
});

describe("the questions of a quick book", () => {
  async function host(given = {}) {
    const { owner, eventType, made } = await asking();
    const { cookie } = await signIn(owner);
    const fields = { ...typedAt(inOslo(10)), locale: "en", ...given };
    const path = `/booking/bookings/new?event=${eventType.id}`;
    return {
      made,
      open: (query: string) => get(quickBook, path + query, { cookie }),
      sent: await postForm(quickBook, path, fields, { cookie }),
    };
  }

  it("need no answer from a host", async () => {
    const { sent, made } = await host();
    expect(sent.status).toBe(303);
    expect((await made())[0]!.answers).toEqual({});
  });

  it("keep those that a host gives, and refuse what cannot be one", async () => {
    expect((await (await host(answered)).made())[0]!.answers).toEqual(kept);
    const { sent, made } = await host({ ...answered, "answers.size": "many" });
    expect(sent.status).toBe(400);
    expect(sent.body).toMatchObject({
      errors: [{ path: "answers.size" }],
      values: { "answers.company": ["Fjordline"] },
    });
    expect(await made()).toHaveLength(0);
  });

  it("go along to another time and back", async () => {
    const { sent, open } = await host({ ...answered, intent: "times" });
    const there = new URL(sent.headers.get("Location")!, "http://x").searchParams;
    expect(there.getAll("answers.topics")).toEqual(["Prices", "Routes"]);
    const { body } = await open(`&${there}`);
    expect(body).toMatchObject({
      answers: { "answers.company": ["Fjordline"], "answers.topics": ["Prices", "Routes"] },
    });
  });
});
