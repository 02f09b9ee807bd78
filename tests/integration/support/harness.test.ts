import { data, json, redirect } from "@remix-run/node";
import { count, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { addJobs, jobsFor } from "~db/queue";
import { users } from "~db/schema";
import { findSession } from "~/domain/accounts/sessions.server";
import { readSession } from "~/http/session.server";
import { createBooking, createEventType, createUser, createWorkspace, signIn } from "../../support/factories";
import { runJobs } from "../../support/jobs";
import { callApi, get, postForm } from "../../support/requests";

describe("the database of a test file", () => {
  it("starts migrated and empty", async () => {
    const [row] = await db.select({ count: count() }).from(users);
    expect(row?.count).toBe(0);
  });

  it("refuses overlapping claims of one host", async () => {
    const { workspace, owner } = await createWorkspace();
    const eventType = await createEventType(workspace, { owner, bufferAfter: 15 });
    const start = Date.parse("2026-11-23T09:00:00Z");
    await createBooking(eventType, { start });
    const meetsBuffer = createBooking(eventType, { start: start + 30 * 60_000 });
    await expect(meetsBuffer).rejects.toMatchObject({ cause: { code: "23P01", constraint_name: "claims_no_overlap" } });
    await createBooking(eventType, { start: start + 45 * 60_000 });
  });
});

describe("jobs", () => {
  it("run when a test says so", async () => {
    const waiting = () => db.execute(sql`select task_identifier from graphile_worker.jobs`);
    await db.execute(sql`select ${addJobs(jobsFor("forget_expired", {}, sql`generate_series(1, 1)`))}`);
    expect(await waiting()).toHaveLength(1);
    await runJobs();
    expect(await waiting()).toHaveLength(0);
  });
});

describe("a signed-in caller", () => {
  it("is known by cookie and by token", async () => {
    const user = await createUser();
    const { cookie, token } = await signIn(user);
    const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
    expect((await readSession(request, Date.now()))?.user.id).toBe(user.id);
    expect((await findSession(token, "access_token", Date.now()))?.user.id).toBe(user.id);
  });
});

describe("an answer", () => {
  it("looks the same for a value, data(), a redirect and what is thrown", async () => {
    expect(await get({ loader: () => ({ a: 1 }) }, "/")).toMatchObject({ status: 200, body: { a: 1 } });
    expect(await get({ loader: () => data({ a: 1 }, 400) }, "/")).toMatchObject({ status: 400, body: { a: 1 } });
    const refuse = () => {
      throw data("No.", { status: 403 });
    };
    expect(await postForm({ action: refuse }, "/", {})).toMatchObject({ status: 403, body: "No." });
    const moved = await postForm({ action: () => redirect("/there", 303) }, "/", { tags: ["a", "b"] });
    expect([moved.status, moved.headers.get("Location")]).toEqual([303, "/there"]);
  });

  it("of the API is parsed JSON", async () => {
    const action = async ({ request }: { request: Request }) =>
      json({ method: request.method, ...(await request.json()) });
    const { body } = await callApi({ action }, "PATCH", "/api/v1/me", { body: { name: "Ada" } });
    expect(body).toEqual({ method: "PATCH", name: "Ada" });
  });
});
