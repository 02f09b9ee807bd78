import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { mostRequests, mostRequestsOfAll } from "~/domain/event-types/request-time.server";
import * as route from "~/routes/book.$workspace.$event.ask";
import * as book from "~/routes/book.$workspace.$event._index";
import { addMember, createEventType, createTeam, createWorkspace } from "../../support/factories";
import { get, postForm } from "../../support/requests";

async function offer(given: Partial<Parameters<typeof createEventType>[1]> = {}) {
  const { workspace, owner } = await createWorkspace();
  const { slug } = await createEventType(workspace, { owner, ...given });
  const params = { workspace: workspace.slug, event: slug };
  const path = `/book/${workspace.slug}/${slug}`;
  const typed = {
    name: "Vidya Raghunathan",
    email: "vidya@example.in",
    timezone: "Asia/Kolkata",
    wish: "Tuesdays after four",
    submission_key: crypto.randomUUID(),
  };
  return {
    path,
    typed,
    owner,
    open: (query = "", cookie?: string) => get(route, `${path}/ask${query}`, { params, cookie }),
    times: () => get(book, path, { params }),
    send: (fields: Record<string, string>, { query = "", headers = {} } = {}) =>
      postForm(route, `${path}/ask${query}`, fields, { params, headers }),
    sent: () =>
      db.$count(
        notifications,
        and(eq(notifications.recipient, owner.email), eq(notifications.kind, "time_requested_host")),
      ),
  };
}

describe("the page to ask for a time", () => {
  it("opens with what the address knows, in the visitor's zone", async () => {
    const { open } = await offer();
    const { status, body } = await open("?name=Ada&email=ada@example.com", "tz=Asia%2FTokyo");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: "open",
      visitor: { zone: "Asia/Tokyo" },
      kept: { name: "Ada", email: "ada@example.com" },
    });
  });

  it("sends the request and says so at an address that holds no answer", async () => {
    const { send, typed, path, open, sent } = await offer();
    const done = await send(typed, { query: "?lang=de" });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `${path}/ask?lang=de&sent=1`]);
    expect((await send(typed)).status).toBe(303);
    expect(await sent()).toBe(1);
    expect(await open("?sent=1")).toMatchObject({ status: 200, body: { state: "sent" } });
  });

  it("of a team asks for those whose page it was, and stays with them", async () => {
    const { workspace, owner } = await createWorkspace();
    const [host, other] = [await addMember(workspace), await addMember(workspace)];
    const team = await createTeam(workspace, [host, other]);
    const given = { owner, isTeamEvent: true, assignmentType: "round_robin" as const };
    const { slug } = await createEventType(workspace, given);
    const params = { workspace: workspace.slug, event: slug };
    const path = `/book/${workspace.slug}/${slug}/ask`;
    const query = `?team=${team.slug}&members=${host.id}`;
    const { typed } = await offer();
    const opened = await get(route, path + query, { params });
    expect(opened).toMatchObject({
      status: 200,
      body: { state: "open", offer: { team: { name: team.name }, hosts: [{ name: host.name }] } },
    });
    const done = await postForm(route, `${path}${query}&lang=de`, typed, { params });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `${path}${query}&lang=de&sent=1`]);
    expect(await db.$count(notifications, eq(notifications.recipient, host.email))).toBe(1);

    for (const [wrong, status] of [
      [`?team=${team.slug}&members=${owner.id}`, 400],
      [`?team=${team.slug}&members=`, 400],
      [`?members=%00`, 400],
      [`?team=nobody`, 404],
      [`?team=%00`, 404],
    ] as const) {
      expect((await get(route, path + wrong, { params })).status, wrong).toBe(status);
      expect((await postForm(route, path + wrong, typed, { params })).status, wrong).toBe(status);
    }
  });

  it("gives back all that was typed, with each error at its field", async () => {
    const { send, typed, sent } = await offer();
    const wrong = { ...typed, name: " ", email: "vidya@example,in", wish: " \n" };
    const { status, body } = await send(wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({ outcome: "invalid", values: { email: ["vidya@example,in"], wish: [" \n"] } });
    expect("errors" in body && body.errors.map(({ path }) => path)).toEqual(["name", "email", "wish"]);
    expect(await sent()).toBe(0);
  });

  it.each([
    [{ wish: "x".repeat(2000) }, 303],
    [{ wish: "x".repeat(2001) }, 400],
    [{ wish: "a\u202eb" }, 400],
    [{ timezone: "Mars/Olympus" }, 303],
    [{ submission_key: "'; drop table notifications" }, 303],
    [{ name: "x".repeat(101) }, 400],
  ])("answers %j with %i", async (odd, status) => {
    const { send, typed } = await offer();
    expect((await send({ ...typed, ...odd })).status).toBe(status);
  });

  it("keeps the words of whoever asks too often, and says when to send them", async () => {
    const { send, typed, sent } = await offer();
    for (let times = 1; times <= mostRequests; times++) await send({ ...typed, wish: `Wish ${times}` });
    const { status, headers, body } = await send(typed);
    expect(status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(3500);
    expect(body).toMatchObject({ outcome: "too_often", whose: "address", values: { wish: [typed.wish] } });
    expect(await sent()).toBe(mostRequests);
  });

  it("says so where many have asked, and keeps the words of whoever comes next", async () => {
    const { send, typed, sent } = await offer();
    for (let times = 1; times <= mostRequestsOfAll; times++) await send({ ...typed, email: `${times}@example.in` });
    const { status, headers, body } = await send(typed);
    expect(status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(3500);
    expect(body).toMatchObject({ outcome: "too_often", whose: "all", values: { wish: [typed.wish] } });
    expect(await sent()).toBe(mostRequestsOfAll);
  });

  it("is a friendly 404 where no requests are taken, and what is sent there a 409", async () => {
    const { open, send, typed, sent, times } = await offer({ takesTimeRequests: false });
    expect(await open()).toMatchObject({ status: 404, body: { state: "closed" } });
    expect((await send(typed)).status).toBe(409);
    expect((await send({})).status).toBe(409);
    expect(await sent()).toBe(0);
    expect((await times()).body).toMatchObject({ offer: { takesRequests: false } });
  });

  it("is a 404 of an event type that is off, or of nobody", async () => {
    const { open, send, typed } = await offer({ isActive: false });
    expect(await open()).toMatchObject({ status: 404, body: { state: "inactive" } });
    expect((await send(typed)).status).toBe(404);
    for (const [workspace, event] of [
      ["nobody", "x"],
      ["\u0000", "x".repeat(5000)],
    ] as const) {
      const params = { workspace, event };
      expect((await get(route, "/book/x/x/ask", { params })).status).toBe(404);
      expect((await postForm(route, "/book/x/x/ask", typed, { params })).status).toBe(404);
    }
  });

  it("takes nothing from other sites", async () => {
    const { send, typed, sent } = await offer();
    expect((await send(typed, { headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(403);
    expect(await sent()).toBe(0);
  });
});
