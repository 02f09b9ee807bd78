import { describe, expect, it } from "vitest";
import * as route from "~/routes/book.$workspace._index";
import { createEventType, createSchedule, createWorkspace } from "../../support/factories";
import { get } from "../../support/requests";

const open = (slug: string, query = "", headers = {}) =>
  get(route, `/book/${slug}${query}`, { params: { workspace: slug }, headers });

describe("the page of a workspace", () => {
  it("lists what is active and listed, each with its next free time", async () => {
    const { workspace, owner } = await createWorkspace();
    await createEventType(workspace, { owner, name: "Intro call" });
    await createEventType(workspace, { owner, name: "Hidden", isListed: false });
    await createEventType(workspace, { owner, name: "Off", isActive: false });
    await createEventType(workspace, { owner, name: "Gone", archivedAt: new Date() });
    const { status, body } = await open(workspace.slug);
    expect(status).toBe(200);
    expect(body.offers.map((offer) => offer.name)).toEqual(["Intro call"]);
    expect(body.offers[0]!.nextFree).toBeGreaterThan(Date.now());
  });

  it("finds a next free time however far it is within the window, and says when there is none", async () => {
    const { workspace, owner } = await createWorkspace();
    const lateDate = new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);
    const late = await createSchedule(workspace, owner, { weekly: {}, overrides: { [lateDate]: [540, 600] } });
    const never = await createSchedule(workspace, owner, { weekly: {} });
    await createEventType(workspace, { owner, name: "Late", scheduleId: late.id, bookingWindowDays: 90 });
    await createEventType(workspace, { owner, name: "Never", scheduleId: never.id });
    const { body } = await open(workspace.slug);
    const free = Object.fromEntries(body.offers.map((offer) => [offer.name, offer.nextFree]));
    expect(new Date(free.Late!).toISOString().slice(0, 10)).toBe(lateDate);
    expect(free.Never).toBeNull();
  });

  it("never tells where a link leads before it is booked", async () => {
    const { workspace, owner } = await createWorkspace();
    const secret = "https://zoom.example/j/12345?pwd=secret";
    await createEventType(workspace, { owner, locationType: "zoom", locationValue: secret });
    const { text } = await open(workspace.slug);
    expect(text).not.toContain("secret");
    expect(text).not.toContain(owner.email);
  });

  it("with nothing on offer is a page, and one that nobody has is a 404", async () => {
    const { workspace } = await createWorkspace();
    expect((await open(workspace.slug)).status).toBe(200);
    for (const slug of ["nobody-has-this", "\u0000", "a/b", "ø", "x".repeat(5000)]) {
      expect((await open(slug)).status, JSON.stringify(slug.slice(0, 20))).toBe(404);
    }
  });

  it("remembers a zone and a language only when they are chosen", async () => {
    const { workspace, owner } = await createWorkspace();
    await createEventType(workspace, { owner });
    expect((await open(workspace.slug)).headers.getSetCookie()).toEqual([]);
    const chosen = await open(workspace.slug, "?timezone=Asia/Kolkata&lang=de");
    expect(chosen.headers.getSetCookie().map((cookie) => cookie.split(";")[0])).toEqual([
      "tz=Asia%2FKolkata",
      "lang=de",
    ]);
    expect(chosen.body.visitor).toMatchObject({ zone: "Asia/Kolkata", language: "de" });
  });

  it("speaks the browser's language where nothing was chosen", async () => {
    const { workspace } = await createWorkspace();
    const { body } = await open(workspace.slug, "", { "Accept-Language": "fr, de-AT;q=0.8, en;q=0.5" });
    expect(body.visitor).toMatchObject({ language: "de", locale: "de-AT" });
  });
});
