import { beforeAll, expect, test } from "vitest";
import { notify } from "~/domain/notifications/notify.server";
import * as api from "~/routes/api.v1.dev.outbox";
import * as html from "~/routes/dev.mail_.$id.html";
import * as page from "~/routes/dev.mail";
import { client, db } from "~db/client";
import { sendNotification } from "../../../jobs/send-notification";
import { firstTurn } from "../../support/mails";
import { callApi, get } from "../../support/requests";

let ids: string[];

beforeAll(async () => {
  const rest = { kind: "verify_email" as const, workspaceId: null, bookingId: null, payload: { token: "t" } };
  for (const name of ["ada", "bo"]) {
    const mail = { ...rest, recipient: `${name}@example.org`, recipientName: name, dedupeKey: name };
    await db.transaction((tx) => notify(tx, [mail]));
  }
  const rows = await client`select id from notifications order by created_at desc`;
  ids = rows.map((row) => row.id as string);
  for (const id of ids) await sendNotification(firstTurn(id), Date.now());
});

test("the API lists kept mail, newest first, in its own shape", async () => {
  const { status, body } = await callApi<{ items: Record<string, unknown>[] }>(api, "GET", "/api/v1/dev/outbox");
  expect(status).toBe(200);
  expect(body.items.map((item) => item.to)).toEqual(["bo@example.org", "ada@example.org"]);
  expect(Object.keys(body.items[0]!)).toEqual(["to", "subject", "text", "html", "ics", "created_at"]);
  expect(body.items[0]!.created_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const one = await callApi<{ items: unknown[] }>(api, "GET", "/api/v1/dev/outbox?to=ADA@example.org");
  expect(one.body.items).toHaveLength(1);
});

test("the page shows the newest mail, or the one that is asked for", async () => {
  expect((await get(page, "/dev/mail")).body.chosen).toMatchObject({ to: "bo <bo@example.org>", view: "html" });
  const asked = await get(page, `/dev/mail?id=${ids[1]}&view=text`);
  expect(asked.body.chosen).toMatchObject({ to: "ada <ada@example.org>", view: "text" });
  expect((await get(page, `/dev/mail?id=${ids[1]}&view=ics`)).body.chosen).toMatchObject({ view: "html" });
  expect((await get(page, "/dev/mail?to=nobody")).body.chosen).toBeNull();
  expect((await get(page, "/dev/mail?id=%00")).status).toBe(404);
});

test("a mail's HTML can run nothing and load nothing", async () => {
  const { status, headers, text } = await get(html, `/dev/mail/${ids[0]}/html`, { params: { id: ids[0]! } });
  expect(status).toBe(200);
  expect(text).toContain("Confirm your address");
  const policy = headers.get("Content-Security-Policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("sandbox");
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toContain("allow-scripts");
  expect((await get(html, "/dev/mail/x/html", { params: { id: "x" } })).status).toBe(404);
});
