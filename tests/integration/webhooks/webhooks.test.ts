import { describe, expect, it } from "vitest";
import { client, db } from "~db/client";
import { auditLog, bookingWebhooks } from "~db/schema";
import { resealWebhookSecrets } from "~/domain/webhooks/reseal-secrets.server";
import { changeWebhook, createWebhook, deleteWebhook } from "~/domain/webhooks/save-webhook.server";
import { mostWebhooks, WebhookInput } from "~/domain/webhooks/webhook";
import { countWebhooks, findWebhook, listWebhooks } from "~/domain/webhooks/webhooks.server";
import { eq } from "drizzle-orm";
import { addMember, createWorkspace } from "../../support/factories";
import { createSubscription } from "../../support/webhooks";

const now = Date.now();
const none = { subscriberUrl: undefined, eventTriggers: undefined, isActive: undefined, secret: undefined };
const wish = (subscriber_url: string) => WebhookInput.parse({ subscriber_url, event_triggers: ["BOOKING_CREATED"] });

describe("who sees a subscription", () => {
  it("is its owner, and owners and admins of its workspace, by id and by number", async () => {
    const { workspace, owner } = await createWorkspace();
    const admin = await addMember(workspace, { role: "admin" });
    const [own, other] = [await addMember(workspace), await addMember(workspace)];
    const stranger = (await createWorkspace()).owner;
    const webhook = await createSubscription({ workspace, owner: own });
    for (const { id } of [owner, admin, own]) {
      expect(await findWebhook(id, webhook.id.toUpperCase())).toEqual(webhook);
      expect(await findWebhook(id, String(webhook.number))).toEqual(webhook);
      expect(await countWebhooks({ userId: id })).toBe(1);
    }
    for (const { id } of [other, stranger]) {
      expect(await findWebhook(id, webhook.number)).toBeNull();
      expect(await listWebhooks({ userId: id, limit: 9, offset: 0 })).toEqual([]);
    }
    expect(webhook.ownerNumber).toBe(own.number);
  });

  it("is not somebody who was deactivated", async () => {
    const { workspace } = await createWorkspace();
    const own = await addMember(workspace);
    const webhook = await createSubscription({ workspace, owner: own });
    await client`update workspace_members set deactivated_at = now() where user_id = ${own.id}`;
    expect(await findWebhook(own.id, webhook.number)).toBeNull();
  });

  it.each(["", "x", "0", "-1", "1.5", "99999999999999999999", "1e3"])("finds none by %s", async (key) => {
    const { owner } = await createWorkspace();
    expect(await findWebhook(owner.id, key)).toBeNull();
  });

  it("lists the newest first, of one workspace or all", async () => {
    const { workspace, owner } = await createWorkspace();
    const elsewhere = (await createWorkspace({ owner: owner as never })).workspace;
    const made = [];
    for (const each of [workspace, elsewhere, workspace])
      made.push(await createSubscription({ workspace: each, owner }));
    const page = { userId: owner.id, limit: 2, offset: 0 };
    expect((await listWebhooks(page)).map(({ id }) => id)).toEqual([made[2]!.id, made[1]!.id]);
    const here = await listWebhooks({ ...page, workspaceId: workspace.id });
    expect(here.map(({ id }) => id)).toEqual([made[2]!.id, made[0]!.id]);
  });
});

describe("a secret", () => {
  it("is made where none is given, and sealed in the database", async () => {
    const made = await createWorkspace();
    const webhook = await createSubscription(made);
    expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const [row] = await db.select().from(bookingWebhooks).where(eq(bookingWebhooks.id, webhook.id));
    expect(row!.secret).not.toContain(webhook.secret!.slice(6));
  });

  it("may be one's own, or none", async () => {
    const made = await createWorkspace();
    expect((await createSubscription({ ...made, secret: "own" })).secret).toBe("own");
    expect((await createSubscription({ ...made, secret: null })).secret).toBeNull();
  });

  it("that is changed leaves the former one for a day; one that stays the same does not", async () => {
    const { workspace, owner } = await createWorkspace();
    const webhook = await createSubscription({ workspace, owner, secret: "one" });
    const change = (secret: string | null) =>
      changeWebhook({ webhook, userId: owner.id, patch: { ...none, secret }, now });
    expect(await change("one")).toMatchObject({ ok: true, webhook: { formerSecretUntil: null } });
    const day = 24 * 3_600_000;
    expect(await change("two")).toMatchObject({ ok: true, webhook: { secret: "two", formerSecretUntil: now + day } });
    expect(await change(null)).toMatchObject({ ok: true, webhook: { secret: null, formerSecretUntil: null } });
  });

  it("is sealed anew with the others by the key that writes now", async () => {
    const made = await createWorkspace();
    const webhook = await createSubscription({ ...made, secret: "one" });
    const { sealed, lost } = await resealWebhookSecrets();
    expect([sealed, lost]).toEqual([0, 0]);
    await client`update booking_webhooks set secret = 'gone.a.b.c' where id = ${webhook.id}`;
    expect((await resealWebhookSecrets()).lost).toBe(1);
    await client`delete from booking_webhooks where id = ${webhook.id}`;
  });
});

describe("an address", () => {
  it.each(["https://127.0.0.1/hook", "https://localhost/hook", "http://example.com/hook", "https://[::1]/"])(
    "%s is refused when it is saved, and when it is changed",
    async (address) => {
      const { workspace, owner } = await createWorkspace();
      const refused = { ok: false, reason: "invalid", message: expect.stringMatching(/^The address/) as string };
      expect(await createWebhook({ workspaceId: workspace.id, userId: owner.id, input: wish(address), now })).toEqual(
        refused,
      );
      const webhook = await createSubscription({ workspace, owner });
      const patch = { ...none, subscriberUrl: address };
      expect(await changeWebhook({ webhook, userId: owner.id, patch, now })).toEqual(refused);
    },
  );
});

it("a workspace has room for so many and no more, also at once", async () => {
  const { workspace, owner } = await createWorkspace();
  for (let made = 0; made < mostWebhooks - 1; made++) await createSubscription({ workspace, owner });
  const input = wish("https://example.invalid/");
  const more = Array.from({ length: 4 }, () =>
    createWebhook({ workspaceId: workspace.id, userId: owner.id, input, now }),
  );
  const made = (await Promise.all(more)).map((one) => (one.ok ? "made" : one.reason));
  expect(made.sort()).toEqual(["made", "too_many", "too_many", "too_many"]);
});

it("every change is in the audit log, without a secret", async () => {
  const { workspace, owner } = await createWorkspace();
  const webhook = await createSubscription({ workspace, owner, secret: "hush" });
  await changeWebhook({ webhook, userId: owner.id, patch: { ...none, secret: "hush-2", isActive: false }, now });
  expect(await deleteWebhook({ webhook, userId: owner.id })).toBe(true);
  expect(await deleteWebhook({ webhook, userId: owner.id })).toBe(false);
  const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, webhook.id)).orderBy(auditLog.createdAt);
  expect(lines.map(({ action }) => action)).toEqual(["webhook.created", "webhook.changed", "webhook.deleted"]);
  expect(JSON.stringify(lines)).not.toContain("hush");
});
