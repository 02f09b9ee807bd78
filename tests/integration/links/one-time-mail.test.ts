import { and, asc, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "~db/client";
import { notifications } from "~db/schema";
import { renewOneTimeLink } from "~/domain/links/renew-one-time-link.server";
import { revokeOneTimeLink } from "~/domain/links/revoke-one-time-link.server";
import { createBooking, createEventType } from "../../support/factories";
import { runJobs } from "../../support/jobs";
import { inOslo, office } from "../../support/orders";
import { found, hour, made, renewal, revocation } from "./one-time-office";

function mailsTo(email: string) {
  return db
    .select()
    .from(notifications)
    .where(eq(notifications.recipient, email))
    .orderBy(asc(notifications.createdAt));
}

describe("the mail with a link", () => {
  it("is written with the link and forgets the token as soon as it is written out", async () => {
    const place = await office();
    const email = `reader-${place.workspace.id}@example.org`;
    const expires_at = new Date(Date.now() + 24 * hour).toISOString();
    const { link, token } = await made(place, { recipient_email: email, expires_at, send_email: true });
    const [asked] = await mailsTo(email);
    expect(asked).toMatchObject({ kind: "one_time_link", payload: { token, timezone: "Europe/Oslo" } });
    await runJobs();
    const [kept] = await mailsTo(email);
    expect(kept!.state).toBe("kept");
    expect(kept!.text).toContain(token);
    expect(JSON.stringify(kept!.payload)).not.toContain(token);
    expect((await found(place, link.id)).mail).toEqual({ state: "kept", lastError: null });
  });

  it("goes in the zone and language in which somebody booked this host before", async () => {
    const place = await office();
    const email = `known-${place.workspace.id}@example.org`;
    const event = await createEventType(place.workspace, { owner: place.owner });
    await createBooking(event, { start: inOslo(9), inviteeEmail: email, timezone: "Asia/Tokyo", locale: "de" });
    await made(place, { recipient_email: email.toUpperCase(), send_email: true });
    const [mail] = await mailsTo(email.toUpperCase());
    expect(mail!.payload).toMatchObject({ timezone: "Asia/Tokyo", locale: "de" });
  });

  it("is not sent once its address leads nowhere: revoked, or replaced by a newer one", async () => {
    const place = await office();
    const email = (name: string) => `${name}-${place.workspace.id}@example.org`;
    const revoked = await made(place, { recipient_email: email("revoked"), send_email: true });
    const renewed = await made(place, { recipient_email: email("renewed"), send_email: true });
    await revokeOneTimeLink(revocation(place, revoked.link.id));
    expect((await renewOneTimeLink(renewal(place, renewed.link.id, true))).ok).toBe(true);
    await runJobs();
    const mails = await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.workspaceId, place.workspace.id), like(notifications.recipient, "re%")));
    expect(mails.map(({ recipient, state }) => [recipient, state]).sort()).toEqual([
      [email("renewed"), "kept"],
      [email("renewed"), "skipped"],
      [email("revoked"), "skipped"],
    ]);
    expect(JSON.stringify(mails.map(({ payload }) => payload))).not.toContain(revoked.token);
  });
});
