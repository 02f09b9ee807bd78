import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createTeam, createUser, createWorkspace, signIn, unique } from "../../support/factories";
import { callAddress } from "../../support/api-routes";

/** What the database refuses because of its rules: in the one transaction that a keyed call runs in. */
const slug = `kitchens-${unique()}`;
const email = `mei-${unique()}@example.com`;
const account = { name: "Mei Tanaka", email, password: "correct horse battery", timezone: "Asia/Tokyo" };
let ws: string;
let token: string;

beforeAll(async () => {
  const { workspace, owner } = await createWorkspace({ slug });
  await createTeam(workspace, [owner], { slug });
  await createUser({ email });
  [ws, { token }] = [workspace.slug, await signIn(owner)];
  const eventType = { name: "Kitchens", slug, duration_minutes: 30 };
  await callAddress("POST", `/api/v1/workspaces/${ws}/booking/event-types`, { token, body: eventType });
});

describe("a call with an Idempotency-Key that is refused", () => {
  it.each([
    ["an account", () => "/api/v1/auth/register", account],
    ["a workspace", () => "/api/v1/workspaces", { name: "Kitchens", slug }],
    ["a team", () => `/api/v1/workspaces/${ws}/teams`, { name: "Kitchens", slug }],
    [
      "an event type",
      () => `/api/v1/workspaces/${ws}/booking/event-types`,
      { name: "Kitchens", slug, duration_minutes: 30 },
    ],
  ])("is refused the same each time, and as without one: %s", async (_, path, body) => {
    const plain = await callAddress("POST", path(), { token, body });
    const keyed = { token, body, headers: { "Idempotency-Key": randomUUID() } };
    const [first, second] = [await callAddress("POST", path(), keyed), await callAddress("POST", path(), keyed)];
    expect(plain?.status).toBeGreaterThanOrEqual(400);
    expect(plain?.status).toBeLessThan(500);
    expect([first?.status, first?.text]).toEqual([plain?.status, plain?.text]);
    expect([second?.status, second?.text]).toEqual([plain?.status, plain?.text]);
  });
});
